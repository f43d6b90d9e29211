import { type ReactNode, useId, useState } from 'react';
import { CountBadge } from './Badge.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import './Section.css';
import type { Severity } from './severity.ts';

/** What Section takes. */
export interface SectionProps {
  readonly title: string;
  readonly defaultOpen?: boolean | undefined;
  /** Given: the parent decides, and hears of each wish by `onToggle`. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
  /** A few words beside the title while it is folded: what is set in it. */
  readonly summary?: ReactNode;
  /** How many findings are in it. */
  readonly badge?: { readonly count: number; readonly severity?: Severity | undefined } | undefined;
  /** Buttons at the end of the title line. */
  readonly actions?: ReactNode;
  /** The level of its heading; 3. */
  readonly level?: 2 | 3 | 4 | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** A group of fields that folds away. Folded, its content is not in the page. */
export function Section(props: SectionProps) {
  const {
    title,
    defaultOpen = true,
    onToggle,
    summary,
    badge,
    actions,
    level = 3,
    className,
    children,
  } = props;
  const [own, setOwn] = useState(defaultOpen);
  const made = useId();
  const id = props.id ?? made;
  const open = props.open ?? own;
  const Heading = `h${level}` as const;
  return (
    <section className={classNames('section', className)} id={id} aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <Heading className="section-heading">
          <button
            type="button"
            className="section-toggle"
            aria-expanded={open}
            aria-controls={open ? `${id}-body` : undefined}
            onClick={() => {
              setOwn(!open);
              onToggle?.(!open);
            }}
          >
            <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
            <span id={`${id}-title`}>{title}</span>
            {badge && badge.count > 0 && <CountBadge count={badge.count} severity={badge.severity} />}
            {!open && summary && <span className="section-summary">{summary}</span>}
          </button>
        </Heading>
        {actions && <div className="section-actions">{actions}</div>}
      </div>
      {open && (
        <div id={`${id}-body`} className="section-body">
          {children}
        </div>
      )}
    </section>
  );
}
