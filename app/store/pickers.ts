/** The browser's own dialogs for files on disk, where it has them (File System Access API). */

/** A file on disk that the user has pointed to; asks again for leave after a reload. */
export interface PickedFile extends FileSystemFileHandle {
  queryPermission?(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wish: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

interface SaveWish {
  readonly suggestedName: string;
  readonly id?: string;
}

interface Pickers {
  readonly showOpenFilePicker?: (wish?: { readonly id?: string }) => Promise<readonly PickedFile[]>;
  readonly showSaveFilePicker?: (wish: SaveWish) => Promise<PickedFile>;
}

const pickers = globalThis as unknown as Pickers;

/** Whether a file of the user's can be written again without asking where. */
export function canWriteFiles(): boolean {
  return typeof pickers.showSaveFilePicker === 'function';
}

/** The file that the user points to; `undefined` when there is none, or no such dialog. */
export async function pickToOpen(): Promise<PickedFile | undefined> {
  return unlessAborted(async () => (await pickers.showOpenFilePicker?.({ id: 'task' }))?.[0]);
}

/** The place that the user chooses; `undefined` when none was chosen. */
export async function pickToSave(suggestedName: string): Promise<PickedFile | undefined> {
  return unlessAborted(async () => pickers.showSaveFilePicker?.({ suggestedName, id: 'task' }));
}

interface DroppedItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** The place on disk of a file that was dropped, where the browser tells it. Call it within the drop. */
export async function droppedPlace(transfer: DataTransfer): Promise<PickedFile | undefined> {
  const item = [...transfer.items].find(({ kind }) => kind === 'file') as DroppedItem | undefined;
  try {
    const handle = await item?.getAsFileSystemHandle?.();
    return handle?.kind === 'file' ? (handle as PickedFile) : undefined;
  } catch {
    // Then it is saved as if it had been pasted.
    return undefined;
  }
}

/** Whether the user lets the page write into the file; asks where that is not said yet. */
export async function mayWrite(file: PickedFile): Promise<boolean> {
  const wish = { mode: 'readwrite' } as const;
  if (file.queryPermission === undefined || (await file.queryPermission(wish)) === 'granted') return true;
  return (await file.requestPermission?.(wish)) === 'granted';
}

async function unlessAborted<T>(pick: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await pick();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
