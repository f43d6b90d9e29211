/** Every change of `edit/changes` by its name, made on one task, with the change that takes it back where there is one. */
import type { Json } from '../../model/json.ts';
import type { Change } from '../change.ts';
import { addNote, changeNote, moveNodes, removeNote, silence, tidy, unsilence } from '../changes/canvas.ts';
import {
  addContainer,
  duplicateContainer,
  removeContainer,
  renameContainer,
  reorderContainer,
} from '../changes/containers.ts';
import { changeCondition, connect, disconnect } from '../changes/dependencies.ts';
import {
  addItem,
  applyEdits,
  removeField,
  setEssential,
  setField,
  toggleEssential,
} from '../changes/fields.ts';
import { routeLogs } from '../changes/logs.ts';
import { mount, setContainerPath, setReadOnly, unmount } from '../changes/mounts.ts';
import { setCalls, setExecLog, setKeys, wishExec } from '../changes/needs.ts';
import { changeScenario, setBehaviour, setEnvironment, setStopRequestedAt } from '../changes/scenario.ts';
import {
  addExpectation,
  addScenario,
  changeExpectation,
  duplicateScenario,
  removeExpectation,
  removeScenario,
  renameScenario,
} from '../changes/scenarios.ts';
import {
  setCapacity,
  setFamily,
  setMeantFor,
  setNetworkMode,
  setRole,
  setTaskSize,
  wholeTask,
} from '../changes/task.ts';
import { addVolume, declareVolume, removeVolume, renameVolume } from '../changes/volumes.ts';

/** The task on which they are made; a file of one container holds its first. */
export const TASK = {
  family: 'orders',
  executionRoleArn: 'arn:aws:iam::111122223333:role/orders-execution',
  networkMode: 'awsvpc',
  containerDefinitions: [
    {
      name: 'web',
      image: 'acme/web:9',
      memory: 512,
      environment: [],
      mountPoints: [],
      dependsOn: [{ containerName: 'setup', condition: 'SUCCESS' }],
      links: ['setup:files'],
      portMappings: [{ containerPort: 8080 }],
    },
    {
      name: 'setup',
      image: 'acme/setup:3',
      essential: false,
      command: ['sh', '-c', 'make'],
      mountPoints: [{ sourceVolume: 'work', containerPath: '/work' }],
    },
    {
      name: 'cache',
      image: 'acme/cache:1',
      cpu: 64,
      essential: true,
      memory: 128,
      volumesFrom: [{ sourceContainer: 'setup', readOnly: true }],
      mountPoints: [{ sourceVolume: 'work', containerPath: '/data', readOnly: false }],
    },
  ],
  volumes: [{ name: 'work' }, { name: 'logs', host: { sourcePath: '/var/log' } }],
  proxyConfiguration: { type: 'APPMESH', containerName: 'web', properties: [] },
};

export interface Example {
  readonly change: Change;
  /** The forward change that gives the same bytes again. */
  readonly back?: Change;
  /** What has to be there before it. */
  readonly after?: Change;
}

const WEB = 'container:web';
const SETUP = 'container:setup';
const CACHE = 'container:cache';
const web = (...path: (string | number)[]) => ['containerDefinitions', 0, ...path];

const NOTE = { text: 'why', x: 0, y: 0, width: 200, height: 80 };
const FINDING = { rule: 'image-tag', node: WEB, field: 'image' };
const RUNS = { id: 'task-reaches-running', args: {} };
const slow = addScenario('slow');

const set = (path: (string | number)[], value: Json): Example => ({
  change: setField(path, value),
  back: removeField(path),
});

/** A new change has to have a line here: the sweep over them says so. */
export const everyChange: Readonly<Record<string, readonly Example[]>> = {
  // Containers.
  addContainer: [
    {
      change: addContainer({ name: 'new', image: 'x' }, { x: 1, y: 2 }),
      back: removeContainer('container:new'),
    },
  ],
  duplicateContainer: [
    { change: duplicateContainer(WEB), back: removeContainer('container:web-2') },
    { change: duplicateContainer(CACHE), back: removeContainer('container:cache-2') },
  ],
  removeContainer: [WEB, SETUP, CACHE].map((key) => ({ change: removeContainer(key) })),
  renameContainer: [
    { change: renameContainer(WEB, 'shop "1"'), back: renameContainer('container:shop "1"', 'web') },
    { change: renameContainer(CACHE, 'redis'), back: renameContainer('container:redis', 'cache') },
  ],
  reorderContainer: [
    { change: reorderContainer(WEB, 2), back: reorderContainer(WEB, 0) },
    { change: reorderContainer(SETUP, 0), back: reorderContainer(SETUP, 1) },
  ],
  // Who waits for whom.
  connect: [
    { change: connect(CACHE, SETUP, 'SUCCESS'), back: disconnect(CACHE, SETUP) },
    { change: connect(CACHE, SETUP, 'HEALTHY', { withRemedy: true }) },
  ],
  disconnect: [{ change: disconnect(WEB, SETUP) }],
  changeCondition: [
    { change: changeCondition(WEB, SETUP, 'COMPLETE'), back: changeCondition(WEB, SETUP, 'SUCCESS') },
  ],
  // Any field.
  setField: [
    { change: setField(web('image'), 'acme/web:10'), back: setField(web('image'), 'acme/web:9') },
    set(web('command'), ['sh', '-c', 'echo "a" \\ $B; # é']),
    set(web('cpu'), 128),
    set(web('startTimeout'), 30),
    set(web('healthCheck'), { command: ['CMD-SHELL', 'true'], interval: 5 }),
    set(web('dockerLabels'), { 'com.acme/x': 'y', 'a b': '' }),
    {
      change: setField(web('linuxParameters', 'initProcessEnabled'), true),
      back: removeField(web('linuxParameters')),
    },
    set(['pidMode'], 'task'),
    set(['runtimePlatform'], { cpuArchitecture: 'ARM64' }),
    set(['tags'], [{ key: 'team', value: 'orders' }]),
  ],
  removeField: [
    { change: removeField(web('memory')) },
    { change: removeField(web('portMappings', 0)) },
    { change: removeField(web('environment')) },
    { change: removeField(['networkMode']) },
  ],
  addItem: [
    {
      change: addItem(web('environment'), { name: 'A', value: 'b "c"' }),
      back: removeField(web('environment', 0)),
    },
    { change: addItem(web('secrets'), { name: 'A', valueFrom: 'b' }), back: removeField(web('secrets', 0)) },
    {
      change: addItem(web('portMappings'), { containerPort: 9000 }),
      back: removeField(web('portMappings', 1)),
    },
  ],
  applyEdits: [
    {
      change: applyEdits('Mend', [
        { op: 'set', path: web('memory'), value: 1024 },
        { op: 'set', path: web('user'), value: '1000' },
      ]),
      back: applyEdits('Undo', [
        { op: 'remove', path: web('user') },
        { op: 'set', path: web('memory'), value: 512 },
      ]),
    },
  ],
  toggleEssential: [WEB, SETUP, CACHE].map((key) => ({
    change: toggleEssential(key),
    back: toggleEssential(key),
  })),
  setEssential: [
    { change: setEssential(WEB, false), back: setEssential(WEB, true) },
    { change: setEssential(SETUP, true), back: setEssential(SETUP, false) },
  ],
  // Logs.
  routeLogs: (['awslogs', 'awsfirelens', 'json-file', 'syslog', 'splunk'] as const).map((driver) => ({
    change: routeLogs(WEB, driver),
    back: routeLogs(WEB, undefined),
  })),
  // Mounts and volumes.
  mount: [
    { change: mount(WEB, 'volume:work'), back: unmount(WEB, 'volume:work') },
    { change: mount(CACHE, 'volume:work', { readOnly: true }), back: unmount(CACHE, 'volume:work', 2) },
  ],
  unmount: [{ change: unmount(SETUP, 'volume:work') }, { change: unmount(CACHE, 'volume:work') }],
  setReadOnly: [SETUP, CACHE].map((key) => ({
    change: setReadOnly(key, 'volume:work', true),
    back: setReadOnly(key, 'volume:work', false),
  })),
  setContainerPath: [
    {
      change: setContainerPath(CACHE, 'volume:work', '/elsewhere'),
      back: setContainerPath(CACHE, 'volume:work', '/data'),
    },
  ],
  addVolume: (['task', 'host', 'efs', 'docker', 'ebs', 's3files', 'fsx'] as const).map((kind) => ({
    change: addVolume(kind, 'new', { x: 1, y: 2 }),
    back: removeVolume('volume:new'),
  })),
  declareVolume: [
    {
      change: declareVolume('volume:nowhere'),
      after: setField(web('mountPoints'), [{ sourceVolume: 'nowhere', containerPath: '/n' }]),
    },
  ],
  renameVolume: [
    { change: renameVolume('volume:work', 'files'), back: renameVolume('volume:files', 'work') },
  ],
  removeVolume: [{ change: removeVolume('volume:work') }, { change: removeVolume('volume:logs') }],
  // The task as a whole.
  wholeTask: [{ change: wholeTask() }],
  setFamily: [{ change: setFamily('orders-2'), back: setFamily('orders') }],
  setCapacity: [
    { change: setCapacity(['EC2']), back: setCapacity([]) },
    { change: setCapacity(['FARGATE', 'EC2']) },
  ],
  setNetworkMode: [{ change: setNetworkMode('bridge'), back: setNetworkMode('awsvpc') }],
  setTaskSize: [
    {
      change: setTaskSize('512', '1024'),
      back: applyEdits('Undo', [
        { op: 'remove', path: ['memory'] },
        { op: 'remove', path: ['cpu'] },
      ]),
    },
  ],
  setRole: [
    { change: setRole('task', 'arn:aws:iam::1:role/t'), back: setRole('task', undefined) },
    { change: setRole('execution', undefined) },
  ],
  // What stands beside the text, and leaves it as it is.
  setMeantFor: [{ change: setMeantFor(['FARGATE']) }],
  moveNodes: [{ change: moveNodes({ [WEB]: { x: 4, y: 8 } }) }],
  tidy: [{ change: tidy(), after: moveNodes({ [WEB]: { x: 4, y: 8 } }) }],
  addNote: [{ change: addNote(NOTE) }],
  changeNote: [{ change: changeNote('note-1', { text: 'so' }), after: addNote(NOTE) }],
  removeNote: [{ change: removeNote('note-1'), after: addNote(NOTE) }],
  silence: [{ change: silence({ ...FINDING, reason: 'known' }) }],
  unsilence: [{ change: unsilence(FINDING), after: silence({ ...FINDING, reason: 'known' }) }],
  setCalls: [{ change: setCalls(WEB, [{ actions: ['s3:GetObject'], resources: ['*'] }]) }],
  setKeys: [{ change: setKeys(['arn:aws:kms:eu-west-1:1:key/k']) }],
  setExecLog: [{ change: setExecLog('bucket', 'logs') }],
  wishExec: [{ change: wishExec(true) }],
  setBehaviour: [{ change: setBehaviour(WEB, { startSeconds: 4 }) }],
  setStopRequestedAt: [{ change: setStopRequestedAt(60) }],
  setEnvironment: [{ change: setEnvironment({ pullUpfront: true }) }],
  changeScenario: [
    { change: changeScenario('planned', 'Longer', (one) => ({ ...one, horizonSeconds: 9000 })) },
  ],
  addScenario: [{ change: slow }],
  duplicateScenario: [{ change: duplicateScenario('slow', 'slower'), after: slow }],
  renameScenario: [{ change: renameScenario('slow', 'slower'), after: slow }],
  removeScenario: [{ change: removeScenario('slow'), after: slow }],
  addExpectation: [{ change: addExpectation(RUNS, 'it runs') }],
  changeExpectation: [
    {
      change: changeExpectation(0, { id: 'no-errors', args: {} }, 'nothing is wrong'),
      after: addExpectation(RUNS, 'it runs'),
    },
  ],
  removeExpectation: [{ change: removeExpectation(0, 'it runs'), after: addExpectation(RUNS, 'it runs') }],
};
