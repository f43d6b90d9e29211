import type { ReactNode } from 'react';
import './Popover.css';

/** The title line of a bare popover, with keys or buttons at its end. */
export function PopoverHead({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <div className="popover-head">
      {children}
      {end && <span className="popover-head-end">{end}</span>}
    </div>
  );
}
