import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import { setContainerPath, setReadOnly } from '../../../src/edit/changes/mounts.ts';
import type { ContainerNode, MountEdge } from '../../../src/model/graph.ts';
import { type Path, pathKey, samePath } from '../../../src/model/path.ts';
import { mountItems } from '../../commands/mountItems.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Cell } from '../controls/Cell.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { calledOf, containerOf } from './subjects.ts';

/** Which volumes a container sees, where, and whether it may write. */
export function MountsControl({ path, field, value, label }: ControlProps) {
  const { reading, findings } = useInspected();
  const container = containerOf(reading, path);
  if (container === undefined || field.kind !== 'list' || field.item.kind !== 'structure') return null;
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const { fields } = field.item;
  return (
    <fieldset
      className="inspect-rows"
      style={{ '--columns': 'minmax(0, 1fr) minmax(0, 1.1fr) 48px' } as React.CSSProperties}
    >
      <legend className="inspect-label">{label}</legend>
      {entries.length > 0 && (
        <div className="inspect-row inspect-row-head" aria-hidden="true">
          <span>Volume</span>
          <span>Path</span>
          <span>Access</span>
        </div>
      )}
      <ul>
        {entries.map((entry, index) => {
          const at = [...path, index];
          const edge = graphOf(reading).mounts.find((each) => samePath(each.path, at));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mount has no other identity than its place
            <li key={index} data-path={pathKey(at)}>
              <div className="inspect-row">
                {edge !== undefined ? (
                  <Mount edge={edge} path={at} number={index + 1} />
                ) : oddAt(reading, at, entry) !== undefined ? (
                  <code className="inspect-row-odd">{oddAt(reading, at, entry)?.raw}</code>
                ) : (
                  Object.entries(fields).map(([name, member]) => (
                    <Cell
                      key={name}
                      path={[...at, name]}
                      field={member}
                      label={`${member.label} of mount ${index + 1}`}
                    />
                  ))
                )}
                <IconButton
                  icon="close"
                  size="dense"
                  label={`Remove mount ${index + 1}`}
                  onClick={() => apply(removeField(at, { label: 'Unmount' }))}
                />
              </div>
              <FindingNotes findings={findingsWithin(findings, at)} />
            </li>
          );
        })}
      </ul>
      <FindingNotes findings={findingsAt(findings, path)} />
      <div className="inspect-foot">
        <MountMenu container={container} />
      </div>
    </fieldset>
  );
}

interface MountProps {
  readonly edge: MountEdge;
  readonly path: Path;
  readonly number: number;
}

/** A mount whose volume is known. */
export function Mount({ edge, path, number }: MountProps) {
  const { reading } = useInspected();
  const { volumes, mounts } = graphOf(reading);
  const named = volumes.filter(({ name }) => name !== '');
  const occurrence =
    mounts
      .filter(({ container, volume }) => container === edge.container && volume === edge.volume)
      .indexOf(edge) + 1;
  const oddPath = oddAt(reading, [...path, 'containerPath'], edge.containerPath || undefined);
  return (
    <>
      <Select
        label={`Volume of mount ${number}`}
        hideLabel
        size="dense"
        value={named.find(({ key }) => key === edge.volume)?.name ?? ''}
        options={[...new Set(named.map(({ name }) => name))].map((name) => ({ value: name, label: name }))}
        onChange={(name) => apply(setField([...path, 'sourceVolume'], name, { label: `Mount ${name}` }))}
      />
      <TextField
        label={`Path of mount ${number}`}
        hideLabel
        size="dense"
        mono
        value={oddPath?.raw ?? edge.containerPath}
        error={oddPath?.why}
        onCommit={(text) =>
          apply(
            oddPath === undefined
              ? setContainerPath(edge.container, edge.volume, text, occurrence)
              : setField([...path, 'containerPath'], text, { replaces: true }),
          ) === undefined
            ? undefined
            : false
        }
      />
      <Checkbox
        label="ro"
        checked={edge.readOnly}
        onChange={(checked) => apply(setReadOnly(edge.container, edge.volume, checked, occurrence))}
      />
    </>
  );
}

/** The volumes of the task, to mount one more; or a new one. */
function MountMenu({ container }: { readonly container: ContainerNode }) {
  const { reading } = useInspected();
  return (
    <MenuButton
      label="Mount…"
      icon="plus"
      iconOnly={false}
      variant="plain"
      size="dense"
      groups={() => mountItems(reading, container.key, (volume) => calledOf(volume, 'Volume'))}
    />
  );
}
