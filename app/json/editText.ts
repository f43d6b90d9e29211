import { designStore, typeText } from '../store/designStore.ts';
import type { monaco } from './monaco.ts';
import { applyTyped } from './typedText.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/**
 * Keeps editor and store on one text. What is typed goes into the store at once; what changes elsewhere is written into
 * the editor as the smallest edit, so that cursor and scroll position stay.
 */
export function editText(editor: CodeEditor): () => void {
  const model = editor.getModel();
  if (model === null) return () => undefined;
  let muted = false;
  const typed = model.onDidChangeContent((event) => {
    if (muted) return;
    const { text } = designStore.getState().design;
    typeText(event.isFlush ? model.getValue() : applyTyped(text, event.changes));
  });
  const stop = designStore.subscribe((state, before) => {
    const { text } = state.design;
    if (text === before.design.text) return;
    const now = model.getValue();
    const next = text.replace(/\r\n|\r|\n/g, model.getEOL());
    if (now === next) return;
    muted = true;
    try {
      if (state.opened !== before.opened) {
        model.setValue(text);
        indentAsWritten(model);
      } else model.applyEdits([smallest(model, now, next)]);
    } finally {
      muted = false;
    }
  });
  const pasted = editor.onDidPaste(() => indentAsWritten(model));
  return () => {
    pasted.dispose();
    typed.dispose();
    stop();
  };
}

/** New lines and the formatter indent as the text does; two spaces where it has no lines to tell. Monaco looks only once. */
export function indentAsWritten(model: monaco.editor.ITextModel): void {
  model.detectIndentation(true, 2);
}

function smallest(
  model: monaco.editor.ITextModel,
  now: string,
  next: string,
): monaco.editor.IIdentifiedSingleEditOperation {
  let start = 0;
  const limit = Math.min(now.length, next.length);
  while (start < limit && now.charCodeAt(start) === next.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < limit - start &&
    now.charCodeAt(now.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end += 1;
  }
  // Never between the two halves of a line end.
  if (next.charCodeAt(start - 1) === 13) start -= 1;
  if (end > 0 && next.charCodeAt(next.length - end) === 10) end -= 1;
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(now.length - end);
  return {
    range: {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    },
    text: next.slice(start, next.length - end),
  };
}
