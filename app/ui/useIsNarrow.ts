import { useSyncExternalStore } from 'react';

const NARROW = typeof matchMedia === 'function' ? matchMedia('(max-width: 1023px)') : undefined;

/** Whether the page is so narrow that one panel fills it. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      NARROW?.addEventListener('change', changed);
      return () => NARROW?.removeEventListener('change', changed);
    },
    () => NARROW?.matches ?? false,
  );
}
