/** Members under a name that ECS does not know, where it is plain which one was meant. */

import { fieldAt } from '../../model/fields/fieldAt.ts';
import { oncePer } from '../../model/oncePer.ts';
import type { Path } from '../../model/path.ts';
import { pathKey } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import { nearest } from './words.ts';

/** The member that was meant by one that ECS does not know; nothing when it stands there as well. */
export function meantMember(reading: Reading, path: Path): Path | undefined {
  const key = path.at(-1);
  const parent = fieldAt(path.slice(0, -1));
  if (typeof key !== 'string' || parent?.kind !== 'structure') return undefined;
  const meant = nearest(key, Object.keys(parent.fields));
  const target = meant === undefined ? undefined : [...path.slice(0, -1), meant];
  return target && !reading.places.value(target) ? target : undefined;
}

/**
 * Path keys of members that stand there under a wrong name: what `Image` says is not known to be missing from `image`.
 */
export const misspelt = oncePer((reading: Reading): ReadonlySet<string> => {
  const unknown = reading.problems.filter(({ kind }) => kind === 'unknown-member');
  return new Set(
    unknown.flatMap(({ path }) => {
      const target = meantMember(reading, path);
      return target ? [pathKey(target)] : [];
    }),
  );
});
