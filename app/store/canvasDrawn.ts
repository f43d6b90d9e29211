/** What a visit waits for is the picture: everything else is fetched, and drawn, once that is painted. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const canvasStore = createStore<{ readonly drawn: boolean }>()(() => ({ drawn: false }));

/** Says that the picture is painted, or that none is shown which the rest could wait for. */
export function setCanvasDrawn(): void {
  canvasStore.setState({ drawn: true });
}

/** Whether the picture was painted once. It stays so. */
export function useCanvasDrawn(): boolean {
  return useStore(canvasStore, ({ drawn }) => drawn);
}

/** Waits until the picture was painted once. */
export function whenCanvasDrawn(): Promise<void> {
  return new Promise((resolve) => {
    if (canvasStore.getState().drawn) return resolve();
    const stop = canvasStore.subscribe(({ drawn }) => {
      if (!drawn) return;
      stop();
      resolve();
    });
  });
}
