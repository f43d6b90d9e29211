import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import './EmptyState.css';

/** What EmptyState takes. */
export interface EmptyStateProps {
  /** One sentence that teaches what would stand here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons that lead on, the best one first and primary. */
  readonly actions?: ReactNode;
  /** The actions stand below the words: for narrow panels. */
  readonly narrow?: boolean | undefined;
}

/** What a place says while there is nothing in it. */
export function EmptyState({ title, children, actions, narrow }: EmptyStateProps) {
  return (
    <div className={classNames('empty', narrow && 'empty-narrow')}>
      <div className="empty-words">
        <p className="empty-title">{title}</p>
        {children && <div className="empty-text">{children}</div>}
      </div>
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
