import { useEffect, useState } from 'react';
import type { FoundTask, Switches } from '../../src/formats/format.ts';
import { loadLens } from '../../src/lens/index.ts';
import { drawnTheme } from '../store/drawnTheme.ts';
import { askFound, askPreview } from './askReader.ts';
import type { Found, Preview } from './reading.ts';

/** Typing comes first: so many milliseconds of quiet before a text is read again. */
const QUIET_MS = 60;

/** What is in a text: while it is read anew what was found before stays, and nothing is found in nothing. */
export function useFound(
  text: string,
  fileName: string | undefined,
  switches: Switches,
): { readonly found: Found | undefined; readonly pending: boolean } {
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly switches: Switches;
    readonly found: Found;
  }>();
  useEffect(() => {
    if (text.trim() === '') {
      setAnswer(undefined);
      return undefined;
    }
    let forget: (() => void) | undefined;
    const timer = setTimeout(() => {
      forget = askFound(text, fileName, switches, (found) => {
        // Whatever is opened from here can be read at once.
        void Promise.all(found.tasks.map(({ source }) => loadLens(source))).then(() => {
          if (forget !== undefined) setAnswer({ text, switches, found });
        });
      });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      forget?.();
      forget = undefined;
    };
  }, [text, fileName, switches]);
  const current = answer?.text === text && answer.switches === switches;
  return { found: answer?.found, pending: text.trim() !== '' && !current };
}

/** How a task looks; nothing until it is drawn. */
export function usePreview(task: FoundTask): Preview | undefined {
  const [known, setKnown] = useState<{ readonly task: FoundTask; readonly preview: Preview }>();
  useEffect(() => askPreview(task, drawnTheme(), (preview) => setKnown({ task, preview })), [task]);
  return known?.task === task ? known.preview : undefined;
}
