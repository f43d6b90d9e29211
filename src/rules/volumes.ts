/** Names of volumes. */
import type { Edit } from '../model/edit.ts';
import { items } from '../model/list.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, reported } from './terms/sources.ts';
import { containersOf, known, volumesOf } from './terms/view.ts';
import { quote } from './terms/words.ts';

const ALLOWED = /^[A-Za-z0-9_-]{1,255}$/;

/** In reading order. */
export const volumeRules: readonly Rule[] = [
  {
    id: 'volume-name-chars',
    severity: 'error',
    title: 'A volume name has 1 to 255 letters, digits, hyphens and underscores',
    why: 'Mount points refer to the volume by its name.',
    answer: 'volume.name contains invalid characters.',
    source: reported('aws/amazon-ecs-cli', 277),
    examples: {
      good: [{ title: 'Every kind of character', task: fargate({ volumes: [{ name: 'App_data-1' }] }) }],
      bad: [
        {
          title: 'A blank',
          task: fargate(
            { volumes: [{ name: 'app data' }] },
            { mountPoints: [{ sourceVolume: 'app data', containerPath: '/data' }] },
          ),
        },
        { title: 'No name', task: ec2({ volumes: [{ host: {} }] }) },
      ],
    },
    *check(reading) {
      for (const { volume, at, index } of volumesOf(reading)) {
        const { name = '' } = volume;
        const path = [...at, 'name'];
        if (ALLOWED.test(name) || !known(reading, path)) continue;
        const mended = (name || `volume-${index + 1}`).replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 255);
        const free = !volumesOf(reading).some((other) => other.volume.name === mended);
        yield {
          path,
          message:
            name === ''
              ? `Volume ${index + 1} has no name, so nobody can mount it: give it one of letters, digits, - and _.`
              : `The volume name ${quote(name)} is not allowed: use 1 to 255 letters, digits, - and _.`,
          ...(free && {
            fix: {
              label: `Call the volume ${quote(mended)}`,
              safe: true,
              edits: [{ op: 'set', path, value: mended } as const, ...renamedMounts(reading, name, mended)],
            },
          }),
        };
      }
    },
  },
  {
    id: 'volume-duplicate',
    severity: 'error',
    title: 'Volume names are unique in a task',
    why: 'A mount point could not say which of two it means.',
    source: api('Volume', 'the words of the service are not known'),
    examples: {
      good: [
        {
          title: 'Names that differ in case',
          task: fargate({ volumes: [{ name: 'data' }, { name: 'Data' }] }),
        },
      ],
      bad: [{ title: 'data twice', task: fargate({ volumes: [{ name: 'data' }, { name: 'data' }] }) }],
    },
    *check(reading) {
      const seen = new Set<string>();
      for (const { volume, at } of volumesOf(reading)) {
        const path = [...at, 'name'];
        if (!volume.name || !known(reading, path)) continue;
        if (seen.has(volume.name)) {
          yield {
            path,
            message: `Two volumes are called ${quote(volume.name)}: rename one of them, or take it out.`,
            fix: { label: 'Remove the second one', safe: false, edits: [{ op: 'remove', path: at }] },
          };
        }
        seen.add(volume.name);
      }
    },
  },
];

function renamedMounts(reading: Reading, before: string, after: string): Edit[] {
  if (before === '') return [];
  return containersOf(reading).flatMap(({ definition, at }) =>
    items(definition.mountPoints).flatMap(([mount, index]): Edit[] =>
      mount.sourceVolume === before
        ? [{ op: 'set', path: [...at, 'mountPoints', index, 'sourceVolume'], value: after }]
        : [],
    ),
  );
}
