import { useState } from 'react';
import type { Judged } from '../../src/expect/judgeExpectation.ts';
import type { LessonStep } from '../../src/lessons/lesson.ts';
import { Button } from '../ui/Button.tsx';
import { GoalList } from './GoalList.tsx';

export interface StepViewProps {
  readonly step: LessonStep;
  /** Counted from 1; absent where there is only one. */
  readonly place: number | undefined;
  readonly goals: readonly Judged[];
}

/** One step: what to do, its goals, and hints that are asked for one by one. */
export function StepView({ step: { text, hints }, place, goals }: StepViewProps) {
  const [shown, setShown] = useState(0);
  const met = goals.every(({ holds }) => holds);
  return (
    <li className="lesson-step">
      <p className="lesson-do">
        {place !== undefined && <span className="lesson-place">{place}</span>}
        <span>{text}</span>
      </p>
      <GoalList label={place === undefined ? 'Goals' : `Goals of step ${place}`} goals={goals} />
      {shown > 0 && (
        <ol className="lesson-hints" aria-label="Hints">
          {hints.slice(0, shown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
      {!met && shown < hints.length && (
        <Button size="dense" icon="help" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'A hint' : `Another hint (${shown} of ${hints.length} seen)`}
        </Button>
      )}
    </li>
  );
}
