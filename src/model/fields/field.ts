/**
 * What a member of a task definition is: how people call it, what it takes, who takes it, and where AWS describes it.
 *
 * The tables beside this file are typed by the members of `src/model`: a forgotten member, a wrong kind or a missing
 * enum value does not compile. Facts: API reference of Amazon ECS and what the service was seen to do, read 2026-11-23.
 */
import type { Dictionary } from '../taskDefinition.ts';

/** Where a task may run, as the tables tell them apart: Fargate for Linux and for Windows, EC2, ECS Anywhere, Managed Instances. */
export type Capacity = 'FL' | 'FW' | 'E2' | 'EX' | 'MI';

/** `conditional`: the note says when. `noEffect`: accepted, and nothing comes of it. `unknown`: not documented, not seen. */
export type Taken = 'yes' | 'no' | 'conditional' | 'noEffect' | 'unknown';

/** One word about every value of an enumeration. */
export type Values<T extends string = string> = Readonly<Record<T, string>>;

interface About {
  /** As on screen: "Health check". For a list item what one of them is called. */
  readonly label: string;
  /** One or two sentences: what it does, its default and range, what is easily got wrong. */
  readonly help: string;
  /** The heading under which it stands; only members of a task and of a container have one. */
  readonly group?: string;
  /** `client`: the API model demands it, clients refuse without it. `service`: ECS does. */
  readonly required?: 'client' | 'service';
  /** Absent: as for the structure around it, and for members of task and container: everywhere. */
  readonly capacities?: Readonly<Record<Capacity, Taken>>;
  /** When a `conditional` holds, or what is special somewhere. */
  readonly capacityNote?: string;
  /** Refused or ignored for Windows containers on every capacity. */
  readonly linuxOnly?: boolean;
  /** Seldom used: an inspector may show it folded or as a small piece of JSON. */
  readonly rare?: boolean;
  /** No longer of use; the text says what to use in its place. */
  readonly ended?: string;
  /** The page of AWS's API reference. Filled in by `fieldsOf`. */
  readonly docs?: string;
}

/** Text. `longText` has several lines or words; what the words are, if not free, `format` says. */
export interface TextField extends About {
  readonly kind: 'text' | 'longText';
  readonly format?: TextFormat;
  readonly default?: string;
  /** A regular expression over the whole text, as ECS holds against it. */
  readonly pattern?: string;
  readonly maxLength?: number;
  /** Values worth offering; others are allowed. */
  readonly suggestions?: readonly string[];
}

/** What a text names: tells an inspector which control and which completion fit. */
export type TextFormat =
  | 'image'
  | 'role'
  | 'arn'
  | 'secret'
  | 'path'
  | 'port'
  | 'portRange'
  | 'containerName'
  | 'volumeName'
  | 'link'
  | 'taskCpu'
  | 'taskMemory';

/** A whole number; the kind is its unit. `port` has none, `count` counts. */
export interface NumberField extends About {
  readonly kind:
    | 'count'
    | 'seconds'
    | 'mebibytes'
    | 'gibibytes'
    | 'cpuUnits'
    | 'port'
    | 'percent'
    | 'exitCode';
  readonly default?: number;
  readonly min?: number;
  readonly max?: number;
  /** Limits that hold on Fargate alone. */
  readonly fargate?: { readonly min: number; readonly max: number };
}

export interface BooleanField extends About {
  readonly kind: 'boolean';
  readonly default?: boolean;
}

/** Text out of a closed list. */
export interface EnumField<T extends string = string> extends About {
  readonly kind: 'enum';
  readonly values: Values<T>;
  readonly default?: T;
}

export interface ListField<I = Field> extends About {
  readonly kind: 'list';
  readonly item: I;
  readonly maxItems?: number;
  /** A list in which each item stands for one thing of the task: an inspector shows it as a table. */
  readonly table?: boolean;
}

/** Free keys, texts as values. */
export interface MapField extends About {
  readonly kind: 'map';
}

export interface StructureField<F = Fields> extends About {
  readonly kind: 'structure';
  readonly fields: F;
}

export type Field =
  | TextField
  | NumberField
  | BooleanField
  | EnumField
  | ListField
  | MapField
  | StructureField;

/** The members of a structure by name, in reading order. */
export type Fields = Readonly<Record<string, Field>>;

export type FieldKind = Field['kind'];

/** The field that fits a member of type `T` of the model. */
export type FieldFor<T> = [T] extends [boolean]
  ? BooleanField
  : [T] extends [number]
    ? NumberField
    : [T] extends [string]
      ? string extends T
        ? TextField
        : EnumField<T>
      : [T] extends [readonly (infer I)[]]
        ? ListField<FieldFor<NonNullable<I>>>
        : [T] extends [Dictionary]
          ? [Dictionary] extends [T]
            ? MapField
            : StructureField<FieldsFor<T>>
          : StructureField<FieldsFor<T>>;

/** One fitting field for each member of `T`. */
export type FieldsFor<T> = { readonly [K in keyof Required<T>]: FieldFor<NonNullable<T[K]>> };

/** Who takes a member, in the order FL, FW, E2, EX, MI: `y`es, `n`o, `c`onditional, `-` no effect, `?` unknown. */
export function on(
  ...letters: readonly [fl: Letter, fw: Letter, e2: Letter, ex: Letter, mi: Letter]
): Readonly<Record<Capacity, Taken>> {
  const [fl, fw, e2, ex, mi] = letters;
  return { FL: words[fl], FW: words[fw], E2: words[e2], EX: words[ex], MI: words[mi] };
}

type Letter = keyof typeof words;
const words = { y: 'yes', n: 'no', c: 'conditional', '-': 'noEffect', '?': 'unknown' } as const;

/** A table of fields for (some of) the members of an API type, each led to its page and put under its heading. */
export function fieldsOf<T>(
  about: { readonly type: string; readonly group?: string },
  table: FieldsFor<T>,
): FieldsFor<T> {
  const finished = Object.entries<Field>(table as Fields).map(([name, field]) => {
    const docs = docsOf(about.type, name);
    const documented = field.kind === 'list' ? { ...field, item: { ...field.item, docs } } : field;
    return [name, { ...documented, docs, ...(about.group && { group: about.group }) }];
  });
  return Object.fromEntries(finished) as FieldsFor<T>;
}

function docsOf(type: string, member: string): string {
  const page = `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${type}.html`;
  return type === 'RegisterTaskDefinition'
    ? `${page}#ECS-${type}-request-${member}`
    : `${page}#ECS-Type-${type}-${member}`;
}
