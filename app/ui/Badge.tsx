import './Badge.css';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { type Severity, severityIcon, severityWord } from './severity.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What Badge takes. */
export interface BadgeProps {
  readonly severity: Severity;
  readonly count: number;
}

/** How many findings of a severity something has: outlined, with its glyph; on cards. */
export function Badge({ severity, count }: BadgeProps) {
  return (
    <span className={classNames('badge', `badge-${severity}`)}>
      <Icon name={severityIcon[severity]} size={12} />
      {count}
      <VisuallyHidden> {wordOf(severity, count)}</VisuallyHidden>
    </span>
  );
}

/** What CountBadge takes. */
export interface CountBadgeProps {
  readonly count: number;
  /** The gravest among them; absent: a plain number. */
  readonly severity?: Severity | undefined;
  /** What is counted, for a screen reader; the severity's word when absent. */
  readonly label?: string | undefined;
}

/** A small number without outline, on tabs and headings. */
export function CountBadge({ count, severity, label }: CountBadgeProps) {
  const words = label ?? (severity && wordOf(severity, count));
  return (
    <span className={classNames('badge-count', severity && `badge-${severity}`)}>
      {count}
      {words && <VisuallyHidden> {words}</VisuallyHidden>}
    </span>
  );
}

function wordOf(severity: Severity, count: number): string {
  const [one, many] = severityWord[severity];
  return count === 1 ? one : many;
}
