/** Mount points and volumesFrom. */
import { items } from '../model/list.ts';
import type { Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, from, reported } from './terms/sources.ts';
import {
  allContainerNamesKnown,
  containerNamed,
  containersOf,
  known,
  missing,
  volumesOf,
  wholeList,
} from './terms/view.ts';
import { nearest, quote } from './terms/words.ts';

const mount = (sourceVolume: string | undefined, containerPath = '/data') => ({
  mountPoints: [{ ...(sourceVolume !== undefined && { sourceVolume }), containerPath }],
});
const shared = { volumes: [{ name: 'shared' }] };
const two = { volumes: [{ name: 'shared' }, { name: 'cache' }] };

/** In reading order. */
export const mountRules: readonly Rule[] = [
  {
    id: 'mount-unknown',
    severity: 'error',
    title: 'A mount point must name a volume of the task',
    why: 'Volumes are declared beside the containers; a mount point refers to one of them by name.',
    answer: "Unknown volume 'root-RO'.",
    alsoAnswers: ["Unknown volume 'null'."],
    source: reported('ansible/ansible', 35751),
    examples: {
      good: [{ title: 'A volume without any setting', task: fargate(shared, mount('shared')) }],
      bad: [
        { title: 'A typing slip', task: fargate(shared, mount('share')) },
        { title: 'Nothing is declared', task: ec2({}, mount('cache')) },
        { title: 'No name', task: ec2(shared, mount(undefined)) },
      ],
    },
    *check(reading) {
      if (!allVolumeNamesKnown(reading)) return;
      const names = new Set(volumesOf(reading).flatMap(({ volume }) => volume.name ?? []));
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ sourceVolume = '' }, index] of items(definition.mountPoints)) {
          const path = [...at, 'mountPoints', index, 'sourceVolume'];
          if ((sourceVolume !== '' && names.has(sourceVolume)) || !known(reading, path)) continue;
          yield {
            path,
            message:
              sourceVolume === ''
                ? `A mount point of ${called} names no volume: add "sourceVolume", the name of a volume of the task.`
                : `${called} mounts the volume ${quote(sourceVolume)}, but the task declares no volume of that name: declare it, or correct the name.`,
            fix: volumeFix(reading, path, sourceVolume, names),
          };
        }
      }
    },
  },
  {
    id: 'mount-path',
    severity: 'error',
    title: 'A mount point needs a path in the container',
    why: 'The path is where the container finds the volume.',
    source: api('MountPoint', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'With a path', task: fargate(shared, mount('shared')) }],
      bad: [{ title: 'Without', task: fargate(shared, { mountPoints: [{ sourceVolume: 'shared' }] }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ containerPath, sourceVolume }, index] of items(definition.mountPoints)) {
          const path = [...at, 'mountPoints', index, 'containerPath'];
          if (!missing(reading, path, containerPath || undefined)) continue;
          yield {
            path,
            message: `${called} mounts ${sourceVolume ? quote(sourceVolume) : 'a volume'} without saying where: add "containerPath", for example "/data".`,
          };
        }
      }
    },
  },
  {
    id: 'same-path-twice',
    severity: 'warning',
    title: 'Two mount points at one path',
    why: 'The container runtime refuses a second mount at the same path, so the container does not start.',
    source: api('MountPoint', 'Docker answers "Duplicate mount point"'),
    examples: {
      good: [
        {
          title: 'One below the other',
          task: fargate(shared, {
            mountPoints: [
              { sourceVolume: 'shared', containerPath: '/data' },
              { sourceVolume: 'shared', containerPath: '/data/cache' },
            ],
          }),
        },
      ],
      bad: [
        {
          title: 'A slash makes no difference',
          task: fargate(shared, {
            mountPoints: [
              { sourceVolume: 'shared', containerPath: '/data' },
              { sourceVolume: 'shared', containerPath: '/data/' },
            ],
          }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const seen = new Set<string>();
        for (const [{ containerPath }, index] of items(definition.mountPoints)) {
          const path = [...at, 'mountPoints', index, 'containerPath'];
          if (!containerPath || !known(reading, path)) continue;
          const bare = containerPath.replace(/(?<=.)\/+$/, '');
          if (seen.has(bare)) {
            yield {
              path,
              message: `${called} mounts two volumes at ${quote(bare)}, so it does not start: give one of them another path.`,
              fix: {
                label: 'Remove the second mount point',
                safe: false,
                edits: [{ op: 'remove', path: [...at, 'mountPoints', index] }],
              },
            };
          }
          seen.add(bare);
        }
      }
    },
  },
  {
    id: 'nested-mounts',
    severity: 'info',
    title: 'One volume hides a part of another',
    why: 'Of two mount points, one below the other, the inner one covers the directory of that name: what the outer volume holds there is not seen in this container.',
    source: from('Docker documentation, bind mounts', 'https://docs.docker.com/engine/storage/bind-mounts/'),
    examples: {
      good: [
        {
          title: 'Beside each other',
          task: fargate(two, {
            mountPoints: [
              { sourceVolume: 'shared', containerPath: '/data' },
              { sourceVolume: 'cache', containerPath: '/data-cache' },
            ],
          }),
        },
      ],
      bad: [
        {
          title: 'A cache below the data',
          task: fargate(two, {
            mountPoints: [
              { sourceVolume: 'shared', containerPath: '/data' },
              { sourceVolume: 'cache', containerPath: '/data/cache' },
            ],
          }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const mounts = items(definition.mountPoints).filter(([{ containerPath = '' }]) =>
          containerPath.startsWith('/'),
        );
        for (const [{ containerPath: inner = '', sourceVolume: covers = '' }, index] of mounts) {
          const path = [...at, 'mountPoints', index, 'containerPath'];
          const outer = mounts.find(([{ containerPath = '', sourceVolume }]) => {
            const directory = `${containerPath.replace(/\/+$/, '')}/`;
            return inner.startsWith(directory) && inner.length > directory.length && sourceVolume !== covers;
          });
          if (!outer || !known(reading, path)) continue;
          yield {
            path,
            message: `In ${called} the volume ${quote(covers)} at ${quote(inner)} hides what ${quote(outer[0].sourceVolume ?? '')} holds there: give it a path of its own, if that is not meant.`,
          };
        }
      }
    },
  },
  {
    id: 'volumesfrom-unknown',
    severity: 'error',
    title: 'volumesFrom must name a container of the task',
    why: 'It mounts whatever that container mounts, at the same paths.',
    answer: "Invalid 'volumesFrom' setting. Unknown container: 'x'",
    source: deployed('pf-ecs-volumes-from'),
    examples: {
      good: [
        {
          title: 'The other container',
          task: fargate({}, { volumesFrom: [{ sourceContainer: 'sidecar' }] }, {}),
        },
      ],
      bad: [
        { title: 'Nobody of that name', task: fargate({}, { volumesFrom: [{ sourceContainer: 'assets' }] }) },
      ],
    },
    *check(reading) {
      if (!allContainerNamesKnown(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ sourceContainer = '' }, index] of items(definition.volumesFrom)) {
          const path = [...at, 'volumesFrom', index, 'sourceContainer'];
          if (containerNamed(reading, sourceContainer) || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} takes the volumes of ${quote(sourceContainer)}, but no container of the task has that name: correct it, or take the entry out.`,
            fix: {
              label: `Remove volumesFrom ${quote(sourceContainer)}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'volumesFrom', index] }],
            },
          };
        }
      }
    },
  },
  {
    id: 'unused-volume',
    severity: 'warning',
    title: 'A volume that nobody mounts',
    why: 'ECS accepts it, but nothing comes of it; usually a mount point was forgotten or the volume was left behind.',
    source: deployed('pf-ecs-volume-unreferenced', 'only volumes configured at launch are refused'),
    examples: {
      good: [{ title: 'Mounted', task: fargate(shared, mount('shared')) }],
      bad: [{ title: 'Not mounted', task: fargate(shared) }],
    },
    *check(reading) {
      if (!wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions)) return;
      const mounted = new Set<string | undefined>();
      for (const { definition, at } of containersOf(reading)) {
        if (!wholeList(reading, [...at, 'mountPoints'], definition.mountPoints)) return;
        for (const [{ sourceVolume }, index] of items(definition.mountPoints)) {
          if (!known(reading, [...at, 'mountPoints', index, 'sourceVolume'])) return;
          mounted.add(sourceVolume);
        }
      }
      for (const { volume, at, called } of volumesOf(reading)) {
        if (!volume.name || mounted.has(volume.name) || volume.configuredAtLaunch) continue;
        if (!known(reading, [...at, 'name'])) continue;
        yield {
          path: at,
          message: `No container mounts the volume ${called}: mount it where it is needed, or take it out.`,
          fix: { label: `Remove the volume ${called}`, safe: false, edits: [{ op: 'remove', path: at }] },
        };
      }
    },
  },
];

function allVolumeNamesKnown(reading: Reading): boolean {
  return (
    wholeList(reading, ['volumes'], reading.task.volumes) &&
    volumesOf(reading).every(({ at }) => known(reading, [...at, 'name']))
  );
}

/** The volume that was meant; else a new empty one of the name, if the name may stand; else no mount point. */
function volumeFix(
  reading: Reading,
  path: readonly (string | number)[],
  name: string,
  names: ReadonlySet<string>,
): Fix {
  const [only] = names;
  const meant = nearest(name, names) ?? (name === '' && names.size === 1 ? only : undefined);
  if (meant !== undefined) {
    return { label: `Mount ${quote(meant)}`, safe: true, edits: [{ op: 'set', path, value: meant }] };
  }
  if (/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
    return {
      label: `Declare an empty volume ${quote(name)}`,
      safe: false,
      edits: [{ op: 'insert', path: ['volumes', reading.task.volumes?.length ?? 0], value: { name } }],
    };
  }
  return { label: 'Remove the mount point', safe: false, edits: [{ op: 'remove', path: path.slice(0, -1) }] };
}
