import type { Lesson } from '../../src/lessons/lesson.ts';
import { apply } from '../store/designStore.ts';
import { playOrPause } from '../store/playhead.ts';
import { setView, signal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';

export interface SolutionViewProps {
  readonly lesson: Lesson;
  /** How many changes of the solution are made. */
  readonly made: number;
  readonly onMade: (made: number) => void;
}

/** The solution, played one change after the other on the real task. */
export function SolutionView({ lesson, made, onMade }: SolutionViewProps) {
  const changes = lesson.steps.flatMap(({ solution }) => solution);
  const next = changes[made];
  return (
    <section className="lesson-solution" aria-label="One solution">
      <h3>One solution</h3>
      <ol>
        {changes.map(({ label }, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same
            key={place}
            className={classNames(place < made && 'lesson-made', place === made && 'lesson-next')}
            aria-current={place === made ? 'step' : undefined}
          >
            <Icon
              name={place < made ? 'success' : 'ring'}
              size={14}
              label={place < made ? 'Done:' : undefined}
            />
            <span>{label}</span>
          </li>
        ))}
      </ol>
      {next === undefined ? (
        <Button
          size="dense"
          icon="play"
          onClick={() => {
            setView({ playing: false, playhead: undefined, played: undefined, bottom: 'run' });
            playOrPause();
          }}
        >
          Play the run
        </Button>
      ) : (
        <Button
          size="dense"
          variant="primary"
          icon="stepForward"
          onClick={() => {
            if (apply(next) !== undefined) return;
            onMade(made + 1);
            signal('fit');
          }}
        >
          {made === 0 ? 'Make the first change' : 'Make the next change'}
        </Button>
      )}
    </section>
  );
}
