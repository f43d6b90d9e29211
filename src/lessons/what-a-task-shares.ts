import type { Lesson } from './lesson.ts';
import { put, putTask } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/thumbs', prefix) });

/** One network, one role, and the volumes that somebody mounts. */
export const whatATaskShares: Lesson = {
  id: 'what-a-task-shares',
  title: 'What a task shares, and what it does not',
  teaches: 'You know that containers of a task share the network, and files only through a volume.',
  story: [
    'Two containers make thumbnails. web takes a picture and leaves it in /work; resize makes it small. They meet on 127.0.0.1 without any settings, because with awsvpc a task has one network interface for all.',
    'A file that web leaves in /work, however, is never seen by resize: each container has a file system of its own.',
  ],
  start: onFargate({
    family: 'thumbs',
    containerDefinitions: [
      { name: 'web', image: 'acme/thumbs-web:2.1', portMappings: [{ containerPort: 8080 }], ...logs('web') },
      { name: 'resize', image: 'acme/thumbs-resize:2.1', ...logs('resize') },
    ],
  }),
  scenarios: [plan()],
  questions: [
    {
      id: 'starts-first',
      text: 'Nobody waits for anybody. The image of web takes 2 seconds to pull, as does the other. Which starts first?',
      choices: () => ['web', 'resize', 'both together'],
      answer({ containers }) {
        const [web, resize] = containers.map(({ startedAt = Number.POSITIVE_INFINITY }) => startedAt);
        const choice = web === resize ? 'both together' : (web ?? 0) < (resize ?? 0) ? 'web' : 'resize';
        return {
          choice,
          at: Math.min(web ?? 0, resize ?? 0),
          why: 'The order of the file says nothing: without dependsOn all begin at once, and the pulls decide.',
        };
      },
    },
  ],
  steps: [
    {
      text: 'Give both the same volume, writable for web and read-only for resize. Call it work.',
      goals: [
        { id: 'container-mounts', args: { container: 'web', volume: 'work', access: 'read-write' } },
        { id: 'container-mounts', args: { container: 'resize', volume: 'work', access: 'read-only' } },
      ],
      hints: [
        'A volume is declared once, at the task. Then each container says where it sees it.',
        'Add a Task volume from the left, name it work, and drag it onto each card.',
        'Select the mount of resize and switch it to read-only.',
      ],
      solution: [
        putTask('Add the volume work', { volumes: [{ name: 'work' }] }),
        put('Mount work in web', 'web', { mountPoints: [{ sourceVolume: 'work', containerPath: '/work' }] }),
        put('Mount work in resize, read-only', 'resize', {
          mountPoints: [{ sourceVolume: 'work', containerPath: '/work', readOnly: true }],
        }),
      ],
    },
  ],
  keep: [{ id: 'task-reaches-running', args: {} }],
  wrong: [
    {
      says: 'A declared volume is seen by nobody until it is mounted.',
      changes: [putTask('Add the volume work', { volumes: [{ name: 'work' }] })],
    },
    {
      says: 'The mounts name a volume that the task does not declare: ECS refuses that.',
      changes: [
        put('Mount work in web', 'web', { mountPoints: [{ sourceVolume: 'work', containerPath: '/work' }] }),
        put('Mount work in resize, read-only', 'resize', {
          mountPoints: [{ sourceVolume: 'work', containerPath: '/work', readOnly: true }],
        }),
      ],
    },
    {
      says: 'Two volumes at the same path are two empty folders: the same path is not the same place.',
      changes: [
        putTask('Add two volumes', { volumes: [{ name: 'work' }, { name: 'work-2' }] }),
        put('Mount work in web', 'web', { mountPoints: [{ sourceVolume: 'work', containerPath: '/work' }] }),
        put('Mount work-2 in resize', 'resize', {
          mountPoints: [{ sourceVolume: 'work-2', containerPath: '/work', readOnly: true }],
        }),
      ],
    },
  ],
  terms: ['task', 'awsvpc', 'taskVolume', 'mountPoint'],
  learnt:
    'The network and the task role are shared by all, whether they want it or not. Files are shared only through a volume that both mount; a volume without any kind is empty at the start and gone with the task.',
};
