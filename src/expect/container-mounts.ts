import { items } from '../model/list.ts';
import type { Args, Predicate } from './predicate.ts';
import { CONTAINER, textOf, VOLUME, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeDefinition } from './terms/found.ts';

/** A container mounts a volume, read-only or writable or either. */
export const containerMounts: Predicate = {
  id: 'container-mounts',
  title: '… mounts …',
  args: [
    CONTAINER,
    VOLUME,
    {
      name: 'access',
      label: 'Access',
      type: { kind: 'choice', choices: ['read-only', 'read-write'] },
      optional: true,
    },
  ],
  about: 'task',
  says(args) {
    const names = `${wordOf(args, 'container')} mounts ${wordOf(args, 'volume')}`;
    return access(args) === '' ? names : `${names} ${access(args)}`;
  },
  holds: (context, args) =>
    judgeDefinition(context, args, ({ mountPoints }) => {
      const mounts = items(mountPoints).flatMap(([{ sourceVolume, readOnly }]) =>
        sourceVolume === textOf(args, 'volume') ? [readOnly === true ? 'read-only' : 'read-write'] : [],
      );
      if (mounts.length === 0) return { holds: false, why: 'it does not mount it' };
      const found = access(args) === '' || mounts.every((mount) => mount === access(args));
      return { holds: found, why: `it mounts it ${[...new Set(mounts)].join(' and ')}` };
    }),
  examples: {
    good: { task: ordered, args: { container: 'app', volume: 'shared', access: 'read-only' } },
    bad: { task: ordered, args: { container: 'init', volume: 'shared', access: 'read-only' } },
  },
};

function access(args: Args): string {
  return textOf(args, 'access');
}
