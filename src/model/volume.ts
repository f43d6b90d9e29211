/** The volumes of a task: exactly one kind each; none named means an empty volume that lives as long as the task. */
import type { Dictionary } from './collections.ts';

export interface Volume {
  readonly name?: string;
  readonly host?: HostVolumeProperties;
  readonly dockerVolumeConfiguration?: DockerVolumeConfiguration;
  readonly efsVolumeConfiguration?: EFSVolumeConfiguration;
  readonly s3filesVolumeConfiguration?: S3FilesVolumeConfiguration;
  readonly fsxWindowsFileServerVolumeConfiguration?: FSxWindowsFileServerVolumeConfiguration;
  readonly configuredAtLaunch?: boolean;
}

export interface HostVolumeProperties {
  readonly sourcePath?: string;
}

export interface DockerVolumeConfiguration {
  readonly scope?: 'task' | 'shared';
  readonly autoprovision?: boolean;
  readonly driver?: string;
  readonly driverOpts?: Dictionary;
  readonly labels?: Dictionary;
}

export interface EFSVolumeConfiguration {
  readonly fileSystemId?: string;
  readonly rootDirectory?: string;
  readonly transitEncryption?: 'ENABLED' | 'DISABLED';
  readonly transitEncryptionPort?: number;
  readonly authorizationConfig?: EFSAuthorizationConfig;
}

export interface EFSAuthorizationConfig {
  readonly accessPointId?: string;
  readonly iam?: 'ENABLED' | 'DISABLED';
}

export interface S3FilesVolumeConfiguration {
  readonly fileSystemArn?: string;
  readonly rootDirectory?: string;
  readonly transitEncryptionPort?: number;
  readonly accessPointArn?: string;
}

export interface FSxWindowsFileServerVolumeConfiguration {
  readonly fileSystemId?: string;
  readonly rootDirectory?: string;
  readonly authorizationConfig?: FSxWindowsFileServerAuthorizationConfig;
}

export interface FSxWindowsFileServerAuthorizationConfig {
  readonly credentialsParameter?: string;
  readonly domain?: string;
}
