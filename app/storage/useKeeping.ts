import { useEffect, useState } from 'react';
import { startKeeping } from './keeping.ts';

let started: Promise<void> | undefined;

/** Keeps what is on screen in this browser. False until what was open last is back on screen. */
export function useKeeping(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // The library outlives components: development mounts everything twice.
    started ??= startKeeping();
    void started.finally(() => setReady(true));
  }, []);
  return ready;
}
