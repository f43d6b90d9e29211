import { classNames } from './classNames.ts';
import './Meter.css';

/** One share of what is measured. */
export interface MeterSegment {
  readonly id: string;
  readonly label: string;
  /** In the unit of `total`. */
  readonly value: number;
}

/** What Meter takes. */
export interface MeterProps {
  /** What is measured: "Memory". */
  readonly label: string;
  /** The shares, in the order in which they are drawn; each in a grey of its own. */
  readonly segments: readonly MeterSegment[];
  readonly total: number;
  /** The sum in words: "1.5 of 2 GB". */
  readonly text: string;
  readonly className?: string | undefined;
}

/** How much of something is taken, and by whom; turns to the error colour when it is more than there is. */
export function Meter({ label, segments, total, text, className }: MeterProps) {
  const sum = segments.reduce((all, each) => all + each.value, 0);
  const over = sum > total;
  const whole = Math.max(sum, total);
  const width = (value: number) => (whole > 0 ? `${(value / whole) * 100}%` : '0');
  const shares = segments.map((each) => `${each.label} ${each.value}`).join(', ');
  return (
    <span className={classNames('meter', over && 'meter-over', className)}>
      <span className="meter-label">{label}</span>
      <span className="meter-bar" role="img" aria-label={`${label}: ${text}`} title={shares}>
        {segments
          .filter((each) => each.value > 0)
          .map((each) => (
            <span key={each.id} className="meter-segment" style={{ width: width(each.value) }} />
          ))}
      </span>
      <span className="meter-text" aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
