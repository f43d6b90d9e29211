/**
 * A task definition as the designer sees it: the members of RegisterTaskDefinition, spelt as the API spells them.
 *
 * It is a *view* of the user's text. Every member is optional, because any of them may be missing or unreadable in
 * the text, and a list keeps a hole (`undefined`) where an item could not be read, so that its indexes are the text's.
 * API reference: RegisterTaskDefinition (2014-11-13), read 2026-11-23.
 */
import type { KeyValuePair, List } from './collections.ts';
import type { ContainerDefinition } from './containerDefinition.ts';
import type { Volume } from './volume.ts';

export type { Dictionary, KeyValuePair, List } from './collections.ts';

export type NetworkMode = 'bridge' | 'host' | 'awsvpc' | 'none';
export type Compatibility = 'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES';
export type PidMode = 'host' | 'task';
export type IpcMode = 'host' | 'task' | 'none';
export type CpuArchitecture = 'X86_64' | 'ARM64';
export type OperatingSystemFamily =
  | 'LINUX'
  | 'WINDOWS_SERVER_2004_CORE'
  | 'WINDOWS_SERVER_2016_FULL'
  | 'WINDOWS_SERVER_2019_CORE'
  | 'WINDOWS_SERVER_2019_FULL'
  | 'WINDOWS_SERVER_2022_CORE'
  | 'WINDOWS_SERVER_2022_FULL'
  | 'WINDOWS_SERVER_2025_CORE'
  | 'WINDOWS_SERVER_2025_FULL'
  | 'WINDOWS_SERVER_20H2_CORE';

/** The request of RegisterTaskDefinition: 18 members. `cpu` and `memory` are text here ("1024", "1 vCPU", "2 GB"). */
export interface TaskDefinition {
  readonly family?: string;
  readonly taskRoleArn?: string;
  readonly executionRoleArn?: string;
  readonly networkMode?: NetworkMode;
  readonly containerDefinitions?: List<ContainerDefinition>;
  readonly volumes?: List<Volume>;
  readonly placementConstraints?: List<PlacementConstraint>;
  readonly requiresCompatibilities?: List<Compatibility>;
  readonly cpu?: string;
  readonly memory?: string;
  readonly tags?: List<Tag>;
  readonly pidMode?: PidMode;
  readonly ipcMode?: IpcMode;
  readonly proxyConfiguration?: ProxyConfiguration;
  readonly inferenceAccelerators?: List<InferenceAccelerator>;
  readonly ephemeralStorage?: EphemeralStorage;
  readonly runtimePlatform?: RuntimePlatform;
  readonly enableFaultInjection?: boolean;
}

export interface PlacementConstraint {
  readonly type?: 'memberOf';
  readonly expression?: string;
}

export interface Tag {
  readonly key?: string;
  readonly value?: string;
}

export interface ProxyConfiguration {
  readonly type?: 'APPMESH';
  readonly containerName?: string;
  readonly properties?: List<KeyValuePair>;
}

export interface InferenceAccelerator {
  readonly deviceName?: string;
  readonly deviceType?: string;
}

/** Size of the task's own disk in GiB, 21 to 200; without it Fargate gives 20. */
export interface EphemeralStorage {
  readonly sizeInGiB?: number;
}

export interface RuntimePlatform {
  readonly cpuArchitecture?: CpuArchitecture;
  readonly operatingSystemFamily?: OperatingSystemFamily;
}
