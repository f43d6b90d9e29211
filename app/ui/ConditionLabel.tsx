import { classNames } from './classNames.ts';
import './ConditionLabel.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** A condition of dependsOn. */
export type ConditionName = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY';

interface ConditionLook {
  readonly icon: IconName;
  /** stroke-dasharray of a line 2 px wide; empty: solid. */
  readonly dash: string;
  readonly linecap: 'round' | 'butt';
  /** The token of its colour. */
  readonly colour: string;
  /** What it waits for, after the name of the other container. */
  readonly words: string;
}

/** How each condition looks and what it says. */
export const conditionLooks: Readonly<Record<ConditionName, ConditionLook>> = {
  START: {
    icon: 'start',
    dash: '1.5 5',
    linecap: 'round',
    colour: '--condition-start',
    words: 'is running, or has run',
  },
  COMPLETE: {
    icon: 'complete',
    dash: '11 4 2 4',
    linecap: 'butt',
    colour: '--condition-complete',
    words: 'has exited, any code',
  },
  SUCCESS: {
    icon: 'success',
    dash: '8 5',
    linecap: 'butt',
    colour: '--condition-success',
    words: 'has exited with 0',
  },
  HEALTHY: {
    icon: 'heart',
    dash: '',
    linecap: 'butt',
    colour: '--condition-healthy',
    words: 'passes its check',
  },
};

/** How a gate looks; what ECS makes by itself is a START, and what can never hold has a cross and the colour of failures. */
export function gateLook(condition: ConditionName | 'CREATE', unmet: boolean): ConditionLook {
  const look = conditionLooks[condition === 'CREATE' ? 'START' : condition];
  return unmet ? { ...look, icon: 'close', colour: '--condition-unmet' } : look;
}

/** What ConditionLabel takes. */
export interface ConditionLabelProps {
  readonly condition: ConditionName;
  /** It can never be met: the fail colour, ×, and the word "unmet". */
  readonly unmet?: boolean | undefined;
  /** At the second that is shown it does not hold yet: a clock instead of its glyph. */
  readonly waiting?: boolean | undefined;
  /** At the second that is shown it holds: filled. */
  readonly released?: boolean | undefined;
  /** ECS adds it itself: no outline, and it says so. */
  readonly implied?: boolean | undefined;
  /** Without outline and ground, for lists of choices. */
  readonly plain?: boolean | undefined;
}

/** The name of a condition as it stands on its edge: colour, glyph and word. */
export function ConditionLabel(props: ConditionLabelProps) {
  const { condition, unmet, waiting, released, implied, plain } = props;
  const { icon } = conditionLooks[condition];
  return (
    <span
      className={classNames(
        'condition',
        `condition-${unmet ? 'unmet' : condition.toLowerCase()}`,
        implied && 'condition-implied',
        plain && 'condition-plain',
        waiting && 'condition-waiting',
        released && !implied && 'condition-released',
      )}
    >
      <Icon name={unmet ? 'close' : waiting ? 'clock' : icon} size={12} />
      {condition}
      {unmet && <span className="condition-unmet-word"> unmet</span>}
      {implied && ' added by ECS'}
    </span>
  );
}

/** A piece of a condition's line, in its colour and dash. */
export function ConditionLine({
  condition,
  width = 32,
}: {
  readonly condition: ConditionName;
  readonly width?: number;
}) {
  const { dash, linecap } = conditionLooks[condition];
  return (
    <svg
      className={`condition-line condition-${condition.toLowerCase()}`}
      width={width}
      height="4"
      viewBox={`0 0 ${width} 4`}
      aria-hidden="true"
      focusable="false"
    >
      <line
        x1="1"
        y1="2"
        x2={width - 1}
        y2="2"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={dash || undefined}
        strokeLinecap={linecap}
      />
    </svg>
  );
}
