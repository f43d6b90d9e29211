import { headline } from '../../src/explain/headline.ts';
import { whyAt } from '../../src/explain/why.ts';
import { useDesign } from '../store/designStore.ts';
import { useRun } from '../store/useRun.ts';
import { selectedNode, useView } from '../store/viewStore.ts';

/** The run in a sentence; with a container selected and a second chosen, why it is where it is. */
export function Sentence() {
  const run = useRun();
  const task = useDesign((state) => state.shown.task);
  const selected = useView((view) => selectedNode(view.selection))?.replace(/^container:/, '');
  const known = selected !== undefined && run.containers.some(({ key }) => key === selected);
  const words = useView(({ playhead }) =>
    known && playhead !== undefined ? whyAt(run, task, selected, playhead) : headline(run),
  );
  return (
    <p className="timeline-sentence" title={words}>
      {words}
    </p>
  );
}
