import type { Judged } from '../../src/expect/judgeExpectation.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';

export interface GoalListProps {
  readonly label: string;
  readonly goals: readonly Judged[];
}

/** What is to hold, each with whether it does and why. */
export function GoalList({ label, goals }: GoalListProps) {
  return (
    <ul className="lesson-goals" aria-label={label}>
      {goals.map(({ says, holds, why }, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a goal has no other identity than its place
          key={place}
          className={classNames('lesson-goal', holds && 'lesson-goal-met')}
        >
          <Icon name={holds ? 'success' : 'ring'} size={14} label={holds ? 'Holds:' : 'Not yet:'} />
          <span>
            {says}
            <span className="lesson-why">{why}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
