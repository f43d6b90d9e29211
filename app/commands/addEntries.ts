/** Everything that can be added to the task: what the Add panel lists, the palette finds and a drag carries. */
import {
  containerTemplates,
  examples,
  logTemplates,
  sidecars,
  volumeTemplates,
} from '../../src/catalogue/index.ts';
import { addNote, noteKey } from '../../src/edit/changes/canvas.ts';
import { addContainer } from '../../src/edit/changes/containers.ts';
import { routeLogs } from '../../src/edit/changes/logs.ts';
import { mount } from '../../src/edit/changes/mounts.ts';
import { addVolume, unusedVolumeName } from '../../src/edit/changes/volumes.ts';
import { newDesign, readingOf } from '../../src/edit/design.ts';
import { capacities, capacityLabel } from '../../src/model/capacities.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Role } from '../../src/model/role.ts';
import type { Compatibility, TaskDefinition } from '../../src/model/taskDefinition.ts';
import { graphOf, notesOf } from '../store/derived.ts';
import { release } from '../store/designFiles.ts';
import { applyAll, designStore, replaceDocument } from '../store/designStore.ts';
import {
  notify,
  openPanel,
  select,
  selectedNode,
  selectNode,
  signal,
  viewStore,
} from '../store/viewStore.ts';
import type { IconName } from '../ui/icons.ts';
import { roleIcon } from '../ui/roleIcon.ts';
import { addAndSelect } from './addAndSelect.ts';

export type AddGroup =
  | 'Containers'
  | 'Sidecars, wired for you'
  | 'Volumes'
  | 'Logs to'
  | 'On the canvas'
  | 'Examples';

/** Where something was dropped: a spot of the canvas, and the card there, if any. */
export interface DropPlace {
  readonly at?: { readonly x: number; readonly y: number };
  readonly onto?: NodeKey;
}

export interface AddEntry {
  readonly id: string;
  readonly group: AddGroup;
  readonly label: string;
  readonly icon: IconName;
  /** A few words beside it: "4 changes", "runs once", "EC2 only". */
  readonly note?: string;
  readonly why: string;
  /** Why it does not fit the task as it is; it can still be added. */
  unfit?(task: TaskDefinition): string | undefined;
  add(place: DropPlace): void;
}

/** The container that a sidecar, a volume or a log driver is meant for: the one dropped on, else the selected one. */
function meant({ onto }: DropPlace): NodeKey | undefined {
  if (onto?.startsWith('container:')) return onto;
  const key = selectedNode(viewStore.getState().selection);
  return key?.startsWith('container:') ? key : undefined;
}

/** Roles of containers that are there for others: who adds one sidecar after the other means the app each time. */
const HELPERS: readonly Role[] = ['init', 'proxy', 'logRouter', 'telemetry', 'cache', 'agent'];

/** The container that a sidecar is wired to: the one dropped on, else the selected one unless it serves others itself. */
function servedBy(place: DropPlace): NodeKey | undefined {
  const key = meant(place);
  if (place.onto !== undefined) return key;
  const { containers, dependencies } = graphOf(designStore.getState().shown);
  const chosen = containers.find((container) => container.key === key);
  if (chosen === undefined || HELPERS.includes(chosen.role)) return undefined;
  // A web server in front of the app.
  const isInFront = dependencies.some(
    ({ from, to }) => to === key && containers.some((other) => other.key === from && other.role === 'app'),
  );
  return chosen.role === 'webServer' && isInFront ? undefined : key;
}

function onlyOn(task: TaskDefinition, fits: readonly Compatibility[] | undefined): string | undefined {
  if (fits === undefined || capacities(task).every((capacity) => fits.includes(capacity))) return undefined;
  return `${fits.map((capacity) => capacityLabel[capacity]).join(', ')} only`;
}

const LOG_ICON: IconName = 'logs';
const sidecarIcon = { ...roleIcon, volume: 'volume', setting: 'terminal' } as const;

export const addEntries: readonly AddEntry[] = [
  {
    id: 'container',
    group: 'Containers',
    label: 'Container',
    icon: 'box',
    why: 'A container with a name and an image, to make your own.',
    add: ({ at }) => void addAndSelect('Add a container', [addContainer(undefined, at)]),
  },
  ...containerTemplates.map(
    ({ id, title, role, why, definition }): AddEntry => ({
      id: `container-${id}`,
      group: 'Containers',
      label: title,
      icon: roleIcon[role],
      why,
      ...(definition.essential === false ? { note: 'runs once' } : {}),
      add: ({ at }) => void addAndSelect(`Add ${title}`, [addContainer(definition, at)]),
    }),
  ),
  ...sidecars.map(
    (sidecar): AddEntry => ({
      id: `sidecar-${sidecar.id}`,
      group: 'Sidecars, wired for you',
      label: sidecar.title,
      icon: sidecarIcon[sidecar.role],
      note: `${sidecar.adds.length} changes`,
      why: [
        `${sidecar.why} Adds: ${sidecar.adds.join('; ')}.`,
        ...sidecar.roleNeeds.map((need) => `${need}.`),
      ].join(' '),
      add: (place) => {
        if (!addAndSelect(`Add ${sidecar.title}`, [sidecar.change(servedBy(place))])) return;
        const roles = { label: 'Roles', run: () => openPanel('roles') };
        notify(
          `${sidecar.title}: ${sidecar.adds.join('; ')}.`,
          'info',
          sidecar.roleNeeds.length > 0 ? roles : undefined,
          'what was done',
        );
      },
    }),
  ),
  ...volumeTemplates.map(
    ({ id, title, why, kind, onlyOn: fits }): AddEntry => ({
      id: `volume-${id}`,
      group: 'Volumes',
      label: title,
      icon: 'volume',
      why,
      unfit: (task) => onlyOn(task, fits),
      add: ({ at, onto }) => {
        const { task } = designStore.getState().shown;
        const name = unusedVolumeName(task, kind);
        const changes = [addVolume(kind, name, onto === undefined ? at : undefined)];
        if (onto?.startsWith('container:')) changes.push(mount(onto, `volume:${name}`));
        addAndSelect(`Add ${title}`, changes);
      },
    }),
  ),
  ...logTemplates.map(
    ({ id, title, why, driver, onlyOn: fits }): AddEntry => ({
      id: `log-${id}`,
      group: 'Logs to',
      label: title,
      icon: driver === 'awsfirelens' ? 'logRouter' : LOG_ICON,
      note: driver,
      why: `${why} Drop it on a container, or select one first.`,
      unfit: (task) => onlyOn(task, fits),
      add: (place) => {
        const key = meant(place);
        if (key === undefined) {
          notify('Select the container whose logs should go there, or drop it on its card.', 'error');
          return;
        }
        applyAll(`Send logs by ${driver}`, [routeLogs(key, driver)]);
      },
    }),
  ),
  {
    id: 'note',
    group: 'On the canvas',
    label: 'Note',
    icon: 'note',
    why: 'Words for people on the canvas. ECS never sees them.',
    add: ({ at }) => {
      if (applyAll('Add a note', [addNote({ text: '', x: at?.x ?? 40, y: at?.y ?? -140 })]) !== undefined)
        return;
      const added = notesOf(designStore.getState().design.parts).at(-1);
      if (added !== undefined) selectNode(noteKey(added.id));
      signal('showSelected');
    },
  },
  ...examples.map(
    (example): AddEntry => ({
      id: `example-${example.id}`,
      group: 'Examples',
      label: example.title,
      icon: 'file',
      why: `${example.why} Replaces what is on the canvas; undo brings it back.`,
      add: () => {
        const design = { ...newDesign(example.text), parts: example.parts };
        const name = readingOf(design).task.family ?? example.title;
        replaceDocument(design, `Open the example ${example.title}`, name);
        release();
        select({ kind: 'none' });
        signal('fit');
      },
    }),
  ),
];

/** An entry by its id. */
export function addEntryById(id: string): AddEntry | undefined {
  return addEntries.find((entry) => entry.id === id);
}
