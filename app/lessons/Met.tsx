import { readingOf } from '../../src/edit/design.ts';
import { designOf } from '../../src/lessons/designOf.ts';
import { puzzles } from '../../src/lessons/index.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { parOf, scoreOf, stepsBetween } from '../../src/lessons/score.ts';
import { useDesign } from '../store/designStore.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { openLesson } from './openLesson.ts';

export interface MetProps {
  readonly lesson: Lesson;
  /** The solution was shown. */
  readonly shown: boolean;
  readonly next: Lesson | undefined;
}

/** What is said once everything holds: what one has seen, how few steps it took, and where to go on. */
export function Met({ lesson, shown, next }: MetProps) {
  const task = useDesign((state) => state.shown.task);
  const isPuzzle = puzzles.includes(lesson);
  return (
    <div className="lesson-met">
      <p className="lesson-met-title">
        <Icon name="success" size={16} />
        {shown ? 'That is one way.' : 'Done.'}
      </p>
      <p>{lesson.learnt}</p>
      {isPuzzle && !shown && <Score lesson={lesson} task={task} />}
      <div className="lesson-met-buttons">
        {next === undefined ? (
          <Button onClick={() => setView({ overlay: 'learn' })}>All lessons</Button>
        ) : (
          <Button variant="primary" iconEnd="arrowRight" onClick={() => void openLesson(next)}>
            {next.title}
          </Button>
        )}
      </div>
    </div>
  );
}

function Score({ lesson, task }: { readonly lesson: Lesson; readonly task: Parameters<typeof scoreOf>[1] }) {
  const steps = stepsBetween(readingOf(designOf(lesson)).task, task);
  const par = parOf(lesson);
  const score = scoreOf(lesson, task);
  return (
    <p>
      <strong>{score} of 3 points.</strong> Your task differs from the start in {steps}{' '}
      {steps === 1 ? 'place' : 'places'};{' '}
      {score === 3 ? 'it cannot be done in many fewer.' : `it can be done in ${par}.`}
    </p>
  );
}
