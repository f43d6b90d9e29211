/** What lies in the import dialog: kept while the page lives, so that closing the dialog loses nothing. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PickedFile } from './pickers.ts';

/** The file on disk that a text was read from. */
export interface ReadFile {
  readonly file: PickedFile;
  /** When it was last changed as it was read, by its own clock. */
  readonly modified: number;
}

export interface Offer {
  readonly text: string;
  readonly fileName: string | undefined;
  /** Only as long as the text is the one that was read. */
  readonly from: ReadFile | undefined;
}

const importStore = createStore<Offer>()(() => ({ text: '', fileName: undefined, from: undefined }));

export function useOffer(): Offer {
  return useStore(importStore);
}

export function offerImport(text: string, fileName?: string, from?: ReadFile): void {
  importStore.setState({ text, fileName, from });
}
