/** Which sections of the inspector are open, as the user left them; remembered as long as the page lives. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Folds = Readonly<Record<string, boolean>>;

const foldStore = createStore<{ readonly folds: Folds }>()(() => ({ folds: {} }));

/** Whether a section is open; nothing until somebody opens or folds it. */
export function useFold(key: string): boolean | undefined {
  return useStore(foldStore, ({ folds }) => folds[key]);
}

/** Opens or folds a section. */
export function setFold(key: string, open: boolean): void {
  foldStore.setState(({ folds }) => (folds[key] === open ? { folds } : { folds: { ...folds, [key]: open } }));
}
