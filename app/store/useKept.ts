import { useRef } from 'react';
import { keepSame } from '../../src/model/keepSame.ts';

/** The value as plain data, with all that says what the one before said kept as that very object: nothing is drawn anew for it. */
export function useKept<T>(value: T): T {
  const kept = useRef(value);
  kept.current = keepSame(kept.current, value);
  return kept.current;
}
