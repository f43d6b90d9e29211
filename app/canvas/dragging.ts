import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The nodes under the pointer of a drag, so that only their own lines are redrawn on the way. */
const draggingStore = createStore<{ readonly keys: ReadonlySet<string> }>()(() => ({ keys: new Set() }));

export function useDragging<T>(select: (keys: ReadonlySet<string>) => T): T {
  return useStore(draggingStore, (state) => select(state.keys));
}

export function setDragging(keys: readonly string[]): void {
  draggingStore.setState({ keys: new Set(keys) });
}
