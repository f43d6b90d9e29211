import { CONDITIONS, conditionProblems } from '../../src/edit/changes/conditions.ts';
import { reorderContainer } from '../../src/edit/changes/containers.ts';
import { changeCondition, connect, disconnect } from '../../src/edit/changes/dependencies.ts';
import { mount, setReadOnly, unmount } from '../../src/edit/changes/mounts.ts';
import type { Condition } from '../../src/model/containerDefinition.ts';
import { wouldCycle } from '../../src/model/cycles.ts';
import type { ContainerNode, Graph, VolumeNode } from '../../src/model/graph.ts';
import { type NodeKey, parseNodeKey } from '../../src/model/nodeKey.ts';
import { runCommand } from '../commands/commands.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { useGate } from '../store/gateWords.ts';
import { selectNode } from '../store/viewStore.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Select } from '../ui/Select.tsx';

function nameOf(key: NodeKey): string {
  return parseNodeKey(key).name || 'without a name';
}

function occurrenceOf(key: string): number {
  return Number(/#(\d+)$/.exec(key)?.[1] ?? 1);
}

/** What a container waits for, mounts and logs to; each can be changed and taken away here. */
export function ContainerRows({ node, graph }: { readonly node: ContainerNode; readonly graph: Graph }) {
  const { key } = node;
  const task = useDesign((state) => state.shown.task);
  const waits = graph.dependencies.filter(({ to }) => to === key);
  const mounts = graph.mounts.filter(({ container }) => container === key);
  const routes = graph.routes.filter(({ from }) => from === key);
  const place = graph.containers.findIndex((each) => each.key === key);
  const others = graph.containers.filter(
    (other) =>
      other.key !== key && !waits.some(({ from, addedBy }) => from === other.key && addedBy === undefined),
  );
  const unmounted = graph.volumes.filter(({ key: volume }) => !mounts.some((each) => each.volume === volume));
  return (
    <ul className="outline-details">
      {waits.map((edge) =>
        edge.addedBy !== undefined ? (
          <li key={edge.key} className="outline-said">
            waits for {nameOf(edge.from)} {edge.condition}, added by ECS for {edge.addedBy}
            <GateNow edge={edge.key} />
          </li>
        ) : (
          <li key={edge.key}>
            <span className="outline-detail">
              waits for {nameOf(edge.from)}
              <GateNow edge={edge.key} />
            </span>
            <ConditionSelect
              waits={key}
              waitedFor={edge.from}
              condition={edge.condition as Condition}
              occurrence={occurrenceOf(edge.key)}
            />
            <IconButton
              size="dense"
              icon="close"
              label={`${nameOf(key)} no longer waits for ${nameOf(edge.from)}`}
              onClick={() => apply(disconnect(key, edge.from, occurrenceOf(edge.key)))}
            />
          </li>
        ),
      )}
      {mounts.map((edge) => (
        <li key={edge.key}>
          <span className="outline-detail">
            mounts {nameOf(edge.volume)} at {edge.containerPath || 'no path'}
          </span>
          <Checkbox
            label="read-only"
            checked={edge.readOnly}
            onChange={(readOnly) => apply(setReadOnly(key, edge.volume, readOnly, occurrenceOf(edge.key)))}
          />
          <IconButton
            size="dense"
            icon="close"
            label={`Unmount ${nameOf(edge.volume)} from ${nameOf(key)}`}
            onClick={() => apply(unmount(key, edge.volume, occurrenceOf(edge.key)))}
          />
        </li>
      ))}
      {routes.map((route) => (
        <li key={route.key} className="outline-said">
          {route.key.includes('>out') ? 'sends on' : 'logs'} by {route.driver} to{' '}
          {graph.logs.find((log) => log.key === route.to)?.title ?? nameOf(route.to)}
        </li>
      ))}
      <li className="outline-actions">
        <MenuButton
          label="Depends on…"
          size="dense"
          disabledReason={others.length === 0 ? 'There is no other container to wait for' : undefined}
          groups={[
            {
              id: 'others',
              heading: 'Wait for',
              items: others.map((other) => ({
                id: other.key,
                label: other.name || 'without a name',
                disabledReason:
                  wouldCycle(task, other.key, key) === undefined ? undefined : 'This would close a circle',
                onSelect: () => connectBest(key, other.key),
              })),
            },
          ]}
        />
        <MenuButton
          label="Mount…"
          size="dense"
          disabledReason={
            unmounted.length === 0 ? 'Every volume is mounted here, or there is none' : undefined
          }
          groups={[
            {
              id: 'volumes',
              heading: 'Mount',
              items: unmounted.map((volume) => ({
                id: volume.key,
                label: volume.name,
                onSelect: () => apply(mount(key, volume.key)),
              })),
            },
          ]}
        />
        <IconButton
          size="dense"
          icon="arrowUp"
          label={`Move ${nameOf(key)} up in the list`}
          disabledReason={place === 0 ? 'It is the first' : undefined}
          onClick={() => apply(reorderContainer(key, place - 1))}
        />
        <IconButton
          size="dense"
          icon="arrowDown"
          label={`Move ${nameOf(key)} down in the list`}
          disabledReason={place === graph.containers.length - 1 ? 'It is the last' : undefined}
          onClick={() => apply(reorderContainer(key, place + 1))}
        />
        <IconButton
          size="dense"
          icon="trash"
          label={`Delete ${nameOf(key)}`}
          onClick={() => {
            selectNode(key);
            runCommand('delete');
          }}
        />
      </li>
    </ul>
  );

  function connectBest(waiting: NodeKey, waitedFor: NodeKey): void {
    const problems = conditionProblems(task, waiting, waitedFor);
    const { healthCheck, essential } =
      graph.containers.find((each) => each.key === waitedFor)?.definition ?? {};
    const wished: Condition =
      healthCheck !== undefined ? 'HEALTHY' : essential === false ? 'SUCCESS' : 'START';
    apply(connect(waiting, waitedFor, problems[wished] === undefined ? wished : 'START'));
  }
}

const GATE_ICONS = { released: 'success', waiting: 'clock', never: 'close', over: 'minus' } as const;

/** What became of a gate at the playhead's second; nothing while there is none. */
function GateNow({ edge }: { readonly edge: string }) {
  const gate = useGate(edge);
  if (gate === undefined) return null;
  return (
    <span className={classNames('outline-gate', `outline-gate-${gate.state}`)}>
      <Icon name={GATE_ICONS[gate.state]} size={12} /> {gate.words}
    </span>
  );
}

interface ConditionSelectProps {
  readonly waits: NodeKey;
  readonly waitedFor: NodeKey;
  readonly condition: Condition;
  readonly occurrence: number;
}

function ConditionSelect({ waits, waitedFor, condition, occurrence }: ConditionSelectProps) {
  const task = useDesign((state) => state.shown.task);
  const problems = conditionProblems(task, waits, waitedFor);
  return (
    <Select
      label={`Condition on ${nameOf(waitedFor)}`}
      hideLabel
      size="dense"
      value={condition}
      options={CONDITIONS.map((each) => ({
        value: each,
        label: each,
        disabledReason: each === condition ? undefined : problems[each]?.refused,
      }))}
      onChange={(next) => apply(changeCondition(waits, waitedFor, next as Condition, { occurrence }))}
    />
  );
}

/** Who mounts a volume. */
export function VolumeRows({ node, graph }: { readonly node: VolumeNode; readonly graph: Graph }) {
  const mounts = graph.mounts.filter(({ volume }) => volume === node.key);
  return (
    <ul className="outline-details">
      {mounts.length === 0 && <li className="outline-said">nobody mounts it</li>}
      {mounts.map((edge) => (
        <li key={edge.key} className="outline-said">
          {nameOf(edge.container)} at {edge.containerPath}, {edge.readOnly ? 'read-only' : 'read and write'}
        </li>
      ))}
      <li className="outline-actions">
        <IconButton
          size="dense"
          icon="trash"
          label={`Delete volume ${node.name}`}
          onClick={() => {
            selectNode(node.key);
            runCommand('delete');
          }}
        />
      </li>
    </ul>
  );
}
