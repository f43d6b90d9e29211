/**
 * Holds the model, and with it the field tables, against the types of the AWS SDK. Most of this file is proved by the
 * compiler: a member or an enum value that AWS has and the model lacks, or the other way round, is named in the error.
 */
import type * as aws from '@aws-sdk/client-ecs';
import { expect, it } from 'vitest';
import type * as container from '../containerDefinition.ts';
import type * as linux from '../linuxParameters.ts';
import type * as task from '../taskDefinition.ts';
import type * as volume from '../volume.ts';
import type { Field, Fields } from './field.ts';
import { taskField } from './fieldAt.ts';

/** The names by which two types differ; `never` when they have the same. */
type Differences<Ours, Theirs> =
  | { [K in Exclude<keyof Theirs, keyof Ours>]: `${K & string} is missing here` }[Exclude<
      keyof Theirs,
      keyof Ours
    >]
  | { [K in Exclude<keyof Ours, keyof Theirs>]: `${K & string} is not AWS's` }[Exclude<
      keyof Ours,
      keyof Theirs
    >]
  | MemberDifferences<Ours, Theirs>;

/** Members of one name whose values differ: other texts of an enum, another kind, another structure. */
type MemberDifferences<Ours, Theirs> = {
  [K in keyof Ours & keyof Theirs]: Plain<Ours[K]> extends Plain<Theirs[K]>
    ? Plain<Theirs[K]> extends Plain<Ours[K]>
      ? never
      : `${K & string}: ${Named<Exclude<Single<Plain<Theirs[K]>>, Single<Plain<Ours[K]>>>>} is missing here`
    : `${K & string}: ${Named<Exclude<Single<Plain<Ours[K]>>, Single<Plain<Theirs[K]>>>>} is not AWS's`;
}[keyof Ours & keyof Theirs];

/** What a list holds, or the value itself. */
type Single<T> = T extends readonly ['list', infer I] ? Single<I> : T;

/** The values that an enum has more, by name; where it is no matter of texts, just that there is one. */
type Named<T> = [T] extends [never] ? 'a value' : T extends string | number | boolean ? `${T}` : 'a value';

/** A member's value without absence and lists; a structure is only "object" here, being compared on its own. */
type Plain<T> = [NonNullable<T>] extends [readonly (infer I)[]]
  ? ['list', Plain<I>]
  : [NonNullable<T>] extends [string | number | boolean]
    ? NonNullable<T>
    : string extends keyof NonNullable<T>
      ? 'map'
      : 'structure';

type Agree<Ours, Theirs> = Differences<Required<Ours>, Required<Theirs>>;

/** AWS writes the union of sharing strategies with a member for the unknown. */
type SharingStrategy = Omit<aws.SharingStrategy.NvidiaMpsMember, '$unknown'>;

/** Names the members whose absence the API model does not allow: there the SDK has no question mark. */
type Demanded<Theirs> = {
  [K in keyof Theirs]-?: undefined extends Theirs[K] ? (object extends Pick<Theirs, K> ? never : K) : K;
}[keyof Theirs];

/** Each structure: `never` only if model and SDK agree. A new difference is an error that names it. */
type Compared = {
  RegisterTaskDefinition: Agree<task.TaskDefinition, aws.RegisterTaskDefinitionRequest>;
  TaskDefinitionPlacementConstraint: Agree<task.PlacementConstraint, aws.TaskDefinitionPlacementConstraint>;
  Tag: Agree<task.Tag, aws.Tag>;
  ProxyConfiguration: Agree<task.ProxyConfiguration, aws.ProxyConfiguration>;
  KeyValuePair: Agree<task.KeyValuePair, aws.KeyValuePair>;
  InferenceAccelerator: Agree<task.InferenceAccelerator, aws.InferenceAccelerator>;
  EphemeralStorage: Agree<task.EphemeralStorage, aws.EphemeralStorage>;
  RuntimePlatform: Agree<task.RuntimePlatform, aws.RuntimePlatform>;
  ContainerDefinition: Agree<container.ContainerDefinition, aws.ContainerDefinition>;
  RepositoryCredentials: Agree<container.RepositoryCredentials, aws.RepositoryCredentials>;
  PortMapping: Agree<container.PortMapping, aws.PortMapping>;
  ContainerRestartPolicy: Agree<container.ContainerRestartPolicy, aws.ContainerRestartPolicy>;
  EnvironmentFile: Agree<container.EnvironmentFile, aws.EnvironmentFile>;
  MountPoint: Agree<container.MountPoint, aws.MountPoint>;
  VolumeFrom: Agree<container.VolumeFrom, aws.VolumeFrom>;
  Secret: Agree<container.Secret, aws.Secret>;
  ContainerDependency: Agree<container.ContainerDependency, aws.ContainerDependency>;
  HostEntry: Agree<container.HostEntry, aws.HostEntry>;
  Ulimit: Agree<container.Ulimit, aws.Ulimit>;
  LogConfiguration: Agree<container.LogConfiguration, aws.LogConfiguration>;
  HealthCheck: Agree<container.HealthCheck, aws.HealthCheck>;
  SystemControl: Agree<container.SystemControl, aws.SystemControl>;
  ResourceRequirement: Agree<container.ResourceRequirement, aws.ResourceRequirement>;
  SharingStrategy: Agree<container.SharingStrategy, SharingStrategy>;
  NvidiaMpsAllocation: Agree<container.NvidiaMps, aws.NvidiaMpsAllocation>;
  FirelensConfiguration: Agree<container.FirelensConfiguration, aws.FirelensConfiguration>;
  LinuxParameters: Agree<linux.LinuxParameters, aws.LinuxParameters>;
  KernelCapabilities: Agree<linux.KernelCapabilities, aws.KernelCapabilities>;
  Device: Agree<linux.Device, aws.Device>;
  Tmpfs: Agree<linux.Tmpfs, aws.Tmpfs>;
  Volume: Agree<volume.Volume, aws.Volume>;
  HostVolumeProperties: Agree<volume.HostVolumeProperties, aws.HostVolumeProperties>;
  DockerVolumeConfiguration: Agree<volume.DockerVolumeConfiguration, aws.DockerVolumeConfiguration>;
  EFSVolumeConfiguration: Agree<volume.EFSVolumeConfiguration, aws.EFSVolumeConfiguration>;
  EFSAuthorizationConfig: Agree<volume.EFSAuthorizationConfig, aws.EFSAuthorizationConfig>;
  S3FilesVolumeConfiguration: Agree<volume.S3FilesVolumeConfiguration, aws.S3FilesVolumeConfiguration>;
  FSxWindowsFileServerVolumeConfiguration: Agree<
    volume.FSxWindowsFileServerVolumeConfiguration,
    aws.FSxWindowsFileServerVolumeConfiguration
  >;
  FSxWindowsFileServerAuthorizationConfig: Agree<
    volume.FSxWindowsFileServerAuthorizationConfig,
    aws.FSxWindowsFileServerAuthorizationConfig
  >;
};

/** Where they disagree, this object cannot be typed: the error names structure, member and direction. */
const agreed: { [K in keyof Compared as [Compared[K]] extends [never] ? never : K]: Compared[K] } = {};

/** What the API model demands, spelt out; the compiler holds each list against the SDK. */
const demanded = {
  RegisterTaskDefinition: all<Demanded<aws.RegisterTaskDefinitionRequest>>({
    family: 1,
    containerDefinitions: 1,
  }),
  RepositoryCredentials: all<Demanded<aws.RepositoryCredentials>>({ credentialsParameter: 1 }),
  ContainerRestartPolicy: all<Demanded<aws.ContainerRestartPolicy>>({ enabled: 1 }),
  EnvironmentFile: all<Demanded<aws.EnvironmentFile>>({ value: 1, type: 1 }),
  Secret: all<Demanded<aws.Secret>>({ name: 1, valueFrom: 1 }),
  ContainerDependency: all<Demanded<aws.ContainerDependency>>({ containerName: 1, condition: 1 }),
  HostEntry: all<Demanded<aws.HostEntry>>({ hostname: 1, ipAddress: 1 }),
  Ulimit: all<Demanded<aws.Ulimit>>({ name: 1, softLimit: 1, hardLimit: 1 }),
  LogConfiguration: all<Demanded<aws.LogConfiguration>>({ logDriver: 1 }),
  HealthCheck: all<Demanded<aws.HealthCheck>>({ command: 1 }),
  ResourceRequirement: all<Demanded<aws.ResourceRequirement>>({ type: 1 }),
  NvidiaMpsAllocation: all<Demanded<aws.NvidiaMpsAllocation>>({ memory: 1 }),
  FirelensConfiguration: all<Demanded<aws.FirelensConfiguration>>({ type: 1 }),
  Device: all<Demanded<aws.Device>>({ hostPath: 1 }),
  Tmpfs: all<Demanded<aws.Tmpfs>>({ containerPath: 1, size: 1 }),
  ProxyConfiguration: all<Demanded<aws.ProxyConfiguration>>({ containerName: 1 }),
  InferenceAccelerator: all<Demanded<aws.InferenceAccelerator>>({ deviceName: 1, deviceType: 1 }),
  EphemeralStorage: all<Demanded<aws.EphemeralStorage>>({ sizeInGiB: 1 }),
  EFSVolumeConfiguration: all<Demanded<aws.EFSVolumeConfiguration>>({ fileSystemId: 1 }),
  S3FilesVolumeConfiguration: all<Demanded<aws.S3FilesVolumeConfiguration>>({ fileSystemArn: 1 }),
  FSxWindowsFileServerVolumeConfiguration: all<Demanded<aws.FSxWindowsFileServerVolumeConfiguration>>({
    fileSystemId: 1,
    rootDirectory: 1,
    authorizationConfig: 1,
  }),
  FSxWindowsFileServerAuthorizationConfig: all<Demanded<aws.FSxWindowsFileServerAuthorizationConfig>>({
    credentialsParameter: 1,
    domain: 1,
  }),
  ...noneOf<
    | Demanded<aws.TaskDefinitionPlacementConstraint>
    | Demanded<aws.Tag>
    | Demanded<aws.KeyValuePair>
    | Demanded<aws.RuntimePlatform>
    | Demanded<aws.ContainerDefinition>
    | Demanded<aws.PortMapping>
    | Demanded<aws.MountPoint>
    | Demanded<aws.VolumeFrom>
    | Demanded<aws.SystemControl>
    | Demanded<aws.LinuxParameters>
    | Demanded<aws.KernelCapabilities>
    | Demanded<aws.Volume>
    | Demanded<aws.HostVolumeProperties>
    | Demanded<aws.DockerVolumeConfiguration>
    | Demanded<aws.EFSAuthorizationConfig>
  >(),
};

function all<K extends PropertyKey>(members: Record<K, 1>): string[] {
  return Object.keys(members).sort();
}

/** Takes no argument only while these structures demand nothing. */
function noneOf<K>(...demands: [K] extends [never] ? [] : [K]): Record<string, never> {
  return demands.length === 0 ? {} : {};
}

/** Every structure of the tables by the API type that its members' pages name. */
function structures(field: Field, found = new Map<string, Fields>()): Map<string, Fields> {
  if (field.kind === 'list') structures(field.item, found);
  if (field.kind !== 'structure') return found;
  for (const member of Object.values(field.fields)) {
    const type = /API_([A-Za-z0-9]+)\.html/.exec(member.docs ?? '')?.[1];
    if (type) found.set(type, field.fields);
    structures(member, found);
  }
  return found;
}

it('every structure of the tables is held against the SDK', () => {
  expect(agreed).toEqual({});
  const compared: Record<keyof Compared, true> = {
    RegisterTaskDefinition: true,
    TaskDefinitionPlacementConstraint: true,
    Tag: true,
    ProxyConfiguration: true,
    KeyValuePair: true,
    InferenceAccelerator: true,
    EphemeralStorage: true,
    RuntimePlatform: true,
    ContainerDefinition: true,
    RepositoryCredentials: true,
    PortMapping: true,
    ContainerRestartPolicy: true,
    EnvironmentFile: true,
    MountPoint: true,
    VolumeFrom: true,
    Secret: true,
    ContainerDependency: true,
    HostEntry: true,
    Ulimit: true,
    LogConfiguration: true,
    HealthCheck: true,
    SystemControl: true,
    ResourceRequirement: true,
    SharingStrategy: true,
    NvidiaMpsAllocation: true,
    FirelensConfiguration: true,
    LinuxParameters: true,
    KernelCapabilities: true,
    Device: true,
    Tmpfs: true,
    Volume: true,
    HostVolumeProperties: true,
    DockerVolumeConfiguration: true,
    EFSVolumeConfiguration: true,
    EFSAuthorizationConfig: true,
    S3FilesVolumeConfiguration: true,
    FSxWindowsFileServerVolumeConfiguration: true,
    FSxWindowsFileServerAuthorizationConfig: true,
  };
  expect([...structures(taskField).keys()].sort()).toEqual(Object.keys(compared).sort());
});

it('the members that the API model demands are those that the tables say clients demand', () => {
  const said: Record<string, string[]> = {};
  for (const [type, fields] of structures(taskField)) {
    const names = Object.entries(fields).filter(([, field]) => field.required === 'client');
    if (names.length > 0) said[type] = names.map(([name]) => name).sort();
  }
  expect(said).toEqual(demanded);
});
