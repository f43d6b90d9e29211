import { setContainerPath, setReadOnly, unmount } from '../../../src/edit/changes/mounts.ts';
import type { MountEdge } from '../../../src/model/graph.ts';
import { parseNodeKey } from '../../../src/model/nodeKey.ts';
import { pathKey } from '../../../src/model/path.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { select, selectNode } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findingsWithin, oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { SubjectFindings } from '../SubjectFindings.tsx';
import { writeField } from '../writeField.ts';
import { ContainerLink } from './DependencyView.tsx';

/** One mount: where the container sees the volume, and whether it may write. */
export function MountView({ edge }: { readonly edge: MountEdge }) {
  const { reading, findings } = useInspected();
  const occurrence =
    graphOf(reading)
      .mounts.filter(({ container, volume }) => container === edge.container && volume === edge.volume)
      .indexOf(edge) + 1;
  const pathOfMount = [...edge.path, 'containerPath'];
  const odd = oddAt(reading, pathOfMount, edge.containerPath || undefined);
  return (
    <>
      <SubjectFindings findings={findingsWithin(findings, edge.path)} />
      <div className="inspect-plain">
        <p>
          <ContainerLink node={edge.container} /> mounts{' '}
          <button type="button" className="inspect-link" onClick={() => selectNode(edge.volume)}>
            {parseNodeKey(edge.volume).name}
          </button>
          .
        </p>
        <div data-path={pathKey(pathOfMount)}>
          <TextField
            label="Path"
            layout="row"
            mono
            value={odd?.raw ?? edge.containerPath}
            error={odd?.why}
            onCommit={(text) =>
              (odd === undefined
                ? apply(setContainerPath(edge.container, edge.volume, text, occurrence))
                : writeField(pathOfMount, text)) === undefined
                ? undefined
                : false
            }
          />
        </div>
        <SegmentedControl<'rw' | 'ro'>
          label="May the container write"
          value={edge.readOnly ? 'ro' : 'rw'}
          segments={[
            { value: 'rw', label: 'Read and write' },
            { value: 'ro', label: 'Read only' },
          ]}
          onChange={(next) => apply(setReadOnly(edge.container, edge.volume, next === 'ro', occurrence))}
        />
        <div>
          <Button
            variant="danger"
            icon="trash"
            onClick={() => {
              if (apply(unmount(edge.container, edge.volume, occurrence)) === undefined)
                select({ kind: 'none' });
            }}
          >
            Unmount
          </Button>
        </div>
      </div>
    </>
  );
}
