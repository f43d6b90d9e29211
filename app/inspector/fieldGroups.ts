/** Which section of the inspector shows which member, and by which control: every member of the API in exactly one. */
import { containerFields } from '../../src/model/fields/containerFields.ts';
import type { Field, Fields } from '../../src/model/fields/field.ts';
import { taskFields } from '../../src/model/fields/taskFields.ts';
import { volumeFields } from '../../src/model/fields/volumeFields.ts';
import type { Path } from '../../src/model/path.ts';

/** A section: its title and its members in the order in which they are shown. */
export interface FieldGroup {
  readonly title: string;
  readonly members: readonly string[];
  /** Open also while nothing in it is set. */
  readonly always?: boolean;
}

/** The sections of a container, those about its life first. */
export const containerSections: readonly FieldGroup[] = [
  {
    title: 'General',
    always: true,
    members: [
      'name',
      'image',
      'command',
      'entryPoint',
      'workingDirectory',
      'repositoryCredentials',
      'versionConsistency',
    ],
  },
  {
    title: 'Start and stop',
    always: true,
    members: ['essential', 'dependsOn', 'startTimeout', 'stopTimeout', 'restartPolicy'],
  },
  { title: 'Health check', members: ['healthCheck'] },
  {
    title: 'Ports',
    members: [
      'portMappings',
      'links',
      'hostname',
      'disableNetworking',
      'dnsServers',
      'dnsSearchDomains',
      'extraHosts',
    ],
  },
  { title: 'Environment and secrets', members: ['environment', 'secrets', 'environmentFiles'] },
  { title: 'Storage', members: ['mountPoints', 'volumesFrom', 'readonlyRootFilesystem'] },
  { title: 'Logging', members: ['logConfiguration', 'firelensConfiguration'] },
  { title: 'Resources', members: ['memory', 'memoryReservation', 'cpu', 'resourceRequirements'] },
  {
    title: 'Security and Linux',
    members: [
      'user',
      'privileged',
      'linuxParameters',
      'ulimits',
      'systemControls',
      'dockerSecurityOptions',
      'credentialSpecs',
    ],
  },
  { title: 'Advanced', members: ['dockerLabels', 'interactive', 'pseudoTerminal'] },
];

/** The sections of the task. */
export const taskSections: readonly FieldGroup[] = [
  { title: 'General', always: true, members: ['family', 'requiresCompatibilities', 'runtimePlatform'] },
  { title: 'Size', always: true, members: ['cpu', 'memory'] },
  { title: 'Containers', always: true, members: ['containerDefinitions'] },
  { title: 'Network', always: true, members: ['networkMode'] },
  { title: 'Roles', always: true, members: ['taskRoleArn', 'executionRoleArn'] },
  { title: 'Storage', members: ['volumes', 'ephemeralStorage'] },
  { title: 'Tags', members: ['tags'] },
  { title: 'Proxy', members: ['proxyConfiguration'] },
  { title: 'Placement', members: ['placementConstraints'] },
  {
    title: 'Advanced',
    members: ['pidMode', 'ipcMode', 'enableFaultInjection', 'inferenceAccelerators'],
  },
];

/** The members of a volume: its name and, by its kind, one of the others. */
export const volumeMembers: readonly string[] = Object.keys(volumeFields);

/** The members of container, task and volume, as any table of fields. */
export const tables: Readonly<Record<'container' | 'task' | 'volume', Fields>> = {
  container: containerFields,
  task: taskFields,
  volume: volumeFields,
};

/** How a value is edited. The first row: as its kind asks; then controls of their own. */
export type ControlId =
  | 'text'
  | 'longText'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'checkboxes'
  | 'tokens'
  | 'texts'
  | 'numbers'
  | 'rows'
  | 'cards'
  | 'map'
  | 'structure'
  | 'json'
  | 'containerName'
  | 'volumeName'
  | 'essential'
  | 'dependsOn'
  | 'healthCheck'
  | 'healthCommand'
  | 'portMappings'
  | 'environment'
  | 'secrets'
  | 'mountPoints'
  | 'logConfiguration'
  | 'containers'
  | 'volumes'
  | 'capacities'
  | 'taskCpu'
  | 'taskMemory';

const special: Readonly<Record<string, ControlId>> = {
  containerDefinitions: 'containers',
  'containerDefinitions.name': 'containerName',
  'containerDefinitions.essential': 'essential',
  'containerDefinitions.dependsOn': 'dependsOn',
  'containerDefinitions.healthCheck': 'healthCheck',
  'containerDefinitions.healthCheck.command': 'healthCommand',
  'containerDefinitions.portMappings': 'portMappings',
  'containerDefinitions.environment': 'environment',
  'containerDefinitions.secrets': 'secrets',
  'containerDefinitions.mountPoints': 'mountPoints',
  'containerDefinitions.logConfiguration': 'logConfiguration',
  'containerDefinitions.logConfiguration.secretOptions': 'secrets',
  volumes: 'volumes',
  'volumes.name': 'volumeName',
  // The kind of a volume is what the volume is about, however rare.
  'volumes.dockerVolumeConfiguration': 'structure',
  'volumes.fsxWindowsFileServerVolumeConfiguration': 'structure',
  requiresCompatibilities: 'capacities',
  cpu: 'taskCpu',
  memory: 'taskMemory',
};

/** Controls that show all that is below them by themselves. */
const whole: ReadonlySet<ControlId> = new Set<ControlId>([
  'checkboxes',
  'tokens',
  'texts',
  'numbers',
  'rows',
  'map',
  'json',
  'dependsOn',
  'healthCommand',
  'environment',
  'secrets',
  'mountPoints',
  'logConfiguration',
  'capacities',
]);

/** By which control a place is edited. */
export function controlOf(path: Path, field: Field): ControlId {
  const own = special[path.filter((step) => typeof step === 'string').join('.')];
  // The items of a list with a control of its own have that list's path but for the index.
  if (own !== undefined && typeof path.at(-1) !== 'number') return own;
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'boolean':
    case 'enum':
    case 'map':
      return field.kind;
    case 'list':
      return listControl(field.item, field.rare === true);
    case 'structure':
      return field.rare === true && isDeep(field.fields) ? 'json' : 'structure';
    default:
      return 'number';
  }
}

function listControl(item: Field, rare: boolean): ControlId {
  switch (item.kind) {
    case 'structure':
      if (isDeep(item.fields)) return rare ? 'json' : 'cards';
      return Object.keys(item.fields).length <= 3 ? 'rows' : 'cards';
    case 'enum':
      return 'checkboxes';
    case 'text':
    case 'longText':
      return item.suggestions === undefined ? 'texts' : 'tokens';
    case 'list':
    case 'map':
    case 'boolean':
      return 'json';
    default:
      return 'numbers';
  }
}

/** Whether a structure holds lists, maps or further structures. */
function isDeep(fields: Fields): boolean {
  return Object.values(fields).some(({ kind }) => kind === 'structure' || kind === 'list' || kind === 'map');
}

/** Every place from a field down, each with the control that shows it; what a control shows by itself, with that one. */
export function* controlsBelow(path: Path, field: Field): Generator<[path: Path, control: ControlId]> {
  const control = controlOf(path, field);
  yield [path, control];
  const below = whole.has(control) ? shownWith(control) : controlsBelow;
  if (field.kind === 'list') yield* below([...path, 0], field.item);
  if (field.kind === 'structure') {
    for (const [name, member] of Object.entries(field.fields)) yield* below([...path, name], member);
  }
}

function shownWith(control: ControlId) {
  return function* all(path: Path, field: Field): Generator<[path: Path, control: ControlId]> {
    yield [path, control];
    if (field.kind === 'list') yield* all([...path, 0], field.item);
    if (field.kind === 'structure') {
      for (const [name, member] of Object.entries(field.fields)) yield* all([...path, name], member);
    }
  };
}

/** Whether a field or one below it goes by these words: in its label, its name in the API, or its help. */
export function matches(needle: string, name: string, field: Field): boolean {
  const words = needle.toLowerCase().split(/\s+/).filter(Boolean);
  return found(words, name, field);
}

function found(words: readonly string[], name: string, field: Field): boolean {
  const text = `${name} ${field.label} ${field.help}`.toLowerCase();
  if (words.every((word) => text.includes(word))) return true;
  if (field.kind === 'list') return found(words, '', field.item);
  if (field.kind !== 'structure') return false;
  return Object.entries(field.fields).some(([member, below]) => found(words, member, below));
}
