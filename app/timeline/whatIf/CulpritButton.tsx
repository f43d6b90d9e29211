import { placeOf } from '../../../src/explain/reasonIn.ts';
import { graphOf } from '../../store/derived.ts';
import { useDesign } from '../../store/designStore.ts';
import { openPanel, reveal, selectEdge, selectNode } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';

export interface Culprit {
  readonly container?: string;
  /** The member that decides it. */
  readonly field?: string;
  readonly edge?: { readonly waits: string; readonly on: string };
}

/** One press to the edge or the field to change; nothing where the text names neither. */
export function CulpritButton({ culprit }: { readonly culprit: Culprit }) {
  const reading = useDesign((state) => state.shown);
  const { container, field, edge } = culprit;
  const { dependencies, containers } = graphOf(reading);
  const line =
    edge && (field === undefined || field === 'dependsOn')
      ? dependencies.find(
          ({ from, to }) => from === `container:${edge.on}` && to === `container:${edge.waits}`,
        )
      : undefined;
  if (edge !== undefined && line !== undefined) {
    return (
      <Button size="dense" onClick={() => selectEdge(line.key)}>
        Show how {edge.waits} waits for {edge.on}
      </Button>
    );
  }
  const path = field === undefined ? undefined : placeOf(reading.task, container, field);
  if (field === undefined || path === undefined) return null;
  const ofContainer = path[0] === 'containerDefinitions';
  const node = ofContainer ? containers.find(({ index }) => index === path[1])?.key : undefined;
  const go = () => {
    selectNode(node ?? 'task');
    openPanel('inspect');
    reveal(path);
  };
  return (
    <Button size="dense" onClick={go}>
      Show {field} of {ofContainer ? container : 'the task'}
    </Button>
  );
}
