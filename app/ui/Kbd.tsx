import type { ReactNode } from 'react';
import './Kbd.css';

/** A key or a shortcut as people read it: ⌘K, esc, 1–4. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
