import { useRef, useState } from 'react';
import type { Run } from '../../src/simulate/run.ts';
import { useRun } from '../store/useRun.ts';
import { reveal, selectNode } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';

/** The first of each are said; a run that polls has one for every second it notices late. */
const MOST = 6;

/** What ECS would refuse of this task, and what the run cannot know: nothing to see where neither is there. */
export function Doubts() {
  const { refused, uncertain } = useRun();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (refused.length === 0 && uncertain.length === 0) return null;
  const bad = refused.length > 0;
  return (
    <>
      <Button
        ref={button}
        size="dense"
        variant="plain"
        icon={bad ? 'warning' : 'info'}
        className={bad ? 'doubts doubts-bad' : 'doubts'}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {bad ? 'ECS would refuse it' : 'Uncertain'}
      </Button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={button}
        label="What is doubtful in this run"
        side="top"
      >
        <div className="doubts-list">
          <Refusals refused={refused} />
          <Uncertainties uncertain={uncertain} />
        </div>
      </Popover>
    </>
  );
}

function Refusals({ refused }: Pick<Run, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <section>
      <h3>ECS would refuse this task; the run shows what it can without</h3>
      <ul>
        {refused.slice(0, MOST).map(({ container, path, text }) => (
          <li key={`${path.join('.')} ${text}`}>
            <span>{text}</span>
            <Button
              size="dense"
              onClick={() => {
                selectNode(container === undefined ? 'task' : `container:${container}`);
                reveal(path);
              }}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
      <More of={refused.length} />
    </section>
  );
}

function Uncertainties({ uncertain }: Pick<Run, 'uncertain'>) {
  const texts = [...new Set(uncertain.map(({ text }) => text))];
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>Uncertain</h3>
      <ul>
        {texts.slice(0, MOST).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <More of={texts.length} />
    </section>
  );
}

function More({ of }: { readonly of: number }) {
  return of > MOST ? <p>and {of - MOST} more</p> : null;
}
