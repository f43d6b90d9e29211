/** What lies in the import dialog: kept while the page lives, so that closing the dialog loses nothing. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Offer {
  readonly text: string;
  readonly fileName: string | undefined;
}

const importStore = createStore<Offer>()(() => ({ text: '', fileName: undefined }));

export function useOffer(): Offer {
  return useStore(importStore);
}

export function offerImport(text: string, fileName?: string): void {
  importStore.setState({ text, fileName });
}
