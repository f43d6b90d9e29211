import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import { mount, unmount } from '../../../src/edit/changes/mounts.ts';
import { declareVolume } from '../../../src/edit/changes/volumes.ts';
import type { VolumeNode } from '../../../src/model/graph.ts';
import { items } from '../../../src/model/list.ts';
import { findingsByNode, graphOf } from '../../store/derived.ts';
import { apply, applyAll } from '../../store/designStore.ts';
import { selectEdge } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { roleIcon } from '../../ui/roleIcon.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { FieldView } from '../FieldView.tsx';
import { rawAt, receptionOf } from '../fieldFacts.ts';
import { matches, tables, volumeMembers } from '../fieldGroups.ts';
import { useInspected } from '../InspectorContext.ts';
import { Strangers } from '../Strangers.tsx';
import { SubjectFindings } from '../SubjectFindings.tsx';
import { calledOf } from '../special/subjects.ts';
import { kindOf, type VolumeKindInfo, volumeKinds } from '../volumeKinds.ts';

/** A volume: its name, its kind with all that belongs to it, and who mounts it. */
export function VolumeView({ node }: { readonly node: VolumeNode }) {
  const { reading, parts, needle } = useInspected();
  if (node.index < 0) {
    return (
      <>
        <div className="inspect-plain">
          <p>Containers mount {node.name}, and the task does not declare it.</p>
          <Button icon="plus" onClick={() => apply(declareVolume(node.key))}>
            Declare it as an empty task volume
          </Button>
        </div>
        <MountedBy node={node} />
      </>
    );
  }
  const base = ['volumes', node.index];
  const name = tables.volume.name;
  const set = volumeMembers.filter(
    (member) => member !== 'name' && rawAt(reading, [...base, member]) !== undefined,
  );
  const shown = set.filter((member) => {
    const field = tables.volume[member];
    return field !== undefined && (needle === '' || matches(needle, member, field));
  });
  return (
    <>
      {needle === '' && <SubjectFindings findings={findingsByNode(reading, parts).get(node.key) ?? []} />}
      <Section title="General">
        {name !== undefined && <FieldView path={[...base, 'name']} field={name} />}
        <KindChoice node={node} set={set} />
        {shown.map((member) => {
          const field = tables.volume[member];
          return field && <FieldView key={member} path={[...base, member]} field={field} />;
        })}
      </Section>
      <MountedBy node={node} />
      <Strangers base={base} />
    </>
  );
}

/** What kind of volume it is. Another kind takes the members of the former one out. */
function KindChoice({ node, set }: { readonly node: VolumeNode; readonly set: readonly string[] }) {
  const { task } = useInspected();
  const base = ['volumes', node.index];
  const now = kindOf(node.volume);
  const { text } = receptionOf(task, now.member === undefined ? base : [...base, now.member]);
  const change = (next: VolumeKindInfo) =>
    applyAll(`Make ${node.name} ${next.label}`, [
      ...set.map((member) => removeField([...base, member])),
      ...(next.member === undefined ? [] : [setField([...base, next.member], next.initial)]),
    ]);
  return (
    <div className="inspect-field">
      <Select
        label="Kind"
        layout="row"
        value={now.kind}
        warning={text}
        options={volumeKinds.map(({ kind, label, member }) => {
          const { nowhere } = receptionOf(task, member === undefined ? base : [...base, member]);
          const elsewhere =
            nowhere || (kind === 'host' && receptionOf(task, [...base, 'host', 'sourcePath']).nowhere);
          return { value: kind, label: elsewhere ? `${label} (not taken here)` : label };
        })}
        onChange={(kind) => {
          const next = volumeKinds.find((each) => each.kind === kind);
          if (next !== undefined && next !== now) change(next);
        }}
      />
    </div>
  );
}

/** The containers that mount it, and a menu of the others. */
function MountedBy({ node }: { readonly node: VolumeNode }) {
  const { reading } = useInspected();
  const { containers, mounts } = graphOf(reading);
  const own = mounts.filter(({ volume }) => volume === node.key);
  return (
    <Section title="Mounted by" badge={{ count: own.length }}>
      <ul className="inspect-list">
        {own.map((edge) => {
          const container = containers.find(({ key }) => key === edge.container);
          if (container === undefined) return null;
          const occurrence = own.filter(({ container: other }) => other === edge.container).indexOf(edge) + 1;
          const called = calledOf(container, 'Container');
          return (
            <li key={edge.key} className="inspect-list-item">
              <button type="button" className="inspect-list-link" onClick={() => selectEdge(edge.key)}>
                <Icon name={roleIcon[container.role]} size={14} />
                <span className="inspect-list-name">{called}</span>
                <span className="inspect-list-more">
                  <code>{edge.containerPath}</code> {edge.readOnly ? 'ro' : 'rw'}
                </span>
              </button>
              <IconButton
                icon="close"
                size="dense"
                label={`Unmount from ${called}`}
                onClick={() => apply(unmount(edge.container, node.key, occurrence))}
              />
            </li>
          );
        })}
      </ul>
      {own.length === 0 && <p className="inspect-quiet">Nobody.</p>}
      <div className="inspect-foot">
        <MenuButton
          label="Mount in…"
          icon="plus"
          iconOnly={false}
          variant="plain"
          size="dense"
          disabledReason={containers.length === 0 ? 'There is no container in the task' : undefined}
          groups={[
            {
              id: 'containers',
              items: containers.map((container) => ({
                id: container.key,
                label: calledOf(container, 'Container'),
                icon: roleIcon[container.role],
                detail: items(container.definition.mountPoints).some(
                  ([{ sourceVolume }]) => sourceVolume === node.name,
                )
                  ? 'once more, at another path'
                  : undefined,
                onSelect: () => apply(mount(container.key, node.key)),
              })),
            },
          ]}
        />
      </div>
    </Section>
  );
}
