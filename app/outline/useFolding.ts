import { useState } from 'react';

/** Which rows of a tree are unfolded; kept while the page lives. */
let remembered: ReadonlySet<string> = new Set();

export function useFolding(): {
  isOpen: (key: string) => boolean;
  toggle: (key: string) => void;
  setAll: (keys: readonly string[], open: boolean) => void;
} {
  const [open, setOpen] = useState(remembered);
  const keep = (next: ReadonlySet<string>) => {
    remembered = next;
    setOpen(next);
  };
  return {
    isOpen: (key) => open.has(key),
    toggle: (key) => {
      const next = new Set(open);
      if (!next.delete(key)) next.add(key);
      keep(next);
    },
    setAll: (keys, all) => keep(new Set(all ? keys : [])),
  };
}
