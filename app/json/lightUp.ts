import { designStore } from '../store/designStore.ts';
import { lineDiff } from '../ui/lineDiff.ts';
import type { monaco } from './monaco.ts';

/** Lit for 1.2 s and faded in 0.2 s, as its animation says. */
const LIT_MS = 1400;

/** After each action elsewhere the changed lines light up for a moment and come into view. */
export function lightUp(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const lit = editor.createDecorationsCollection();
  let timer = 0;
  const stop = designStore.subscribe((state, before) => {
    const step = state.steps.at(-1);
    if (step === undefined || state.steps === before.steps || step.typed) return;
    const { added } = lineDiff(before.design.text, state.design.text);
    lit.set(
      added.slice(0, 200).map((line) => ({
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: { isWholeLine: true, className: 'json-lit' },
      })),
    );
    const first = added[0];
    if (first !== undefined && !editor.hasTextFocus()) {
      editor.revealLineInCenterIfOutsideViewport(first);
    }
    clearTimeout(timer);
    timer = window.setTimeout(() => lit.clear(), LIT_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
    lit.clear();
  };
}
