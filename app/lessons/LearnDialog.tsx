import { course, lessons, puzzles } from '../../src/lessons/index.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonMarkOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import './LearnDialog.css';
import { forgetProgress, useProgress } from '../store/lessonProgress.ts';
import { leaveLessons, openLesson } from './openLesson.ts';

const close = () => setView({ overlay: 'none' });

/** All lessons and puzzles, with how far one is. */
export function LearnDialog() {
  const done = useProgress((progress) => progress.done);
  const current = useDesign(({ design }) => lessonMarkOf(design.parts).id);
  const next = lessons.find(({ id }) => done[id] === undefined);
  const inCourse = course.filter(({ id }) => done[id] !== undefined).length;
  return (
    <Dialog
      open
      size="large"
      title="Learn task definitions by making them"
      onClose={close}
      footer={
        <div className="learn-foot">
          {Object.keys(done).length > 0 && (
            <Button variant="plain" onClick={forgetProgress}>
              Forget my progress
            </Button>
          )}
          <span className="learn-space" />
          {current !== undefined && (
            <Button
              onClick={() => {
                close();
                void leaveLessons();
              }}
            >
              Back to my design
            </Button>
          )}
          {next !== undefined && (
            <Button variant="primary" data-autofocus onClick={() => void openLesson(next)}>
              {inCourse === 0 ? 'Begin' : 'Go on'}: {next.title}
            </Button>
          )}
        </div>
      }
    >
      <p className="learn-intro">
        Each lesson is a real task on the real canvas. The simulator checks it: any way that reaches the goal
        counts. Your own designs stay as they are. Progress is kept in this browser only.
      </p>
      <List title="Course" ordered lessons={course} done={done} current={current} />
      <List
        title="Puzzles"
        says="Up to three points for few steps: the places in which your task differs from its start. Trying out and undoing cost nothing."
        lessons={puzzles}
        done={done}
        current={current}
      />
    </Dialog>
  );
}

interface ListProps {
  readonly title: string;
  readonly ordered?: boolean;
  readonly says?: string;
  readonly lessons: readonly Lesson[];
  readonly done: Readonly<Record<string, 1 | 2 | 3>>;
  readonly current: string | undefined;
}

function List({ title, ordered = false, says, lessons: list, done, current }: ListProps) {
  if (list.length === 0) return null;
  const count = list.filter(({ id }) => done[id] !== undefined).length;
  return (
    <section className="learn-list" aria-label={title}>
      <h3>
        {title}
        <span className="learn-count">
          {count} of {list.length} done
        </span>
      </h3>
      {says !== undefined && <p className="learn-says">{says}</p>}
      <ol>
        {list.map((lesson, place) => {
          const score = done[lesson.id];
          return (
            <li key={lesson.id}>
              <button
                type="button"
                className={classNames('learn-lesson', lesson.id === current && 'learn-current')}
                aria-current={lesson.id === current || undefined}
                onClick={() => void openLesson(lesson)}
              >
                <Icon
                  name={score === undefined ? 'ring' : 'success'}
                  size={16}
                  label={score === undefined ? 'Not done:' : 'Done:'}
                />
                <span>
                  <span className="learn-title">
                    {ordered && `${place + 1}. `}
                    {lesson.title}
                  </span>
                  <span className="learn-teaches">{lesson.teaches}</span>
                </span>
                {!ordered && score !== undefined && <span className="learn-score">{score} of 3</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
