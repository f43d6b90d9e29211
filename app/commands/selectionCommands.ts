/** What can be done with what is selected. */
import type { Change } from '../../src/edit/change.ts';
import { removeNote } from '../../src/edit/changes/canvas.ts';
import { duplicateContainer, removeContainer } from '../../src/edit/changes/containers.ts';
import { disconnect } from '../../src/edit/changes/dependencies.ts';
import { toggleEssential } from '../../src/edit/changes/fields.ts';
import { routeLogs } from '../../src/edit/changes/logs.ts';
import { unmount } from '../../src/edit/changes/mounts.ts';
import { removeVolume } from '../../src/edit/changes/volumes.ts';
import { copyContainers } from '../../src/edit/clipboard.ts';
import { type NodeKey, parseNodeKey } from '../../src/model/nodeKey.ts';
import { copyText } from '../store/copyText.ts';
import { graphOf } from '../store/derived.ts';
import { applyAll, designStore } from '../store/designStore.ts';
import { notify, openPanel, select, setView, signal, viewStore } from '../store/viewStore.ts';
import { addAndSelect } from './addAndSelect.ts';
import type { Command } from './command.ts';

function selectedKeys(): readonly NodeKey[] {
  const { selection } = viewStore.getState();
  return selection.kind === 'nodes' ? selection.keys : [];
}

function selectedContainers(): readonly NodeKey[] {
  return selectedKeys().filter((key) => key.startsWith('container:'));
}

function needsContainer(): string | undefined {
  return selectedContainers().length === 0 ? 'Select a container first' : undefined;
}

function occurrenceOf(key: string): number {
  return Number(/#(\d+)$/.exec(key)?.[1] ?? 1);
}

/** The change that takes an edge away, written or drawn; an edge that ECS adds cannot be taken away. */
export function removalOfEdge(key: string): Change | string | undefined {
  const graph = graphOf(designStore.getState().shown);
  const dependency = graph.dependencies.find((edge) => edge.key === key);
  if (dependency?.addedBy !== undefined) {
    return `ECS adds this edge because of ${dependency.addedBy}: it goes when that goes.`;
  }
  if (dependency !== undefined) return disconnect(dependency.to, dependency.from, occurrenceOf(key));
  const mount = graph.mounts.find((edge) => edge.key === key);
  if (mount !== undefined) return unmount(mount.container, mount.volume, occurrenceOf(key));
  const route = graph.routes.find((edge) => edge.key === key);
  if (route !== undefined) {
    if (key.endsWith('>out'))
      return 'What a router sends on is set by the log options of those who log through it.';
    return routeLogs(route.from, undefined);
  }
  return undefined;
}

function removalOfNode(key: NodeKey): Change | string | undefined {
  const { kind } = parseNodeKey(key);
  if (kind === 'container') return removeContainer(key);
  if (kind === 'volume') return removeVolume(key);
  if (kind === 'note') return removeNote(key.slice('note:'.length));
  return 'A log destination goes when nobody logs to it.';
}

/** Removes whatever is selected, as one step. */
export function removeSelected(): void {
  const { selection } = viewStore.getState();
  const wishes =
    selection.kind === 'edge'
      ? [removalOfEdge(selection.key)]
      : // From the last to the first, so that `#2` still names the second while the first is there.
        [...selectedKeys()].sort((a, b) => occurrenceOf(b) - occurrenceOf(a)).map(removalOfNode);
  const changes = wishes.filter((wish): wish is Change => typeof wish === 'object');
  const refusal = wishes.find((wish) => typeof wish === 'string');
  if (changes.length === 0) {
    if (refusal !== undefined) notify(refusal, 'error');
    return;
  }
  const first = changes[0];
  const label = changes.length === 1 && first !== undefined ? first.label : `Remove ${changes.length} things`;
  if (applyAll(label, changes) === undefined) select({ kind: 'none' });
}

/** The selected containers as plain JSON text; nothing when none is selected. */
export function selectionAsText(): string | undefined {
  const keys = selectedContainers();
  return keys.length === 0 ? undefined : copyContainers(designStore.getState().shown, keys);
}

export const selectionCommands: readonly Command[] = [
  {
    id: 'toggle-essential',
    label: 'Toggle essential',
    group: 'Selection',
    keys: ['E'],
    words: 'non-essential',
    disabled: needsContainer,
    run: () => {
      const keys = selectedContainers();
      applyAll(
        keys.length === 1 ? 'Toggle essential' : `Toggle essential of ${keys.length}`,
        keys.map(toggleEssential),
      );
    },
  },
  {
    id: 'depends-on',
    label: 'Depends on…',
    group: 'Selection',
    keys: ['D'],
    words: 'connect edge wait dependsOn condition',
    disabled: () =>
      selectedContainers().length !== 1
        ? 'Select one container first'
        : graphOf(designStore.getState().shown).containers.length === 1
          ? 'There is no other container to wait for'
          : undefined,
    run: () => {
      setView({ narrow: 'canvas' });
      signal('dependsOn');
    },
  },
  {
    id: 'mount',
    label: 'Mount a volume…',
    group: 'Selection',
    keys: ['M'],
    words: 'mountPoints storage path',
    disabled: () => (selectedContainers().length === 1 ? undefined : 'Select one container first'),
    run: () => {
      setView({ narrow: 'canvas' });
      signal('mount');
    },
  },
  {
    id: 'rename',
    label: 'Rename',
    group: 'Selection',
    keys: ['F2'],
    disabled: () => (selectedKeys().length === 1 ? undefined : 'Select one thing first'),
    run: () => {
      openPanel('inspect');
      signal('renameSelected');
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    group: 'Selection',
    keys: ['Mod+D'],
    disabled: needsContainer,
    run: () => {
      const keys = selectedContainers();
      addAndSelect(
        keys.length === 1 ? 'Duplicate a container' : `Duplicate ${keys.length} containers`,
        keys.map(duplicateContainer),
        'containers',
      );
    },
  },
  {
    id: 'delete',
    label: 'Delete',
    group: 'Selection',
    keys: ['Delete', 'Backspace'],
    words: 'remove disconnect unmount',
    disabled: () => {
      const { selection } = viewStore.getState();
      return selection.kind === 'edge' || selectedKeys().length > 0 ? undefined : 'Select something first';
    },
    run: removeSelected,
  },
  {
    id: 'copy-selection',
    label: 'Copy containers as JSON',
    group: 'Selection',
    disabled: needsContainer,
    run: async () => {
      const text = selectionAsText();
      if (text === undefined) return;
      await copyText(text, 'Copied. Paste it into any task, here or elsewhere.', 'The text shows it.');
    },
  },
  {
    id: 'select-all',
    label: 'Select all containers',
    group: 'Selection',
    keys: ['Mod+A'],
    run: () => {
      const keys = graphOf(designStore.getState().shown).containers.map(({ key }) => key);
      select({ kind: 'nodes', keys });
    },
  },
  {
    id: 'select-none',
    label: 'Select nothing',
    group: 'Selection',
    keys: ['Escape'],
    run: () => select({ kind: 'none' }),
  },
  {
    id: 'select-task',
    label: 'Task settings',
    group: 'Selection',
    words: 'family cpu memory network mode roles capacity',
    run: () => {
      select({ kind: 'task' });
      openPanel('inspect');
    },
  },
];
