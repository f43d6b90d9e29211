/** A task definition as a construct. Source: aws-cdk-lib 2.276, aws-ecs TaskDefinition, read 2026-11-28. */
import { isWindows } from '../../model/capacities.ts';
import { parseCpu, parseMemory } from '../../model/fargateSizes.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import type { Compatibility, TaskDefinition } from '../../model/taskDefinition.ts';
import type { Volume } from '../../model/volume.ts';
import { Code, type TsValue, tsString, tsValue } from '../write/tsText.ts';
import type { Scope } from './scope.ts';

/** Which class holds a task, and what it takes. */
export interface TaskCode {
  readonly className:
    | 'FargateTaskDefinition'
    | 'Ec2TaskDefinition'
    | 'ExternalTaskDefinition'
    | 'TaskDefinition';
  readonly props: string;
}

const COMBINED: readonly (readonly [compatibilities: readonly Compatibility[], name: string])[] = [
  [['EC2', 'FARGATE', 'MANAGED_INSTANCES'], 'FARGATE_AND_EC2_AND_MANAGED_INSTANCES'],
  [['EC2', 'FARGATE'], 'EC2_AND_FARGATE'],
  [['EC2', 'MANAGED_INSTANCES'], 'EC2_AND_MANAGED_INSTANCES'],
  [['FARGATE', 'MANAGED_INSTANCES'], 'FARGATE_AND_MANAGED_INSTANCES'],
  [['FARGATE'], 'FARGATE'],
  [['MANAGED_INSTANCES'], 'MANAGED_INSTANCES'],
  [['EXTERNAL'], 'EXTERNAL'],
  [['EC2'], 'EC2'],
];

const NETWORK_MODES = {
  awsvpc: 'AWS_VPC',
  bridge: 'BRIDGE',
  host: 'HOST',
  none: 'NONE',
  nat: 'NAT',
} as const;

/** Members that no construct has in full. */
const RAW = [
  'proxyConfiguration',
  'inferenceAccelerators',
] as const satisfies readonly (keyof TaskDefinition)[];

export function taskCode(task: TaskDefinition, scope: Scope): TaskCode {
  const wanted = items(task.requiresCompatibilities).map(([one]) => one);
  const kinds: readonly Compatibility[] = wanted.length === 0 ? ['EC2'] : wanted;
  const combined = COMBINED.find(
    ([list]) => list.length === new Set(kinds).size && list.every((one) => kinds.includes(one)),
  );
  if (wanted.length === 0) scope.takeOut(['requiresCompatibilities']);
  else if (combined === undefined) scope.override(['requiresCompatibilities'], [...wanted]);
  const fargate = kinds.includes('FARGATE') && combined !== undefined;
  const ec2Only = kinds.every((one) => one === 'EC2');
  const sized = task.cpu !== undefined || task.memory !== undefined;
  const className = classFor(combined?.[1], sized, scope.mode);
  const generic = className === 'TaskDefinition';
  const [cpu, memory] = [sizeOf(task, 'cpu', scope), sizeOf(task, 'memory', scope)];
  const props: Record<string, TsValue | undefined> = {
    family: task.family,
    compatibility: generic ? new Code(`ecs.Compatibility.${combined?.[1] ?? 'EC2'}`) : undefined,
    cpu: generic ? cpu?.toString() : className === 'FargateTaskDefinition' ? cpu : undefined,
    memoryLimitMiB: className === 'FargateTaskDefinition' ? memory : undefined,
    memoryMiB: generic ? memory?.toString() : undefined,
    networkMode:
      className === 'FargateTaskDefinition'
        ? undefined
        : new Code(`ecs.NetworkMode.${NETWORK_MODES[scope.mode]}`),
    executionRole: role(task, 'executionRoleArn', scope),
    taskRole: role(task, 'taskRoleArn', scope),
  };
  /** A property where the class takes it, and an override where it does not. */
  const put = (member: keyof TaskDefinition, name: string, fits: boolean, value: () => TsValue) => {
    if (task[member] === undefined) return;
    if (fits) props[name] = value();
    else scope.override([member], task[member] as never);
  };
  const platform = task.runtimePlatform;
  const managed = kinds.includes('MANAGED_INSTANCES');
  put('runtimePlatform', 'runtimePlatform', (fargate || managed) && !(managed && isWindows(task)), () => ({
    cpuArchitecture: platform?.cpuArchitecture && new Code(`ecs.CpuArchitecture.${platform.cpuArchitecture}`),
    operatingSystemFamily:
      platform?.operatingSystemFamily &&
      new Code(`ecs.OperatingSystemFamily.${platform.operatingSystemFamily}`),
  }));
  const size = task.ephemeralStorage?.sizeInGiB ?? 0;
  const onlyFargate = className === 'FargateTaskDefinition';
  put('ephemeralStorage', 'ephemeralStorageGiB', onlyFargate && size >= 21 && size <= 200, () => size);
  const linuxPid = task.pidMode === 'task' && platform?.operatingSystemFamily === 'LINUX';
  put('pidMode', 'pidMode', ec2Only || (onlyFargate && linuxPid), () => enumOf('PidMode', task.pidMode));
  put('ipcMode', 'ipcMode', ec2Only, () => enumOf('IpcMode', task.ipcMode));
  const onNetwork = scope.mode === 'awsvpc' || scope.mode === 'host';
  put('enableFaultInjection', 'enableFaultInjection', onNetwork, () => task.enableFaultInjection ?? false);
  const constraints = items(task.placementConstraints).map(([one]) => one);
  const known = constraints.every(({ type, expression }) => type === 'memberOf' && Boolean(expression));
  put('placementConstraints', 'placementConstraints', ec2Only && known, () =>
    constraints.map(
      ({ expression = '' }) => new Code(`ecs.PlacementConstraint.memberOf(${tsString(expression)})`),
    ),
  );
  for (const member of RAW) put(member, member, false, () => '');
  if (task.volumes !== undefined)
    props.volumes = items(task.volumes).map(([volume], index) =>
      volumeValue(volume, ['volumes', index], task, scope),
    );
  return { className, props: tsValue(props) };
}

function classFor(combined: string | undefined, sized: boolean, mode: Scope['mode']): TaskCode['className'] {
  if (combined === 'FARGATE' && mode === 'awsvpc' && sized) return 'FargateTaskDefinition';
  // The class for EC2 has no size of the task, and sets a variable of its own in awsvpc mode.
  if (combined === 'EC2' && !sized && mode !== 'awsvpc') return 'Ec2TaskDefinition';
  if (combined === 'EXTERNAL' && !sized && mode !== 'awsvpc') return 'ExternalTaskDefinition';
  return 'TaskDefinition';
}

/** CPU units or MiB; where the text is none of them it goes into the template as it is. */
function sizeOf(task: TaskDefinition, member: 'cpu' | 'memory', scope: Scope): number | undefined {
  const text = task[member];
  if (text === undefined) return undefined;
  const size = member === 'cpu' ? parseCpu(text) : parseMemory(text);
  if (size === undefined) scope.override([member], text);
  else if (String(size) !== text) scope.lose([member], `${member} is written as ${size}.`);
  return size;
}

function enumOf(name: string, value: string | undefined): Code {
  return new Code(`ecs.${name}.${(value ?? '').toUpperCase()}`);
}

/** A role that exists already, which the stack must not change. */
function role(
  task: TaskDefinition,
  member: 'executionRoleArn' | 'taskRoleArn',
  scope: Scope,
): Code | undefined {
  const arn = task[member];
  const name = member === 'taskRoleArn' ? 'taskRole' : 'executionRole';
  if (arn === undefined) {
    scope.lose(
      [member],
      member === 'taskRoleArn'
        ? 'The CDK gives the task a role of its own, without permissions until you grant some.'
        : 'The CDK makes an execution role where logs or secrets need one.',
    );
    return undefined;
  }
  const known = /^arn:[\w-]+:iam::\d*:role\/.+/.test(arn);
  const from = known ? 'fromRoleArn' : 'fromRoleName';
  if (!known) scope.override([member], arn);
  const variable = scope.import(
    `${name} ${arn}`,
    name,
    (id) =>
      `${scope.use('iam')}.Role.${from}(this, ${id}, ${tsString(known ? arn : 'unnamed')}, { mutable: false })`,
    scope.before,
  );
  return new Code(variable === name ? name : variable);
}

function volumeValue(volume: Volume, at: Path, task: TaskDefinition, scope: Scope): TsValue {
  const { name = '', host, configuredAtLaunch, dockerVolumeConfiguration: docker } = volume;
  const efs = volume.efsVolumeConfiguration;
  const value: Record<string, TsValue | undefined> = { name, host: host && { ...host } };
  /** Without a mount the construct refuses such a volume. */
  const mounted = items(task.containerDefinitions).some(([{ mountPoints }]) =>
    items(mountPoints).some(([{ sourceVolume }]) => sourceVolume === name),
  );
  const put = (member: keyof Volume, fits: boolean) => {
    if (volume[member] === undefined) return;
    if (fits) value[member] = volume[member] as TsValue;
    else scope.override([...at, member], volume[member] as never);
  };
  put('configuredAtLaunch', mounted || configuredAtLaunch === false);
  put('efsVolumeConfiguration', efs?.fileSystemId !== undefined);
  put('dockerVolumeConfiguration', false);
  if (docker?.driver !== undefined && docker.scope !== undefined) {
    value.dockerVolumeConfiguration = {
      ...(docker as Readonly<Record<string, TsValue>>),
      scope: enumOf('Scope', docker.scope),
    };
    scope.overrides.pop();
  }
  put('fsxWindowsFileServerVolumeConfiguration', false);
  put('s3filesVolumeConfiguration', false);
  return value;
}
