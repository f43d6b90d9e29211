/** The 42 members of a container definition and the structures below it. API reference: ContainerDefinition. */

import type { Dictionary, KeyValuePair, List } from './collections.ts';
import type { LinuxParameters } from './linuxParameters.ts';

export type Condition = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY';
export type LogDriver =
  | 'awsfirelens'
  | 'awslogs'
  | 'fluentd'
  | 'gelf'
  | 'journald'
  | 'json-file'
  | 'splunk'
  | 'syslog';
export type TransportProtocol = 'tcp' | 'udp';
export type ApplicationProtocol = 'http' | 'http2' | 'grpc';
export type ResourceType = 'GPU' | 'InferenceAccelerator' | 'NeuronDevice';
export type FirelensConfigurationType = 'fluentbit' | 'fluentd';
export type UlimitName =
  | 'core'
  | 'cpu'
  | 'data'
  | 'fsize'
  | 'locks'
  | 'memlock'
  | 'msgqueue'
  | 'nice'
  | 'nofile'
  | 'nproc'
  | 'rss'
  | 'rtprio'
  | 'rttime'
  | 'sigpending'
  | 'stack';

/** `cpu` in CPU units, `memory` and `memoryReservation` in MiB, timeouts in seconds. `essential` omitted means true. */
export interface ContainerDefinition {
  readonly name?: string;
  readonly image?: string;
  readonly repositoryCredentials?: RepositoryCredentials;
  readonly cpu?: number;
  readonly memory?: number;
  readonly memoryReservation?: number;
  readonly links?: List<string>;
  readonly portMappings?: List<PortMapping>;
  readonly essential?: boolean;
  readonly restartPolicy?: ContainerRestartPolicy;
  readonly entryPoint?: List<string>;
  readonly command?: List<string>;
  readonly environment?: List<KeyValuePair>;
  readonly environmentFiles?: List<EnvironmentFile>;
  readonly mountPoints?: List<MountPoint>;
  readonly volumesFrom?: List<VolumeFrom>;
  readonly linuxParameters?: LinuxParameters;
  readonly secrets?: List<Secret>;
  readonly dependsOn?: List<ContainerDependency>;
  readonly startTimeout?: number;
  readonly stopTimeout?: number;
  readonly versionConsistency?: 'enabled' | 'disabled';
  readonly hostname?: string;
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly disableNetworking?: boolean;
  readonly privileged?: boolean;
  readonly readonlyRootFilesystem?: boolean;
  readonly dnsServers?: List<string>;
  readonly dnsSearchDomains?: List<string>;
  readonly extraHosts?: List<HostEntry>;
  readonly dockerSecurityOptions?: List<string>;
  readonly interactive?: boolean;
  readonly pseudoTerminal?: boolean;
  readonly dockerLabels?: Dictionary;
  readonly ulimits?: List<Ulimit>;
  readonly logConfiguration?: LogConfiguration;
  readonly healthCheck?: HealthCheck;
  readonly systemControls?: List<SystemControl>;
  readonly resourceRequirements?: List<ResourceRequirement>;
  readonly firelensConfiguration?: FirelensConfiguration;
  readonly credentialSpecs?: List<string>;
}

export interface RepositoryCredentials {
  readonly credentialsParameter?: string;
}

export interface PortMapping {
  readonly containerPort?: number;
  readonly hostPort?: number;
  readonly protocol?: TransportProtocol;
  readonly name?: string;
  readonly appProtocol?: ApplicationProtocol;
  readonly containerPortRange?: string;
}

/** `restartAttemptPeriod` in seconds: how long the container must have run for a restart, not a pause before it. */
export interface ContainerRestartPolicy {
  readonly enabled?: boolean;
  readonly ignoredExitCodes?: List<number>;
  readonly restartAttemptPeriod?: number;
}

export interface EnvironmentFile {
  readonly value?: string;
  readonly type?: 's3';
}

export interface MountPoint {
  readonly sourceVolume?: string;
  readonly containerPath?: string;
  readonly readOnly?: boolean;
}

export interface VolumeFrom {
  readonly sourceContainer?: string;
  readonly readOnly?: boolean;
}

export interface Secret {
  readonly name?: string;
  readonly valueFrom?: string;
}

export interface ContainerDependency {
  readonly containerName?: string;
  readonly condition?: Condition;
}

export interface HostEntry {
  readonly hostname?: string;
  readonly ipAddress?: string;
}

export interface Ulimit {
  readonly name?: UlimitName;
  readonly softLimit?: number;
  readonly hardLimit?: number;
}

export interface LogConfiguration {
  readonly logDriver?: LogDriver;
  readonly options?: Dictionary;
  readonly secretOptions?: List<Secret>;
}

/** `interval`, `timeout` and `startPeriod` in seconds; defaults 30, 5 and 0; `retries` 3. */
export interface HealthCheck {
  readonly command?: List<string>;
  readonly interval?: number;
  readonly timeout?: number;
  readonly retries?: number;
  readonly startPeriod?: number;
}

export interface SystemControl {
  readonly namespace?: string;
  readonly value?: string;
}

export interface ResourceRequirement {
  readonly type?: ResourceType;
  readonly value?: string;
  readonly sharingStrategy?: SharingStrategy;
}

export interface SharingStrategy {
  readonly nvidiaMps?: NvidiaMps;
}

export interface NvidiaMps {
  readonly memory?: number;
  readonly maxComputePercent?: number;
}

export interface FirelensConfiguration {
  readonly type?: FirelensConfigurationType;
  readonly options?: Dictionary;
}
