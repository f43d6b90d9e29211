/** A stopped reason or an error text alone: what it means for this task, and whom it is about. */
import { containerFields } from '../model/fields/containerFields.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import { containersByName, namedContainers } from '../model/namedContainers.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { givenUpFor } from '../simulate/culprit.ts';
import { type Meaning, meaningOf } from './stoppedReasons.ts';

export interface Reason extends Meaning {
  /** The edge that the text is about: who was given up, and whom it waited for. */
  readonly edge?: { readonly waits: string; readonly on: string };
}

/** What a text means here; `undefined` for one that nobody knows. */
export function reasonIn(task: TaskDefinition, text: string): Reason | undefined {
  const meaning = meaningOf(text);
  if (meaning === undefined) return undefined;
  const { container: _, ...rest } = meaning;
  const container = containerMeant(task, text, meaning);
  const on = givenUpFor(text);
  const waits = /for target \[([^\]]+)\]/.exec(text)?.[1];
  return {
    ...rest,
    ...(container !== undefined && { container }),
    ...(on !== undefined && waits !== undefined && { edge: { waits, on } }),
  };
}

/**
 * The container that a text is about: one that it names as a dependency, else the only one whose image, secret, log
 * group or name stands in it, else the only one that it can be about.
 */
function containerMeant(task: TaskDefinition, text: string, meaning: Meaning): string | undefined {
  const all = namedContainers(task);
  if (meaning.container !== undefined && all.some(({ name }) => name === meaning.container))
    return meaning.container;
  const only = (fits: (place: (typeof all)[number]) => boolean) => {
    const found = all.filter(fits);
    return found.length === 1 ? found[0]?.name : undefined;
  };
  const says = (value: unknown) => typeof value === 'string' && value.length > 1 && text.includes(value);
  return (
    only(({ definition }) => says(definition.image)) ??
    only(({ definition }) => (definition.secrets ?? []).some((secret) => says(secret?.valueFrom))) ??
    only(({ definition }) => says(definition.logConfiguration?.options?.['awslogs-group'])) ??
    only(({ name }) => hasWord(text, name)) ??
    (meaning.field === 'healthCheck'
      ? only(({ definition }) => definition.healthCheck !== undefined && definition.essential !== false)
      : undefined) ??
    (all.length === 1 ? all[0]?.name : undefined)
  );
}

function hasWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (name.length < 2 || at < 0) return false;
  return !/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' ');
}

/** Where a member stands: of the container, if one is meant that can have it, else of the task. */
export function placeOf(
  task: TaskDefinition,
  container: string | undefined,
  field: string,
): Path | undefined {
  const index = container === undefined ? -1 : indexOf(task, container);
  if (index >= 0 && Object.hasOwn(containerFields, field)) return ['containerDefinitions', index, field];
  if (Object.hasOwn(taskFields, field)) return [field];
  return index >= 0 ? ['containerDefinitions', index] : undefined;
}

function indexOf(task: TaskDefinition, container: string): number {
  return containersByName(namedContainers(task)).get(container)?.index ?? -1;
}
