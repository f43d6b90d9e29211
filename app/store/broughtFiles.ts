/** Many files that somebody brought at once: they wait here until the table of them takes them in. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface BroughtFile {
  /** Where it lies in what was brought: "infra/web/task.json". */
  readonly path: string;
  readonly file: File;
}

const broughtStore = createStore<{ readonly files: readonly BroughtFile[] }>()(() => ({ files: [] }));

export function useBrought(): readonly BroughtFile[] {
  return useStore(broughtStore, (state) => state.files);
}

export function bringFiles(files: readonly BroughtFile[]): void {
  broughtStore.setState({ files });
}

/** Whether something dropped is for the table of many: several files, a folder, a zip. */
export function isMany(transfer: DataTransfer): boolean {
  const entries = entriesOf(transfer);
  return (
    transfer.files.length > 1 ||
    entries.some((entry) => entry.isDirectory) ||
    [...transfer.files].some(({ name }) => /\.zip$/i.test(name))
  );
}

function entriesOf(transfer: DataTransfer): readonly FileSystemEntry[] {
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
}

/** Folders that hold no work of the user's own. */
const PASSED_OVER = /^(\.git|node_modules|\.terraform)$/;
const MOST = 5_000;

/** All files of what was dropped, folders too. Call it within the drop: afterwards the browser gives nothing. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly BroughtFile[]> {
  const entries = entriesOf(transfer);
  const plain = [...transfer.files].map((file) => ({ path: file.name, file }));
  return entries.length === 0 ? Promise.resolve(plain) : filesIn(entries);
}

async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly BroughtFile[]> {
  const found: BroughtFile[] = [];
  const visit = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length >= MOST) return;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      );
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else if (!PASSED_OVER.test(entry.name)) {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      // A reader gives a hundred at a time.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        );
        if (some.length === 0) break;
        for (const inner of some) await visit(inner);
      }
    }
  };
  for (const entry of entries) await visit(entry);
  return found;
}
