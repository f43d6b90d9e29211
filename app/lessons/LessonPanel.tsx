import { useEffect, useState } from 'react';
import { course, lessons, puzzles } from '../../src/lessons/index.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { scoreOf } from '../../src/lessons/score.ts';
import { glossary } from '../../src/model/glossary.ts';
import { designStore, useDesign } from '../store/designStore.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Term } from '../ui/Term.tsx';
import { GoalList } from './GoalList.tsx';
import './LessonPanel.css';
import { markDone } from '../store/lessonProgress.ts';
import { Met } from './Met.tsx';
import { leaveLessons, playFreely, resetLesson } from './openLesson.ts';
import { QuestionView } from './QuestionView.tsx';
import { SolutionView } from './SolutionView.tsx';
import { StepView } from './StepView.tsx';
import { useLesson, useVerdict } from './useLesson.ts';

/** The lesson that the design on screen is a try at, beside the real canvas. */
export function LessonPanel() {
  const lesson = useLesson();
  if (lesson === undefined) {
    return (
      <EmptyState
        narrow
        title="This design belongs to a lesson that this version does not know."
        actions={
          <>
            <Button onClick={() => setView({ overlay: 'learn' })}>All lessons</Button>
            <Button onClick={() => void playFreely()}>Go on without it</Button>
          </>
        }
      />
    );
  }
  return <OpenLesson key={`${lesson.id} ${lesson.title}`} lesson={lesson} />;
}

/** "Lesson 2 of 15", "Puzzle 3 of 12". */
function placeOf(lesson: Lesson): string {
  const inCourse = course.indexOf(lesson);
  if (inCourse >= 0) return `Lesson ${inCourse + 1} of ${course.length}`;
  const inPuzzles = puzzles.indexOf(lesson);
  return inPuzzles >= 0 ? `Puzzle ${inPuzzles + 1} of ${puzzles.length}` : 'A lesson sent to you';
}

function OpenLesson({ lesson }: { readonly lesson: Lesson }) {
  const verdict = useVerdict(lesson);
  const whole = useDesign((state) => state.reading.whole);
  /** Changes of the solution that are made; absent: it is not shown. */
  const [made, setMade] = useState<number>();
  const isShown = made !== undefined;
  useEffect(() => {
    if (!verdict.met || isShown || lesson.id === 'own') return;
    markDone(lesson.id, scoreOf(lesson, designStore.getState().shown.task));
  }, [verdict, lesson, isShown]);

  const goals = [...verdict.steps.flat(), ...verdict.keep];
  const held = goals.filter(({ holds }) => holds).length;
  const hasSolution = lesson.steps.some(({ solution }) => solution.length > 0);
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    <div className="lesson">
      <header className="lesson-head">
        <p className="lesson-kicker">{placeOf(lesson)}</p>
        <div className="lesson-head-buttons">
          <IconButton
            size="dense"
            icon="outline"
            label="All lessons"
            onClick={() => setView({ overlay: 'learn' })}
          />
          <MenuButton
            label="More of this lesson"
            icon="more"
            variant="plain"
            size="dense"
            align="end"
            groups={[
              {
                id: 'lesson',
                items: [
                  {
                    id: 'reset',
                    label: 'Begin again',
                    onSelect: () => {
                      setMade(undefined);
                      resetLesson(lesson);
                    },
                  },
                  { id: 'free', label: 'Play freely with this task', onSelect: () => void playFreely() },
                  { id: 'leave', label: 'Back to my design', onSelect: () => void leaveLessons() },
                ],
              },
            ]}
          />
        </div>
        <h2>{lesson.title}</h2>
      </header>
      <div className="lesson-body">
        {lesson.story.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {lesson.questions.map((question) => (
          <QuestionView key={question.id} lesson={lesson} question={question} />
        ))}
        {!whole && (
          <p className="lesson-unread">
            The text cannot be read as it stands: the goals are those of its last readable state.
          </p>
        )}
        <ol className="lesson-steps">
          {lesson.steps.map((step, place) => (
            <StepView
              key={step.text}
              step={step}
              place={lesson.steps.length > 1 ? place + 1 : undefined}
              goals={verdict.steps[place] ?? []}
            />
          ))}
        </ol>
        <section className="lesson-keep">
          <h3>And still</h3>
          <GoalList label="What must still hold" goals={verdict.keep} />
        </section>
        {lesson.terms.length > 0 && (
          <p className="lesson-terms">
            <span>Words: </span>
            {lesson.terms.map((id) => (
              <Term key={id} {...glossary[id]} />
            ))}
          </p>
        )}
        {isShown && <SolutionView lesson={lesson} made={made} onMade={setMade} />}
      </div>
      <footer className="lesson-foot">
        {verdict.met ? (
          <Met lesson={lesson} shown={isShown} next={next} />
        ) : (
          <>
            <span className="lesson-count">
              {held} of {goals.length} hold
            </span>
            {hasSolution && !isShown && (
              <Button
                size="dense"
                variant="plain"
                onClick={() => {
                  resetLesson(lesson);
                  setMade(0);
                }}
              >
                Show the solution
              </Button>
            )}
          </>
        )}
      </footer>
      <LiveRegion message={verdict.met ? 'All goals hold.' : `${held} of ${goals.length} goals hold.`} />
    </div>
  );
}
