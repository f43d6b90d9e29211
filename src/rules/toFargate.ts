/** Converting a task to Fargate, as one change that can be read before it is made. */
import type { Change } from '../edit/change.ts';
import { setCapacity } from '../edit/changes/task.ts';
import { applyChange, type Design, readingOf } from '../edit/design.ts';
import { type Edit, isRefusal, type Refusal } from '../model/edit.ts';
import { formatPath, type Path } from '../model/path.ts';
import { check } from './check.ts';
import { fixAll } from './fixAll.ts';
import type { Finding } from './rule.ts';

/** One thing that the conversion does. */
export interface Step {
  /** `set`: a member gets a value. `drop`: something that Fargate does not take goes. */
  readonly kind: 'set' | 'drop';
  /** Where, in the task as it is before the conversion began this step. */
  readonly path: Path;
  /** What will happen, as a command: "Remove links from "app"". */
  readonly label: string;
  /** Why it must be; absent for what Fargate needs of every task. */
  readonly because?: string;
}

export interface Conversion {
  readonly change: Change;
  readonly steps: readonly Step[];
  /** Errors that stay, each something that only the user can know. */
  readonly left: readonly Finding[];
  /** The design as the change leaves it. */
  readonly after: Design;
}

/**
 * How the task becomes one that Fargate takes: what it sets (capacity, network mode, size) and, by the fixes of the
 * rules, what it must change or drop. Errors that the task has already, whatever it runs on, are left alone. A refusal
 * when the text cannot be changed; a conversion without steps when the task is for Fargate alone and fits it.
 */
export function toFargate(design: Design): Conversion | Refusal {
  const before = new Set(check(readingOf(design)).filter(isError).map(keyOf));
  const only = setCapacity(['FARGATE']);
  const capacity: Change = { label: only.label, replaces: true, edits: only.edits };
  const begun = applyChange(design, capacity);
  if (isRefusal(begun)) return begun;
  const first = capacity.edits(readingOf(design).task, { reading: readingOf(design), parts: design.parts });
  const edits: Edit[] = isRefusal(first) || begun === design ? [] : [...first];
  const steps: Step[] = edits.map(stepOf);

  const fixed = fixAll(begun, { pick: (finding) => isError(finding) && !before.has(keyOf(finding)) });
  for (const { finding, fix } of fixed?.done ?? []) {
    edits.push(...fix.edits);
    const drops = fix.edits.every(({ op }) => op === 'remove');
    const { path, message } = finding;
    steps.push({ kind: drops ? 'drop' : 'set', path, label: fix.label, because: message });
  }
  const { after, removals } = withoutEmptied(design, fixed?.after ?? begun, edits);
  edits.push(...removals);
  return {
    change: {
      label: 'Convert to Fargate',
      replaces: true,
      edits: (_, { reading }) =>
        reading.text === design.text
          ? edits
          : { refused: 'The text has changed since the conversion was put together: look at it again.' },
    },
    steps,
    left: check(readingOf(after)).filter((finding) => isError(finding) && !before.has(keyOf(finding))),
    after,
  };
}

/** Takes out the lists and objects of which the removals left nothing but the brackets, and what they leave empty. */
function withoutEmptied(
  before: Design,
  converted: Design,
  edits: readonly Edit[],
): { after: Design; removals: readonly Edit[] } {
  const removals: Edit[] = [];
  let after = converted;
  const { places: full } = readingOf(before);
  const open = edits.flatMap(({ op, path }) => (op === 'remove' ? [path.slice(0, -1)] : []));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const now = readingOf(after).places.value(path);
    const then = full.value(path);
    // An item of a list is more than what it holds.
    if (typeof path.at(-1) !== 'string' || now === undefined || then === undefined) continue;
    if (!isEmpty(after.text.slice(now.start, now.end)) || isEmpty(before.text.slice(then.start, then.end)))
      continue;
    const removal: Edit = { op: 'remove', path };
    const tidied = applyChange(after, { label: '', replaces: true, edits: () => [removal] });
    if (isRefusal(tidied)) continue;
    after = tidied;
    removals.push(removal);
    open.push(path.slice(0, -1));
  }
  return { after, removals };
}

function isEmpty(written: string): boolean {
  return /^[[{]\s*[\]}]$/.test(written);
}

function stepOf(edit: Edit): Step {
  const { path } = edit;
  if (!('value' in edit)) return { kind: 'drop', path, label: `Remove ${formatPath(path)}` };
  const value = Array.isArray(edit.value) ? edit.value.join(', ') : String(edit.value);
  return { kind: 'set', path, label: `Set ${formatPath(path)} to ${value}` };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function keyOf({ rule, path, message }: Finding): string {
  return `${rule} ${formatPath(path)} ${message}`;
}
