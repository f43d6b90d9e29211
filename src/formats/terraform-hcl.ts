/** A resource of Terraform's AWS provider. Source: provider documentation of aws_ecs_task_definition. */
import { formatPath, type Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Format, Loss } from './format.ts';
import { type HclBlock, hclText, hclValue } from './write/hclText.ts';
import { lostInView } from './write/losses.ts';
import { isMap, type Plain, type PlainMap, plain } from './write/plain.ts';

export const terraformHcl: Format = {
  id: 'terraform-hcl',
  label: 'Terraform (HCL)',
  extension: 'tf',
  write: (task, text, source) => {
    const { block, losses } = resource(task);
    return { text: hclText(block), losses: [...lostInView(text, source), ...losses] };
  },
};

type Body = HclBlock['body'][number][];

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

function resource(task: TaskDefinition): { readonly block: HclBlock; readonly losses: readonly Loss[] } {
  const values = plain(task);
  const losses: Loss[] = [];
  const body: Body = [];
  for (const [member, name] of ATTRIBUTES) {
    const value = values[member];
    if (value !== undefined) body.push([name, hclValue(value)]);
  }
  const containers = values.containerDefinitions ?? [];
  body.push(['container_definitions', `jsonencode(${hclValue(containers)})`]);
  for (const [member, name] of BLOCKS) {
    for (const value of structures(values[member])) body.push(block(name, snakeBody(value)));
  }
  structures(values.volumes).forEach((volume, index) => {
    body.push(block('volume', volumeBody(volume, ['volumes', index], losses)));
  });
  if (isMap(values.proxyConfiguration)) body.push(proxy(values.proxyConfiguration));
  if (values.inferenceAccelerators !== undefined) {
    losses.push(noPlace(['inferenceAccelerators'], 'the provider no longer has it, and ECS refuses it'));
  }
  const tags = pairs(values.tags, 'key');
  if (tags !== undefined) body.push(['tags', hclValue(tags)]);
  return { block: { type: 'resource', labels: ['aws_ecs_task_definition', label(task)], body }, losses };
}

/** A name of Terraform's: letters, digits, underscores, not beginning with a digit. */
function label({ family = '' }: TaskDefinition): string {
  const name = family.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z_]/.test(name) ? name : `task${name === '' ? '' : `_${name}`}`;
}

function volumeBody(volume: PlainMap, at: Path, losses: Loss[]): Body {
  const body: Body = [];
  for (const [member, value] of Object.entries(volume)) {
    if (member === 'host') {
      if (isMap(value) && value.sourcePath !== undefined)
        body.push(['host_path', hclValue(value.sourcePath)]);
    } else if (member === 'configuredAtLaunch') body.push(['configure_at_launch', hclValue(value)]);
    else if (member === 's3filesVolumeConfiguration') {
      losses.push(noPlace([...at, member], 'the provider has no block for it yet'));
    } else if (isMap(value)) body.push(block(snake(member), snakeBody(value)));
    else body.push([snake(member), hclValue(value)]);
  }
  return attributesFirst(body);
}

/** Members as snake-case attributes, structures as blocks below; the user's own maps stay maps. */
function snakeBody(value: PlainMap): Body {
  return attributesFirst(
    Object.entries(value).map(([member, inner]) =>
      isMap(inner) && member !== 'driverOpts' && member !== 'labels'
        ? block(snake(member), snakeBody(inner))
        : ([snake(member), hclValue(inner)] as const),
    ),
  );
}

function proxy(value: PlainMap): HclBlock {
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
