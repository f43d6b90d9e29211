/** Which container of one definition is which of the other. */
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

export interface Pair {
  /** Absent: it was added. */
  readonly before?: NamedContainer;
  /** Absent: it was removed. */
  readonly after?: NamedContainer;
}

/**
 * The containers of two definitions, paired by name whatever their order; one that is gone and one that is new with the
 * same image are the same under another name. In the order of `after`, what was removed last.
 */
export function pairs(before: TaskDefinition, after: TaskDefinition): readonly Pair[] {
  const old = namedContainers(before);
  const fresh = namedContainers(after);
  const gone = old.filter(({ key }) => !fresh.some((other) => other.key === key));
  const renamed = new Map<NamedContainer, NamedContainer>();
  for (const one of fresh) {
    if (old.some(({ key }) => key === one.key)) continue;
    const twins = gone.filter(
      (other) => other.definition.image !== undefined && other.definition.image === one.definition.image,
    );
    const [twin] = twins;
    if (twin === undefined || twins.length > 1 || [...renamed.values()].includes(twin)) continue;
    renamed.set(one, twin);
  }
  const found = fresh.map((one): Pair => {
    const twin = old.find(({ key }) => key === one.key) ?? renamed.get(one);
    return twin === undefined ? { after: one } : { before: twin, after: one };
  });
  const taken = new Set(found.map((pair) => pair.before));
  return [...found, ...gone.filter((one) => !taken.has(one)).map((one): Pair => ({ before: one }))];
}
