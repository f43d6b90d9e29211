/** Files in and out of a zip, within bounds: an archive of hostile making could hold a thousand times its length. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { mayHoldTask } from './mayHoldTask.ts';

/** More files, or longer ones, are left out and said so. */
export const MOST_FILES = 2_000;
export const LONGEST_FILE = 4_000_000;
const LONGEST_ALL = 200_000_000;

export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Unpacked {
  readonly files: readonly ArchiveFile[];
  /** How many were left out: too long, or too many. */
  readonly left: number;
  /** Why it could not be opened. */
  readonly problem?: string;
}

/** The files of a zip that may hold a task definition. Never throws. */
export function unpacked(bytes: Uint8Array): Unpacked {
  let left = 0;
  let count = 0;
  let length = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!mayHoldTask(name)) return false;
        const fits =
          count < MOST_FILES && originalSize <= LONGEST_FILE && length + originalSize <= LONGEST_ALL;
        if (fits) [count, length] = [count + 1, length + originalSize];
        else left += 1;
        return fits;
      },
    });
    return { files: Object.entries(found).map(([path, content]) => ({ path, bytes: content })), left };
  } catch {
    return { files: [], left, problem: 'This is no zip that can be opened.' };
  }
}

/** A zip of texts under their paths. */
export function packed(files: readonly { readonly path: string; readonly text: string }[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      // A time of its own would make two equal archives differ.
      files.map(({ path, text }) => [path, [strToU8(text), { mtime: '1980-01-01T00:00:00' }]] as const),
    ),
    { level: 6 },
  );
}
