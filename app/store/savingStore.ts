/** Whether the design on screen is kept in this browser. Written by the storage alone. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type SavingStatus = 'saved' | 'saving' | 'unsaved' | 'full' | 'blocked';

export interface SavingState {
  readonly status: SavingStatus;
}

export const savingStore = createStore<SavingState>()(() => ({ status: 'unsaved' }));

export function useSaving<T>(select: (state: SavingState) => T): T {
  return useStore(savingStore, select);
}
