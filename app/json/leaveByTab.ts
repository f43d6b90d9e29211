import { monaco } from './monaco.ts';

/** What Escape closes first. */
const FLOATING =
  '.suggest-widget.visible, .find-widget.visible, .parameter-hints-widget.visible, .rename-box, .monaco-hover:not(.hidden)';

/**
 * Tab writes into the text, as in any code editor; after Escape the next Tab leaves. The element's `data-tab` says which,
 * and `data-told` that somebody uses Tab here and should know.
 */
export function leaveByTab(editor: monaco.editor.IStandaloneCodeEditor, element: HTMLElement): () => void {
  const { Escape, Tab, Shift } = monaco.KeyCode;
  const set = (leaves: boolean) => {
    if ((element.dataset.tab === 'leaves') === leaves) return;
    element.dataset.tab = leaves ? 'leaves' : 'writes';
    editor.updateOptions({ tabFocusMode: leaves });
  };
  const still = () => {
    set(false);
    delete element.dataset.told;
  };
  const listeners = [
    editor.onKeyDown(({ keyCode }) => {
      if (keyCode === Escape) {
        if (element.querySelector(FLOATING) === null) set(true);
      } else if (keyCode !== Tab && keyCode !== Shift) still();
    }),
    // The key that led here is let go of here.
    editor.onKeyUp(({ keyCode }) => {
      if (keyCode === Tab || keyCode === Escape) element.dataset.told = 'true';
    }),
    editor.onMouseDown(still),
    editor.onDidBlurEditorWidget(still),
  ];
  return () => {
    for (const listener of listeners) listener.dispose();
  };
}
