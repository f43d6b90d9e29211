import { useMemo, useRef, useState } from 'react';
import { headline } from '../../src/explain/headline.ts';
import { freeToGain, pathToRunning } from '../../src/explain/pathToRunning.ts';
import { whyAt } from '../../src/explain/why.ts';
import { graphOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { useRun, useScenario } from '../store/useRun.ts';
import { selectEdge, selectedNode, selectNode, setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import { waitCostsOf } from './waitCostsOf.ts';

/**
 * The run in a sentence; with a container selected and a second chosen, why it is where it is. A press shows the way to
 * RUNNING, with what each gate on it costs.
 */
export function Sentence() {
  const run = useRun();
  const scenario = useScenario();
  const task = useDesign((state) => state.shown.task);
  const selected = useView((view) => selectedNode(view.selection))?.replace(/^container:/, '');
  const known = selected !== undefined && run.containers.some(({ key }) => key === selected);
  const costs = waitCostsOf(task, scenario, run);
  const whole = [headline(run), freeToGain(run, costs)].join(' ').trim();
  const words = useView(({ playhead }) =>
    known && playhead !== undefined ? whyAt(run, task, selected, playhead) : whole,
  );
  const steps = useMemo(() => pathToRunning(run, costs), [run, costs]);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  if (steps.length === 0) {
    return (
      <p className="timeline-sentence" title={words}>
        {words}
      </p>
    );
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="timeline-why"
        title={words}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="timeline-sentence">{words}</span>
      </button>
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label="The way to RUNNING"
        side="top"
        align="end"
        className="timeline-path"
      >
        <p>{whole}</p>
        <ol>
          {steps.map(({ container, name, from, when, gate }) => (
            <li key={container}>
              <Button
                size="dense"
                variant="plain"
                onClick={() => {
                  selectNode(`container:${container}`);
                  setView({ playhead: from, playing: false });
                }}
              >
                {name}
              </Button>{' '}
              <span className="tabular">{when}</span>
              {gate !== undefined && (
                <p>
                  {gate.words} <ShowEdge waits={container} on={gate.on} />
                </p>
              )}
            </li>
          ))}
        </ol>
      </Popover>
    </>
  );
}

/** To the edge on the canvas that makes the container wait. */
function ShowEdge({ waits, on }: { readonly waits: string; readonly on: string }) {
  const graph = useDesign((state) => graphOf(state.shown));
  const edge = graph.dependencies.find(
    ({ from, to }) => from === `container:${on}` && to === `container:${waits}`,
  );
  if (edge === undefined) return null;
  return (
    <Button size="dense" onClick={() => selectEdge(edge.key)}>
      Show the edge
    </Button>
  );
}
