/** Changes as lessons write them: members of containers by name, whatever their place in the list. */
import type { Change } from '../../edit/change.ts';
import { containerAt, isGone } from '../../edit/changes/address.ts';
import { editsBetween } from '../../edit/changes/editsBetween.ts';
import type { Edit } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';

type Members = Readonly<Record<string, Json | undefined>>;

/** Gives members of a container values; `healthCheck.interval` goes deeper, `undefined` takes a member out. */
export function put(label: string, container: string, members: Members): Change {
  return {
    label,
    edits(task) {
      const found = containerAt(task, `container:${container}`);
      if (found === undefined) return isGone(`container:${container}`);
      const at = ['containerDefinitions', found.index];
      return Object.entries(members).flatMap(([name, value]) =>
        editsOf([...at, ...name.split('.')], valueIn(found.definition, name), value),
      );
    },
  };
}

/** The same for members of the task. */
export function putTask(label: string, members: Members): Change {
  return {
    label,
    edits: (task) =>
      Object.entries(members).flatMap(([name, value]) =>
        editsOf(name.split('.'), valueIn(task, name), value),
      ),
  };
}

/** Adds a container at the end, exactly as it is given. */
export function addExactly(label: string, definition: { readonly [member: string]: Json }): Change {
  return {
    label,
    edits: ({ containerDefinitions = [] }) => [
      { op: 'insert', path: ['containerDefinitions', containerDefinitions.length], value: definition },
    ],
  };
}

function editsOf(path: readonly (string | number)[], before: unknown, value: Json | undefined): Edit[] {
  if (value === undefined) return before === undefined ? [] : [{ op: 'remove', path }];
  return editsBetween(path, before, value);
}

function valueIn(from: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (object, key) =>
        typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined,
      from,
    );
}
