/** What is to be said about one place of the task beside its value: what stands there unread, who takes it, findings. */
import { capacities, capacityColumns, capacityLabel, isWindows } from '../../src/model/capacities.ts';
import { acceptance } from '../../src/model/fields/fieldAt.ts';
import { oncePer } from '../../src/model/oncePer.ts';
import { isWithin, type Path, pathKey } from '../../src/model/path.ts';
import type { Problem, ProblemKind, Reading } from '../../src/model/reading.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import type { Finding } from '../../src/rules/rule.ts';

/** A value that the view of the task cannot show. It is shown as it stands in the text, until the user replaces it. */
export interface OddValue {
  readonly kind: 'placeholder' | 'unreadable' | 'null';
  /** As in the text. */
  readonly raw: string;
  /** What is wrong with it. */
  readonly why: string;
}

const VALUE_PROBLEMS: ReadonlySet<ProblemKind> = new Set(['wrong-type', 'null-value']);

const valueProblems = oncePer(
  (reading: Reading): ReadonlyMap<string, Problem> =>
    new Map(
      reading.problems
        .filter(({ kind }) => VALUE_PROBLEMS.has(kind))
        .map((problem) => [pathKey(problem.path), problem]),
    ),
);

/** The text of the value at a path, as it stands; nothing where none stands. */
export function rawAt(reading: Reading, path: Path): string | undefined {
  const place = reading.places.value(path);
  return place && reading.text.slice(place.start, place.end);
}

/** Lines after the first moved to the left as far as all of them can be: a nested value as if it stood alone. */
export function dedented(raw: string): string {
  const [first = '', ...rest] = raw.split(/\r\n|\r|\n/);
  const depths = rest.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return [first, ...rest.map((line) => line.slice(depth))].join('\n');
}

/**
 * What stands at a path that the view does not hold: a placeholder, a value of another type, `null`. A placeholder in a
 * text is part of the view and not odd.
 */
export function oddAt(reading: Reading, path: Path, value: unknown): OddValue | undefined {
  if (value !== undefined) return undefined;
  const key = pathKey(path);
  const problem = valueProblems(reading).get(key);
  if (reading.opaque.has(key)) {
    return {
      kind: 'placeholder',
      raw: rawAt(reading, path) ?? reading.opaque.get(key) ?? '',
      why: 'A placeholder. What takes its place must be filled in before ECS sees it.',
    };
  }
  if (problem === undefined && !reading.unreadable.has(key)) return undefined;
  return {
    kind: problem?.kind === 'null-value' ? 'null' : 'unreadable',
    raw: rawAt(reading, path) ?? '',
    why: problem?.message ?? 'This cannot be read as what ECS takes here.',
  };
}

/** Whether the text holds something at a path that a change must be told to replace. */
export function mustReplace(reading: Reading, path: Path): boolean {
  const key = pathKey(path);
  return reading.opaque.has(key) || reading.unreadable.has(key);
}

/** Keys below a map or list whose values are odd, in the order of the text. */
export function oddKeysBelow(reading: Reading, path: Path): readonly (string | number)[] {
  return [...valueProblems(reading).values()]
    .filter((problem) => problem.path.length === path.length + 1 && isWithin(problem.path, path))
    .flatMap((problem) => problem.path.at(-1) ?? []);
}

/** Members at and below a path that RegisterTaskDefinition does not know, and keys that stand twice. */
export function strangersBelow(reading: Reading, path: Path): readonly Problem[] {
  return reading.problems.filter(
    ({ kind, path: at }) => (kind === 'unknown-member' || kind === 'read-only-member') && isWithin(at, path),
  );
}

/** How the task's capacities take a member. */
export interface Reception {
  /** None of them takes it. */
  readonly nowhere: boolean;
  /** Which do not, or do nothing with it: one sentence; empty when all take it. */
  readonly text: string;
  /** When the others take it; empty when there is nothing to say. */
  readonly note: string;
}

/** How the task's capacities take what stands at a path. */
export function receptionOf(task: TaskDefinition, path: Path): Reception {
  const columns = capacityColumns(task);
  const names = capacities(task).map((one) => capacityLabel[one]);
  const answers = columns.map((column) => acceptance(path, column));
  const named = (taken: string) => names.filter((_, index) => answers[index]?.taken === taken);
  const refusing = named('no');
  const ignoring = named('noEffect');
  const sentences = [
    refusing.length > 0 && `${listed(refusing)} ${refusing.length === 1 ? 'does' : 'do'} not take it.`,
    ignoring.length > 0 && `It has no effect on ${listed(ignoring)}.`,
  ];
  const linuxOnly = answers.some((answer) => answer.linuxOnly) && isWindows(task);
  if (linuxOnly && refusing.length === 0) sentences.push('Windows containers do not take it.');
  return {
    nowhere: refusing.length === names.length || linuxOnly,
    text: sentences.filter(Boolean).join(' '),
    note: answers.some(({ taken }) => taken === 'conditional')
      ? (answers.find(({ note }) => note !== '')?.note ?? '')
      : '',
  };
}

/** Names in one sentence: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The findings of exactly this place. */
export function findingsAt(findings: readonly Finding[], path: Path): readonly Finding[] {
  return findings.filter((finding) => finding.path.length === path.length && isWithin(finding.path, path));
}

/** The findings of this place and of all below it. */
export function findingsWithin(findings: readonly Finding[], path: Path): readonly Finding[] {
  return findings.filter((finding) => isWithin(finding.path, path));
}
