import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import './FindingCard.css';
import { Icon } from './Icon.tsx';
import { type Severity, severityIcon, severityWord } from './severity.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What FindingCard takes. */
export interface FindingCardProps {
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Why, and what follows. */
  readonly children?: ReactNode;
  /** What mends it, as a button. */
  readonly fix?: { readonly label: string; readonly onMend: () => void } | undefined;
  /** Other things to do about it, behind that button. */
  readonly actions?: ReactNode;
  /** Where it is: a chip at the end of the title line. */
  readonly place?: ReactNode;
  /** `card`: on its tint with an edge (default); `row`: a plain row of a list. */
  readonly variant?: 'card' | 'row' | undefined;
  /** Given, the title is a button that leads to the place. */
  readonly onSelect?: (() => void) | undefined;
  /** Whether that button is in the tab order; -1 in a list that arrows move through. */
  readonly titleTabIndex?: number | undefined;
  /** It is the selected one of its list. */
  readonly selected?: boolean | undefined;
}

/** What is wrong, why, and a button that mends it. */
export function FindingCard(props: FindingCardProps) {
  const { severity, title, children, actions, place, variant = 'card', onSelect, selected } = props;
  const { titleTabIndex, fix } = props;
  const words = (
    <>
      <VisuallyHidden>{severityWord[severity][0]}: </VisuallyHidden>
      {title}
    </>
  );
  return (
    <div
      className={classNames(
        'finding',
        `finding-${variant}`,
        `finding-${severity}`,
        selected && 'finding-selected',
      )}
      aria-current={selected || undefined}
    >
      <div className="finding-head">
        <Icon name={severityIcon[severity]} size={variant === 'card' ? 16 : 14} className="finding-glyph" />
        {onSelect ? (
          <button
            type="button"
            className="finding-title finding-link"
            tabIndex={titleTabIndex}
            onClick={onSelect}
          >
            {words}
          </button>
        ) : (
          <span className="finding-title">{words}</span>
        )}
        {place && <span className="finding-place">{place}</span>}
      </div>
      {children && <div className="finding-text">{children}</div>}
      {(fix || actions) && (
        <div className="finding-actions">
          {fix && (
            <Button size="dense" onClick={fix.onMend}>
              {fix.label}
            </Button>
          )}
          {actions}
        </div>
      )}
    </div>
  );
}
