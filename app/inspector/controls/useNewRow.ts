import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Puts the keyboard into the first control of an item that was just added. Call what it returns when adding. */
export function useNewRow(list: RefObject<HTMLElement | null>, length: number): () => void {
  const added = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (added.current === null || length <= added.current) return;
    added.current = null;
    list.current?.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [length, list]);
  return () => {
    added.current = length;
  };
}
