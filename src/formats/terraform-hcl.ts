/** A resource of Terraform's AWS provider. Source: provider documentation of aws_ecs_task_definition. */
import { read } from '../lens/index.ts';
import { fieldAt } from '../model/fields/fieldAt.ts';
import { formatPath, type Path, pathKey } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Format, Loss } from './format.ts';
import { expressionsIn, onlyExpression } from './terraform/expressions.ts';
import {
  type HclBlock,
  hclString,
  hclTemplate,
  hclText,
  hclValue as printed,
  type TextPrinter,
} from './write/hclText.ts';
import { lostInView, placeholdersOf } from './write/losses.ts';
import { isMap, type Plain, type PlainMap, plain } from './write/plain.ts';

export const terraformHcl: Format = {
  id: 'terraform-hcl',
  label: 'Terraform (HCL)',
  extension: 'tf',
  write: (task, text, source) => {
    const reading = read(text, source);
    // Elsewhere `\${…}` is a text, or somebody else's placeholder.
    const all = reading.source.lens === 'template' ? placeholdersOf(reading) : [];
    const modules = all.filter(isModules);
    const known = all.filter((one) => canStand(one) && !isModules(one));
    const own = modules.reduce<unknown>((now, [path]) => withText(now, path, undefined), task);
    const whole = known.reduce<unknown>((now, [path, raw]) => withText(now, path, raw), own);
    const print = reading.source.lens === 'template' ? hclTemplate : hclString;
    const { block, losses } = resource(whole as TaskDefinition, print);
    const written = hclText(block);
    const places = new Set([...known, ...modules].map(([path]) => pathKey(path)));
    const lost = [
      ...lostInView(text, source).filter(({ path }) => !places.has(pathKey(path))),
      ...modules.map(([path]) => noPlace(path, 'the module decided it, and this is a resource')),
    ];
    return { text: written, losses: [...lost, ...losses, ...(print === hclTemplate ? leftOpen(whole) : [])] };
  },
};

/** Whether a placeholder can stand in Terraform: as a member of a structure, but not in place of a block. */
function canStand([path, raw]: readonly [path: Path, raw: string]): boolean {
  const member = path.at(-1);
  const inBlocks = path[0] !== 'containerDefinitions' && path[0] !== 'tags';
  const kind = fieldAt(path)?.kind;
  const isBlock =
    inBlocks && (kind === 'structure' || (kind === 'list' && member !== 'requiresCompatibilities'));
  return typeof member === 'string' && !isBlock && onlyExpression(raw) !== undefined;
}

/** Whether a placeholder is what our reader puts where a module decides: no output of the module has that name. */
function isModules([path, raw]: readonly [path: Path, raw: string]): boolean {
  return raw.startsWith('${module.') && raw.endsWith(`.${path.at(-1)}}`) && /^[\w.${}-]+$/.test(raw);
}

/** The view with a text where it has nothing, or without what it has; the same view where the parent is missing too. */
function withText(value: unknown, [step, ...rest]: Path, raw: string | undefined): unknown {
  if (step === undefined) return raw === undefined ? undefined : (value ?? raw);
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? withText(item, rest, raw) : item));
  if (typeof value !== 'object' || value === null) return value;
  const inner = (value as Readonly<Record<string, unknown>>)[step];
  return inner === undefined && rest.length > 0 ? value : { ...value, [step]: withText(inner, rest, raw) };
}

/** What the file names and does not have. */
function leftOpen(value: unknown): readonly Loss[] {
  const found = new Set<string>();
  const visit = (one: unknown): void => {
    if (typeof one === 'string')
      for (const part of expressionsIn(one)) if (typeof part === 'object') found.add(part.expression);
    if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) visit(inner);
  };
  visit(value);
  if (found.size === 0) return [];
  const some = [...found].slice(0, 8).join(', ');
  const message = `${found.size > 8 ? `${some} and ${found.size - 8} more` : some}: Terraform has to know them where this file goes.`;
  return [{ path: [], message }];
}

type Body = HclBlock['body'][number][];
type Printer = (value: Plain) => string;

/** Attributes by the API's name, in the order in which they are written. */
const ATTRIBUTES: readonly (readonly [member: string, name: string])[] = [
  ['family', 'family'],
  ['requiresCompatibilities', 'requires_compatibilities'],
  ['networkMode', 'network_mode'],
  ['cpu', 'cpu'],
  ['memory', 'memory'],
  ['executionRoleArn', 'execution_role_arn'],
  ['taskRoleArn', 'task_role_arn'],
  ['pidMode', 'pid_mode'],
  ['ipcMode', 'ipc_mode'],
  ['enableFaultInjection', 'enable_fault_injection'],
];

/** Blocks of one structure or of a list of them. */
const BLOCKS: readonly (readonly [member: string, name: string])[] = [
  ['runtimePlatform', 'runtime_platform'],
  ['ephemeralStorage', 'ephemeral_storage'],
  ['placementConstraints', 'placement_constraints'],
];

function resource(
  task: TaskDefinition,
  print: TextPrinter,
): { readonly block: HclBlock; readonly losses: readonly Loss[] } {
  const values = plain(task);
  const hclValue = (value: Plain) => printed(value, print);
  const losses: Loss[] = [];
  const body: Body = [];
  for (const [member, name] of ATTRIBUTES) {
    const value = values[member];
    if (value !== undefined) body.push([name, hclValue(value)]);
  }
  const containers = values.containerDefinitions ?? [];
  const list = hclValue(containers);
  // One expression in place of all of them is the text already.
  body.push(['container_definitions', typeof containers === 'string' ? list : `jsonencode(${list})`]);
  for (const [member, name] of BLOCKS) {
    for (const value of structures(values[member])) body.push(block(name, snakeBody(value, hclValue)));
  }
  structures(values.volumes).forEach((volume, index) => {
    body.push(block('volume', volumeBody(volume, ['volumes', index], losses, hclValue)));
  });
  if (isMap(values.proxyConfiguration)) body.push(proxy(values.proxyConfiguration, hclValue));
  if (values.inferenceAccelerators !== undefined) {
    losses.push(noPlace(['inferenceAccelerators'], 'the provider no longer has it, and ECS refuses it'));
  }
  const tags = pairs(values.tags, 'key');
  if (tags !== undefined) body.push(['tags', merged(tags, hclValue)]);
  return { block: { type: 'resource', labels: ['aws_ecs_task_definition', label(task)], body }, losses };
}

/** A map, into which others go as a whole: they stand in it as their own name and value. */
function merged(map: PlainMap, hclValue: Printer): string {
  const parts: string[] = [];
  let own: [string, Plain][] = [];
  const put = () => {
    if (own.length > 0) parts.push(hclValue(Object.fromEntries(own)));
    own = [];
  };
  for (const [key, value] of Object.entries(map)) {
    const expression = key === value ? onlyExpression(key) : undefined;
    if (expression === undefined || hclValue(key) !== expression) own.push([key, value]);
    else {
      put();
      parts.push(expression);
    }
  }
  put();
  const [only = '{}', more] = parts;
  return more === undefined ? only : `merge(${parts.join(', ')})`;
}

/** A name of Terraform's: letters, digits, underscores, not beginning with a digit. */
function label({ family = '' }: TaskDefinition): string {
  const name = family.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z_]/.test(name) ? name : `task${name === '' ? '' : `_${name}`}`;
}

function volumeBody(volume: PlainMap, at: Path, losses: Loss[], hclValue: Printer): Body {
  const body: Body = [];
  for (const [member, value] of Object.entries(volume)) {
    if (member === 'host') {
      if (isMap(value) && value.sourcePath !== undefined)
        body.push(['host_path', hclValue(value.sourcePath)]);
    } else if (member === 'configuredAtLaunch') body.push(['configure_at_launch', hclValue(value)]);
    else if (member === 's3filesVolumeConfiguration') {
      losses.push(noPlace([...at, member], 'the provider has no block for it yet'));
    } else if (isMap(value)) body.push(block(snake(member), snakeBody(value, hclValue)));
    else body.push([snake(member), hclValue(value)]);
  }
  return attributesFirst(body);
}

/** Members as snake-case attributes, structures as blocks below; the user's own maps stay maps. */
function snakeBody(value: PlainMap, hclValue: Printer): Body {
  return attributesFirst(
    Object.entries(value).map(([member, inner]) =>
      isMap(inner) && member !== 'driverOpts' && member !== 'labels'
        ? block(snake(member), snakeBody(inner, hclValue))
        : ([snake(member), hclValue(inner)] as const),
    ),
  );
}

function proxy(value: PlainMap, hclValue: Printer): HclBlock {
  const body: Body = [];
  if (value.type !== undefined) body.push(['type', hclValue(value.type)]);
  if (value.containerName !== undefined) body.push(['container_name', hclValue(value.containerName)]);
  body.push(['properties', hclValue(pairs(value.properties, 'name') ?? {})]);
  return block('proxy_configuration', body);
}

/** A list of names (or keys) with values as one map; the last of a name counts. */
function pairs(list: Plain | undefined, name: 'name' | 'key'): PlainMap | undefined {
  const entries = structures(list).flatMap((item) =>
    typeof item[name] === 'string' ? [[item[name], item.value ?? ''] as const] : [],
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function structures(value: Plain | undefined): readonly PlainMap[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).filter((one: Plain): one is PlainMap => isMap(one));
}

function block(type: string, body: Body): HclBlock {
  return { type, labels: [], body };
}

function attributesFirst(body: Body): Body {
  return [...body.filter((part) => !('type' in part)), ...body.filter((part) => 'type' in part)];
}

function snake(member: string): string {
  if (member === 'sizeInGiB') return 'size_in_gib';
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function noPlace(path: Path, why: string): Loss {
  return { path, message: `${formatPath(path)} is left out: ${why}.` };
}
