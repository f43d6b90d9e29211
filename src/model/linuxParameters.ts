/** What Linux lets a container do. API reference: LinuxParameters. Sizes in MiB. */
import type { List } from './collections.ts';

export interface LinuxParameters {
  readonly capabilities?: KernelCapabilities;
  readonly devices?: List<Device>;
  readonly initProcessEnabled?: boolean;
  readonly sharedMemorySize?: number;
  readonly tmpfs?: List<Tmpfs>;
  readonly maxSwap?: number;
  readonly swappiness?: number;
}

export interface KernelCapabilities {
  readonly add?: List<string>;
  readonly drop?: List<string>;
}

export interface Device {
  readonly hostPath?: string;
  readonly containerPath?: string;
  readonly permissions?: List<'read' | 'write' | 'mknod'>;
}

export interface Tmpfs {
  readonly containerPath?: string;
  readonly size?: number;
  readonly mountOptions?: List<string>;
}
