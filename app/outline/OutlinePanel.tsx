import type { ReactNode } from 'react';
import { setEssential } from '../../src/edit/changes/fields.ts';
import type { ContainerNode, Graph, VolumeNode } from '../../src/model/graph.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import { roleLabel } from '../../src/model/roleLabel.ts';
import { addEntryById } from '../commands/addEntries.ts';
import { findingsByNode, graphOf, worstOf } from '../store/derived.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { useEssentialPeek } from '../store/essentialPeek.ts';
import { stateWordsAt } from '../store/stateWords.ts';
import { useRun } from '../store/useRun.ts';
import { isSelected, openPanel, select, selectNode, useView } from '../store/viewStore.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Pill } from '../ui/Pill.tsx';
import { roleIcon } from '../ui/roleIcon.ts';
import { Toggle } from '../ui/Toggle.tsx';
import { ContainerRows, VolumeRows } from './OutlineRows.tsx';
import { useFolding } from './useFolding.ts';
import './OutlinePanel.css';

/** The task as an editable tree: the accessible twin of the canvas. Everything drawn there is said and done here. */
export function OutlinePanel() {
  const shown = useDesign((state) => state.shown);
  const graph = graphOf(shown);
  const { isOpen, toggle, setAll } = useFolding();
  return (
    <nav className="outline" aria-label="Outline of the task">
      <div className="outline-head">
        <TaskRow family={shown.task.family} />
        <Button size="dense" variant="plain" onClick={() => setAll([], false)}>
          Fold all
        </Button>
      </div>
      {graph.containers.length === 0 && (
        <EmptyState
          narrow
          title="No container yet."
          actions={<Button onClick={() => addEntryById('container')?.add({})}>Add a container</Button>}
        />
      )}
      <Group title="Containers">
        {graph.containers.map((node) => (
          <ContainerItem key={node.key} node={node} graph={graph} open={isOpen(node.key)} onToggle={toggle} />
        ))}
      </Group>
      <Group title="Volumes">
        {graph.volumes.map((node) => (
          <VolumeItem key={node.key} node={node} graph={graph} open={isOpen(node.key)} onToggle={toggle} />
        ))}
      </Group>
      <Group title="Logs to">
        {graph.logs.map((log) => (
          <li key={log.key}>
            <Row nodeKey={log.key}>
              <Icon name="logs" />
              <span className="outline-words">
                <span className="outline-name">{log.title}</span>
                <span className="outline-note">{log.detail}</span>
              </span>
            </Row>
          </li>
        ))}
      </Group>
    </nav>
  );
}

/** The rows of one kind; nothing of it where there is none. */
function Group({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  );
}

function TaskRow({ family }: { family: string | undefined }) {
  const selected = useView((view) => view.selection.kind === 'task');
  return (
    <button
      type="button"
      className={classNames('outline-row', selected && 'outline-selected')}
      aria-current={selected || undefined}
      onClick={() => {
        select({ kind: 'task' });
        openPanel('inspect');
      }}
    >
      <strong>Task</strong> <span className="outline-note">{family ?? 'without a family'}</span>
    </button>
  );
}

function Row({ nodeKey, children }: { nodeKey: NodeKey; children: ReactNode }) {
  const selected = useView((view) => isSelected(view.selection, nodeKey));
  return (
    <button
      type="button"
      className={classNames('outline-row', selected && 'outline-selected')}
      aria-current={selected || undefined}
      data-shortcuts=""
      onClick={() => selectNode(nodeKey)}
    >
      {children}
    </button>
  );
}

interface ItemProps<Node> {
  readonly node: Node;
  readonly graph: Graph;
  readonly open: boolean;
  readonly onToggle: (key: NodeKey) => void;
}

function Fold({ name, open, onToggle }: { name: string; open: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      className="outline-fold"
      aria-expanded={open}
      aria-label={`Details of ${name}`}
      onClick={onToggle}
    >
      <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
    </button>
  );
}

function Findings({ nodeKey }: { nodeKey: NodeKey }) {
  const findings = useDesign((state) => findingsByNode(state.shown, state.design.parts).get(nodeKey));
  const worst = findings && worstOf(findings);
  if (findings === undefined || worst === undefined) return null;
  return <Badge severity={worst} count={findings.length} />;
}

/** What the container does at the playhead's second; something else while there is none. */
function StateNow({ nodeKey, otherwise }: { nodeKey: NodeKey; otherwise: string }) {
  const run = useRun();
  const now = useView(({ playhead }) =>
    playhead === undefined ? undefined : stateWordsAt(run, nodeKey.slice('container:'.length), playhead),
  );
  if (now === undefined) return <span className="outline-note">{otherwise}</span>;
  return (
    <span className="outline-now" title={now.words}>
      <Pill state={now.state}>{now.words}</Pill>
    </span>
  );
}

function ContainerItem({ node, graph, open, onToggle }: ItemProps<ContainerNode>) {
  const peek = useEssentialPeek(node.key);
  const editable = useDesign((state) => state.reading.whole);
  const name = node.name || 'without a name';
  return (
    <li>
      <div className="outline-line">
        <Fold name={name} open={open} onToggle={() => onToggle(node.key)} />
        <Row nodeKey={node.key}>
          <Icon name={roleIcon[node.role]} />
          <span className="outline-words">
            <span className="outline-name">{name}</span>
            <StateNow nodeKey={node.key} otherwise={roleLabel[node.role]} />
          </span>
          <Findings nodeKey={node.key} />
        </Row>
        <Toggle
          hideLabel
          label="Essential"
          offLabel="Not essential"
          name={`${name}: Essential`}
          checked={node.definition.essential !== false}
          onChange={(essential) => apply(setEssential(node.key, essential))}
          tip={peek.text}
          onPeek={peek.onPeek}
          {...(editable ? {} : { disabledReason: 'The text cannot be read: mend it first' })}
        />
      </div>
      {open && <ContainerRows node={node} graph={graph} />}
    </li>
  );
}

function VolumeItem({ node, graph, open, onToggle }: ItemProps<VolumeNode>) {
  return (
    <li>
      <div className="outline-line">
        <Fold name={node.name} open={open} onToggle={() => onToggle(node.key)} />
        <Row nodeKey={node.key}>
          <Icon name="volume" />
          <span className="outline-name">{node.name || 'without a name'}</span>
          {node.index < 0 && <span className="outline-note">not declared</span>}
          <Findings nodeKey={node.key} />
        </Row>
      </div>
      {open && <VolumeRows node={node} graph={graph} />}
    </li>
  );
}
