/** What a format writes, read again and held against what it was written from. */
import { read } from '../../lens/index.ts';
import { effectiveNetworkMode } from '../../model/capacities.ts';
import { fieldAt } from '../../model/fields/fieldAt.ts';
import { formatPath, isWithin, type Path, pathKey } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { check } from '../../rules/check.ts';
import type { Format, FormatProblem, Loss } from '../format.ts';
import { formats, readAny } from '../index.ts';

/** Formats whose output is read again, by them or by another. */
export const readBack: readonly string[] = [
  'register',
  'aws-cli',
  'containers',
  'cloudformation-yaml',
  'cloudformation-json',
  'terraform-hcl',
  'docker-compose',
  'design',
];

/** What is the same to a language that has no word for the difference. */
export interface Sameness {
  /** A value that says no more than its absence does. */
  isNone(value: unknown, path: Path): boolean;
  /** Whether lists of named things are held against each other by their names. */
  readonly byName: boolean;
}

/** Every member and value. */
export const EXACT: Sameness = { isNone: () => false, byName: false };
/** What holds where a member is missing counts as said, and lists of named things may come in any order. */
export const IN_EFFECT: Sameness = { isNone: isUsual, byName: true };

const SAMENESS: Readonly<Record<string, Sameness>> = {
  'terraform-hcl': { isNone: isEmpty, byName: false },
  'docker-compose': IN_EFFECT,
};

/** What ECS takes where nothing is said. */
function isUsual(value: unknown, path: Path): boolean {
  const field = fieldAt(path);
  const usual = field !== undefined && 'default' in field ? field.default : undefined;
  return (
    value === usual ||
    value === '' ||
    value === false ||
    (value === 0 && !/retries$/.test(String(path.at(-1)))) ||
    isEmpty(value)
  );
}

export interface RoundTrip {
  readonly text: string;
  readonly losses: readonly Loss[];
  readonly again: Reading | undefined;
  readonly problems: readonly FormatProblem[];
  /** Places at which the task came back otherwise though no loss names them, with what stood and what stands there. */
  readonly unnamed: readonly string[];
  /** Errors of a task that had none, and of which no loss is the reason: `rule at place: message`. */
  readonly errors: readonly string[];
}

/** Writes a task in a format, has the text recognised and read, and tells the difference. */
export function roundTrip(
  id: string,
  reading: Reading,
  format: Pick<Format, 'write'> | undefined = formats.find((one) => one.id === id),
): RoundTrip {
  const { task, text, source } = reading;
  const written = format?.write?.(task, text, source);
  if (written === undefined) throw new Error(`Nothing writes ${id}`);
  const { tasks, problems } = readAny(written.text);
  const [found] = tasks;
  if (found === undefined)
    return { ...written, again: undefined, problems, unnamed: ['no task'], errors: [] };
  const again = read(found.text, found.source);
  const said = [...written.losses, ...found.losses];
  return { ...written, again, problems, ...compared(reading, again, said, SAMENESS[id] ?? EXACT) };
}

/** What differs between a task and what became of it, as far as no loss says so. */
export function compared(
  reading: Reading,
  again: Reading,
  losses: readonly Loss[],
  same: Sameness,
): Pick<RoundTrip, 'unnamed' | 'errors'> {
  const { task } = reading;
  const own = publishesOwn(task) || publishesOwn(again.task);
  const [was, is] = same.byName ? [inEffect(task, own), inEffect(again.task, own)] : [task, again.task];
  const unnamed = differences(was, is, [], same).flatMap(({ path, was, is }) =>
    isNamed(path, losses) ? [] : [`${formatPath(path)}: ${shown(was)} became ${shown(is)}`],
  );
  const mustBeLegal = isLegal(reading) && !losesPlaceholder(reading, losses);
  const errors = (mustBeLegal ? check(again) : []).flatMap(({ severity, rule, path, message }) =>
    severity === 'error' && !isReason(path, losses) ? [`${rule} at ${formatPath(path)}: ${message}`] : [],
  );
  return { unnamed, errors };
}

const judged = new WeakMap<Reading, boolean>();

/** Whether a reading is a whole task in which the rules find no error. */
export function isLegal(reading: Reading): boolean {
  const { task, whole, opaque } = reading;
  const legal =
    judged.get(reading) ??
    (whole &&
      (task.family !== undefined || opaque.has('/family')) &&
      check(reading).every(({ severity }) => severity !== 'error'));
  judged.set(reading, legal);
  return legal;
}

/** Rules judge no placeholder, and what is left without one they do. */
function losesPlaceholder(reading: Reading, losses: readonly Loss[]): boolean {
  return losses.some(({ path }) => reading.opaque.has(pathKey(path)));
}

/** A loss names its place and all below it; one about the file as a whole names none. */
function isNamed(path: Path, losses: readonly Loss[]): boolean {
  return losses.some((loss) => loss.path.length > 0 && isWithin(path, loss.path));
}

/** Where the task's own memory is lost, the containers lack theirs; and so on. */
function isReason(path: Path, losses: readonly Loss[]): boolean {
  return (
    isNamed(path, losses) || losses.some((loss) => loss.path.length === 1 && loss.path[0] === path.at(-1))
  );
}

interface Difference {
  readonly path: Path;
  readonly was: unknown;
  readonly is: unknown;
}

/** The task with what holds where nothing is said; `own` says that a port is published under its own number. */
function inEffect(task: TaskDefinition, own: boolean): unknown {
  const { containerDefinitions, ...rest } = task;
  return {
    ...rest,
    networkMode: effectiveNetworkMode(task),
    containerDefinitions: containerDefinitions?.map(
      (container) =>
        container && {
          ...container,
          portMappings: container.portMappings?.map((mapping) =>
            own && mapping?.hostPort === mapping?.containerPort
              ? { ...mapping, hostPort: undefined }
              : mapping,
          ),
          linuxParameters: container.linuxParameters && {
            ...container.linuxParameters,
            devices: container.linuxParameters.devices?.map(
              (device) => device && { containerPath: device.hostPath, ...device },
            ),
          },
        },
    ),
  };
}

function publishesOwn(task: TaskDefinition): boolean {
  return ['awsvpc', 'host'].includes(effectiveNetworkMode(task));
}

/** Members in any order; the holes that a list keeps for unreadable items count for nothing. */
function differences(was: unknown, is: unknown, path: Path, same: Sameness): Difference[] {
  const isNone = (value: unknown) => value === undefined || same.isNone(value, path);
  if (Object.is(was, is) || (isNone(was) && isNone(is))) return [];
  // What is missing as a whole is missing member by member: each may be named.
  const [before, after] = [was ?? emptyLike(is), is ?? emptyLike(was)];
  if (Array.isArray(before) && Array.isArray(after)) {
    return pairs(dense(before), dense(after), same.byName).flatMap(([one, other], at) =>
      differences(one?.[0], other?.[0], [...path, one?.[1] ?? at], same),
    );
  }
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key], same));
  }
  return [{ path, was, is }];
}

function emptyLike(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0
    ? []
    : isMap(value) && Object.keys(value).length > 0
      ? {}
      : undefined;
}

type Item = readonly [value: unknown, index: number];

function pairs(
  before: readonly Item[],
  after: readonly Item[],
  byName: boolean,
): (readonly [Item | undefined, Item | undefined])[] {
  const names = (list: readonly Item[]) => list.map(([value]) => nameOf(value));
  const distinct = (list: readonly unknown[]) => new Set(list).size === list.length;
  if (byName && distinct(names(before)) && distinct(names(after))) {
    const left = [...after];
    const byTheirNames = new Map(
      before.map((one) => {
        const at = left.findIndex(([value]) => nameOf(value) === nameOf(one[0]));
        return [one, at < 0 ? undefined : left.splice(at, 1)[0]] as const;
      }),
    );
    // What is called otherwise now stands where it stood.
    const found = before.map((one) => [one, byTheirNames.get(one) ?? left.shift()] as const);
    return [...found, ...left.map((one) => [undefined, one] as const)];
  }
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, at) => [before[at], after[at]] as const);
}

function nameOf(value: unknown): unknown {
  return isMap(value) ? (value.name ?? value.key ?? value.namespace ?? value.containerName) : undefined;
}

function dense(list: readonly unknown[]): (readonly [unknown, number])[] {
  return list.flatMap((item, index) => (item === undefined ? [] : [[item, index] as const]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? dense(value).every(([item]) => isEmpty(item))
    : isMap(value) && Object.values(value).every((item) => item === undefined || isEmpty(item));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
