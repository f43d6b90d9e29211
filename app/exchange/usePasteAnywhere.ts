import { useEffect } from 'react';
import { pasteContainers } from '../../src/edit/clipboard.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { addAndSelect } from '../commands/addAndSelect.ts';
import { isTyping } from '../commands/keys.ts';
import { selectionAsText } from '../commands/selectionCommands.ts';
import { bringFiles, droppedFiles, isMany } from '../store/broughtFiles.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { fileText } from '../store/fileText.ts';
import { offerImport, type ReadFile } from '../store/importStore.ts';
import { droppedPlace, type PickedFile } from '../store/pickers.ts';
import { setPasted } from '../store/realRun.ts';
import { notify, setView, viewStore } from '../store/viewStore.ts';

/** What is pasted or dropped anywhere on the page is understood: containers join the task, a whole task is offered. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || viewStore.getState().overlay !== 'none') return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0];
      if (file === undefined && text.trim() === '') return;
      event.preventDefault();
      if (file !== undefined) void takeFile(file);
      else void take(text);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || String(getSelection()) !== '') return;
      const text = selectionAsText();
      if (text === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      notify('Copied. Paste it into any task, here or elsewhere.');
    };
    const onDragOver = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? [];
      if (types.includes('Files') && !types.includes(DRAG_TYPE)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (event.dataTransfer !== null && isMany(event.dataTransfer)) {
        // Beside a dialog that holds work nothing is opened over it.
        const { overlay } = viewStore.getState();
        void droppedFiles(event.dataTransfer).then((files) => {
          bringFiles(files);
          if (overlay === 'none') setView({ overlay: 'many' });
        });
      } else void takeFile(file, event.dataTransfer === null ? undefined : droppedPlace(event.dataTransfer));
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('copy', onCopy);
    addEventListener('dragover', onDragOver);
    addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('copy', onCopy);
      removeEventListener('dragover', onDragOver);
      removeEventListener('drop', onDrop);
    };
  }, []);
}

/** Nobody pastes more containers at once; longer texts are read off the page's own thread. */
const LONGEST_PASTE = 100_000;

async function take(text: string): Promise<void> {
  if (text.length > LONGEST_PASTE) {
    offer(text);
    return;
  }
  // Loaded when somebody pastes: the formats are not needed to see the canvas.
  const { pastedKind } = await import('./pastedKind.ts');
  const pasted = pastedKind(text);
  if (pasted.kind === 'happened') {
    setPasted(text, pasted.found);
    setView({ bottom: 'whatIf', whatIfSide: 'real', bottomFolded: false, narrow: 'timeline' });
    return;
  }
  if (pasted.kind === 'other') {
    offer(text);
    return;
  }
  const change = pasteContainers(text);
  if (isRefusal(change)) notify(change.refused, 'error');
  else if (addAndSelect(change.label, [change], 'containers'))
    notify(`${change.label.replace('Paste', 'Pasted')}. Undo takes it away again.`);
}

function offer(text: string, fileName?: string, from?: ReadFile): void {
  offerImport(text, fileName, from);
  setView({ overlay: 'import' });
}

async function takeFile(file: File, place?: Promise<PickedFile | undefined>): Promise<void> {
  const at = await place;
  const from = at && { file: at, modified: file.lastModified };
  offer(await fileText(file), file.name, from);
}
