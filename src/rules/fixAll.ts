/** Makes many fixes as one change: all that are safe, or those that somebody picks. */
import type { Change } from '../edit/change.ts';
import { applyChange, type Design, readingOf } from '../edit/design.ts';
import { type Edit, isRefusal } from '../model/edit.ts';
import { formatPath, isWithin, type Path } from '../model/path.ts';
import type { Check } from './check.ts';
import { check } from './check.ts';
import type { Finding, Fix } from './rule.ts';

/** A finding that was mended, and by which fix. */
export interface Mended {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What fixing all comes to: one step of undo, what it does in order, and what stays. */
export interface FixedAll {
  readonly change: Change;
  readonly done: readonly Mended[];
  /** What is still to be said afterwards. */
  readonly left: readonly Finding[];
  /** The design as the change leaves it, to be shown beside the one before. */
  readonly after: Design;
}

export interface FixAllOptions {
  /** Which fixes to make; those that are safe when absent. */
  readonly pick?: (finding: Finding, fix: Fix) => boolean;
  /** Finds what there is to mend; `check` when absent. */
  readonly check?: Check;
}

/** Each round makes one fix at least; a task of rubbish is mended in part, and can be gone over again. */
const MOST_ROUNDS = 200;

/**
 * Makes every fix that is safe, in the order of the text, each on what those before it left: fixes may overlap, and one
 * may mend what another was for. A fix that would leave its finding standing, or bring more errors than it takes, is
 * left out. Nothing when there is nothing to make. Never throws; pure.
 */
export function fixAll(design: Design, options: FixAllOptions = {}): FixedAll | undefined {
  const { pick = (_, fix) => fix.safe, check: find = check } = options;
  let after = design;
  let left: readonly Finding[] = find(readingOf(design));
  const done: Mended[] = [];
  const edits: Edit[] = [];
  const failed = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = left.flatMap((finding): Mended[] => {
      const { fix } = finding;
      return fix && pick(finding, fix) && !failed.has(keyOf(finding)) ? [{ finding, fix }] : [];
    });
    const batch = apart(open);
    const [first] = batch;
    if (!first) break;
    const several = attempt(after, left, batch, find);
    const made = several ? batch : [first];
    const next = several ?? attempt(after, left, made, find);
    if (!next) {
      failed.add(keyOf(first.finding));
      continue;
    }
    after = next.design;
    left = next.left;
    done.push(...made);
    edits.push(...made.flatMap(({ fix }) => fix.edits));
  }
  if (done.length === 0) return undefined;
  return { change: changeOf(design, done, edits), done, left, after };
}

function changeOf(design: Design, done: readonly Mended[], edits: readonly Edit[]): Change {
  const [only] = done;
  return {
    label: done.length === 1 && only ? only.fix.label : `Fix ${done.length} problems`,
    replaces: true,
    edits: (_, { reading }) =>
      reading.text === design.text
        ? edits
        : { refused: 'The text has changed since these fixes were put together: look at them again.' },
  };
}

function attempt(design: Design, before: readonly Finding[], batch: readonly Mended[], find: Check) {
  const edits = batch.flatMap(({ fix }) => fix.edits);
  const next = applyChange(design, { label: '', replaces: true, edits: () => edits });
  if (isRefusal(next) || next === design) return undefined;
  const left = find(readingOf(next));
  const standing = new Set(left.map(keyOf));
  // Of three of a kind, the next one may come to stand where the first has gone.
  const mended = batch.every(
    ({ finding }) => !standing.has(keyOf(finding)) || count(left, finding) < count(before, finding),
  );
  return mended && errors(left) <= errors(before) ? { design: next, left } : undefined;
}

function count(findings: readonly Finding[], { rule }: Finding): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

function errors(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function keyOf({ rule, path, message }: Finding): string {
  return `${rule} ${formatPath(path)} ${message}`;
}

/** As many as do not touch each other's places, so that each finds the text as it expects it. */
function apart(open: readonly Mended[]): Mended[] {
  const chosen: Mended[] = [];
  const taken: Path[] = [];
  for (const one of open) {
    const own = one.fix.edits.flatMap(touched);
    if (own.some((path) => taken.some((other) => isWithin(path, other) || isWithin(other, path)))) continue;
    taken.push(...own);
    chosen.push(one);
  }
  return chosen;
}

/** What an edit may change or shift: the whole list where items come or go. */
function touched(edit: Edit): Path[] {
  const whole = (path: Path) =>
    typeof path.at(-1) === 'number' && edit.op !== 'set' ? path.slice(0, -1) : path;
  return 'from' in edit ? [whole(edit.from), whole(edit.path)] : [whole(edit.path)];
}
