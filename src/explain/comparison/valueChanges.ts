/** What differs between two values of a member, in the member's own words; the order of a list counts only where ECS heeds it. */
import type { Field, Fields, ListField } from '../../model/fields/field.ts';

/** Lists whose order is their meaning: the words of a command line. */
const IN_ORDER: ReadonlySet<string> = new Set(['command', 'entryPoint']);

/** What an item of a list is known by, so that it is the same one wherever it stands. */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  environment: ['name'],
  secrets: ['name'],
  secretOptions: ['name'],
  environmentFiles: ['value'],
  portMappings: ['containerPort', 'containerPortRange', 'protocol'],
  mountPoints: ['containerPath'],
  volumesFrom: ['sourceContainer'],
  ulimits: ['name'],
  systemControls: ['namespace'],
  extraHosts: ['hostname', 'ipAddress'],
  resourceRequirements: ['type'],
  devices: ['hostPath'],
  tmpfs: ['containerPath'],
  volumes: ['name'],
  tags: ['key'],
  properties: ['name'],
  inferenceAccelerators: ['deviceName'],
  placementConstraints: ['expression'],
};

/** Members that are told by their value alone: "environment LOG_LEVEL: info → debug". */
const TOLD_BY: Readonly<Record<string, string>> = {
  environment: 'value',
  secrets: 'valueFrom',
  secretOptions: 'valueFrom',
  systemControls: 'value',
  tags: 'value',
  properties: 'value',
};

const LONGEST = 60;

type Raw = Readonly<Record<string, unknown>>;

/** One phrase for each difference: "memory 512 → 1024", "HEALTHY on envoy added"; none for values that mean the same. */
export function valueChanges(
  name: string,
  field: Field | undefined,
  before: unknown,
  after: unknown,
): string[] {
  const one = meant(field, before);
  const other = meant(field, after);
  if (same(one, other)) return [];
  const member = name.split('.').at(-1) ?? name;
  if (member === 'dependsOn') return dependencyChanges(one, other);
  if (Array.isArray(one ?? other) && !IN_ORDER.has(member)) {
    return listChanges(name, field?.kind === 'list' ? field : undefined, asList(one), asList(other));
  }
  if (isRecord(other) && (one === undefined || isRecord(one))) {
    const fields: Fields = field?.kind === 'structure' ? field.fields : {};
    return memberChanges(name, fields, one ?? {}, other);
  }
  if (one === undefined) return [`${name} ${short(other)} added`];
  if (other === undefined) return [isRecord(one) ? `${name} removed` : `${name} ${short(one)} removed`];
  return [`${name} ${short(one)} → ${short(other)}`];
}

/** The differences of two structures, member by member, as `prefix.member`; those that the table does not know as well. */
export function memberChanges(prefix: string, fields: Fields, before: Raw, after: Raw): string[] {
  const names = new Set([...Object.keys(fields), ...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((member) =>
    valueChanges(
      prefix === '' ? member : `${prefix}.${member}`,
      Object.hasOwn(fields, member) ? fields[member] : undefined,
      own(before, member),
      own(after, member),
    ),
  );
}

function dependencyChanges(before: unknown, after: unknown): string[] {
  const conditions = (list: unknown) =>
    asList(list)
      .filter(isRecord)
      .map((entry) => `${entry.condition ?? 'no condition'} on ${entry.containerName ?? 'nobody'}`);
  const old = conditions(before);
  const fresh = conditions(after);
  const gone = without(old, fresh);
  const come = without(fresh, old);
  const phrases: string[] = [];
  for (const entry of come) {
    const [condition = '', name = ''] = entry.split(' on ');
    const place = gone.findIndex((other) => other.endsWith(` on ${name}`));
    if (place < 0) phrases.push(`${entry} added`);
    else phrases.push(`${gone.splice(place, 1)[0]?.split(' on ')[0]} → ${condition} on ${name}`);
  }
  return [...phrases, ...gone.map((entry) => `${entry} removed`)];
}

function listChanges(
  name: string,
  field: ListField | undefined,
  before: readonly unknown[],
  after: readonly unknown[],
): string[] {
  const member = name.split('.').at(-1) ?? name;
  const keys = KNOWN_BY[member];
  if (keys === undefined) {
    const old = before.map(canonical);
    const fresh = after.map(canonical);
    return [
      ...without(fresh, old).map((value) => `${name} ${shortText(value)} added`),
      ...without(old, fresh).map((value) => `${name} ${shortText(value)} removed`),
    ];
  }
  const fields: Fields = field?.item.kind === 'structure' ? field.item.fields : {};
  const idOf = (item: unknown) =>
    isRecord(item)
      ? keys
          .map((key) => item[key])
          // The default protocol of a port, written or not.
          .filter((value) => value !== undefined && value !== 'tcp')
          .join('/')
      : canonical(item);
  const old = [...before];
  const phrases: string[] = [];
  for (const item of after) {
    const id = idOf(item);
    const place = old.findIndex((other) => idOf(other) === id);
    const label = `${name} ${shortText(id)}`;
    if (place < 0) phrases.push(`${label}${told(member, item)} added`);
    else {
      const [twin] = old.splice(place, 1);
      phrases.push(...itemChanges(label, member, fields, twin, item));
    }
  }
  return [...phrases, ...old.map((item) => `${name} ${shortText(idOf(item))} removed`)];
}

function itemChanges(
  label: string,
  member: string,
  fields: Fields,
  before: unknown,
  after: unknown,
): string[] {
  const value = TOLD_BY[member];
  if (!isRecord(before) || !isRecord(after)) return [];
  if (value !== undefined) {
    return same(before[value], after[value])
      ? []
      : [`${label}: ${short(before[value])} → ${short(after[value])}`];
  }
  const changes = memberChanges('', fields, before, after);
  return changes.length === 0 ? [] : [`${label}: ${changes.join(', ')}`];
}

/** What is said of an item that was added: its value, or all but its name. */
function told(member: string, item: unknown): string {
  const value = TOLD_BY[member];
  return value === undefined || !isRecord(item) || item[value] === undefined
    ? ''
    : ` = ${short(item[value])}`;
}

/** What a value means: a default that is written is none that is left out; an empty list or structure is none. */
function meant(field: Field | undefined, value: unknown): unknown {
  const given =
    value !== undefined && value !== null && typeof value === 'object' && Object.keys(value).length === 0
      ? undefined
      : value;
  if (given !== undefined || field === undefined || !('default' in field)) return given;
  return field.default;
}

function own(raw: Raw, member: string): unknown {
  return Object.hasOwn(raw, member) ? raw[member] : undefined;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.filter((item) => item !== undefined && item !== null) : [];
}

/** What is in one list and not, or less often, in the other. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((value) => {
    const place = left.indexOf(value);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** The same text for the same value, whatever the order of its members. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return value;
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      isRecord(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    ) ?? 'nothing'
  );
}

function short(value: unknown): string {
  if (Array.isArray(value)) return shortText(asList(value).map(canonical).join(' '));
  if (value === '') return '""';
  return value === undefined ? 'nothing' : shortText(canonical(value));
}

function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
