import type { ReactNode } from 'react';
import './VisuallyHidden.css';

/** Words for a screen reader only. */
export function VisuallyHidden({
  children,
  id,
}: {
  readonly children: ReactNode;
  readonly id?: string | undefined;
}) {
  return (
    <span className="visually-hidden" id={id}>
      {children}
    </span>
  );
}
