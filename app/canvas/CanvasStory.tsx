import { memo, type RefObject, useEffect } from 'react';
import { runOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';

/** Nobody listens while the task is being typed. Milliseconds. */
const QUIET = 600;

/** Tells the picture in plain words to those who do not see it: anew a moment after the last change, drawing nothing. */
export const CanvasStory = memo(function CanvasStory({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const task = useDesign((state) => state.shown.task);
  const parts = useDesign((state) => state.design.parts);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void import('../../src/explain/story.ts').then(({ storyText }) => {
        if (!gone) of.current?.setAttribute('aria-description', storyText(task, runOf(task, parts)));
      });
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [task, parts, of]);
  return null;
});
