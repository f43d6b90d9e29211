import { useId, useState } from 'react';
import { scenarioFor } from '../../src/lessons/judgeLesson.ts';
import type { Lesson, Question } from '../../src/lessons/lesson.ts';
import { runIn } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { type Prediction, predict, useProgress } from '../store/lessonProgress.ts';
import { setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** So many seconds before its answer shows, a run begins to play. */
const LEAD = 4;

export interface QuestionViewProps {
  readonly lesson: Lesson;
  readonly question: Question;
}

/** A question to answer before the run; then the run plays, and says who was right. */
export function QuestionView({ lesson, question }: QuestionViewProps) {
  const task = useDesign((state) => state.shown.task);
  const prediction = useProgress(({ predictions }) => predictions[`${lesson.id}/${question.id}`]);
  const [choice, setChoice] = useState<string>();
  const group = useId();
  const play = () => {
    if (choice === undefined) return;
    const scenario = scenarioFor(lesson, question);
    const answer = question.answer(runIn(task, scenario), task);
    predict(lesson.id, question.id, { choice, answer });
    setView({
      scenario: scenario.id,
      played: undefined,
      bottom: 'run',
      bottomFolded: false,
      playhead: Math.max(0, answer.at - LEAD),
      playing: true,
    });
  };
  return (
    <section className="lesson-question" aria-label="Predict, then play">
      <h3>Predict, then play</h3>
      <p>{question.text}</p>
      {prediction === undefined ? (
        <>
          <fieldset className="lesson-choices">
            <legend className="visually-hidden">{question.text}</legend>
            {question.choices(task).map((each) => (
              <label key={each}>
                <input type="radio" name={group} checked={choice === each} onChange={() => setChoice(each)} />
                {each}
              </label>
            ))}
          </fieldset>
          <Button
            size="dense"
            icon="play"
            disabledReason={choice === undefined ? 'Choose an answer first' : undefined}
            onClick={play}
          >
            Play it
          </Button>
        </>
      ) : (
        <Outcome
          prediction={prediction}
          again={() => {
            setChoice(undefined);
            predict(lesson.id, question.id, undefined);
          }}
        />
      )}
    </section>
  );
}

function Outcome({ prediction, again }: { readonly prediction: Prediction; readonly again: () => void }) {
  const { choice, answer } = prediction;
  const waiting = useView(
    ({ playing, playhead }) => playing && playhead !== undefined && playhead < answer.at,
  );
  if (waiting) {
    return (
      <p className="lesson-outcome" role="status">
        You said: {choice}. The run plays below …
      </p>
    );
  }
  const right = choice === answer.choice;
  return (
    <>
      <p className={right ? 'lesson-outcome lesson-right' : 'lesson-outcome lesson-wrong'} role="status">
        <Icon name={right ? 'success' : 'close'} size={14} label={right ? 'Right:' : 'Not so:'} />
        <span>
          {right ? `You were right: ${choice}. ` : `You said ${choice}; the run says ${answer.choice}. `}
          {answer.why}
        </span>
      </p>
      <Button size="dense" variant="plain" icon="restart" onClick={again}>
        Ask again
      </Button>
    </>
  );
}
