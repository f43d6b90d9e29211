/** The kernel settings of a container as a construct of their own. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { linuxCapabilities } from '../../model/linuxCapabilities.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import { Code, type TsValue, tsCall, tsString, tsValue } from '../write/tsText.ts';
import type { Scope } from './scope.ts';

const MOUNT_OPTIONS = new Set(
  'defaults ro rw suid nosuid dev nodev exec noexec sync async dirsync remount mand nomand atime noatime diratime nodiratime bind rbind unbindable runbindable private rprivate shared rshared slave rslave relatime norelatime strictatime nostrictatime mode uid gid nr_inodes nr_blocks mpol'.split(
    ' ',
  ),
);

export function linuxParameters(
  { name = '', linuxParameters: linux }: ContainerDefinition,
  at: Path,
  scope: Scope,
) {
  if (linux === undefined) return undefined;
  const { capabilities, devices, tmpfs, initProcessEnabled, sharedMemorySize, maxSwap, swappiness } = linux;
  const [add, drop] = [capabilities?.add, capabilities?.drop].map((list) => items(list).map(([one]) => one));
  const mounts = items(tmpfs).map(([mount]) => mount);
  const hostDevices = items(devices).map(([device]) => device);
  const fits =
    [...(add ?? []), ...(drop ?? [])].every((one) => linuxCapabilities.some((known) => known.name === one)) &&
    hostDevices.every(({ hostPath }) => hostPath !== undefined) &&
    mounts.every(
      ({ containerPath, size, mountOptions }) =>
        containerPath !== undefined &&
        size !== undefined &&
        items(mountOptions).every(([option]) => MOUNT_OPTIONS.has(option)),
    ) &&
    (swappiness === undefined || (Boolean(maxSwap) && swappiness <= 100)) &&
    (sharedMemorySize ?? 0) >= 0;
  if (!fits) {
    scope.override([...at, 'linuxParameters'], linux as never);
    return undefined;
  }
  const variable = scope.variable(`${name}-linux`);
  const id = tsString(scope.id(`${variable.charAt(0).toUpperCase()}${variable.slice(1)}`));
  const props = {
    initProcessEnabled,
    sharedMemorySize,
    maxSwap: maxSwap === undefined ? undefined : new Code(`${scope.use('cdk')}.Size.mebibytes(${maxSwap})`),
    swappiness,
  };
  const own = tsValue(props);
  scope.imported.push(
    `const ${variable} = new ecs.LinuxParameters(this, ${id}${own === '{}' ? '' : `, ${own}`});`,
  );
  const call = (method: string, args: readonly TsValue[] = []) => {
    if (args.length > 0) scope.imported.push(`${tsCall(`${variable}.${method}`, args)};`);
  };
  const named = (list: readonly string[] | undefined) =>
    list?.map((one) => new Code(`ecs.Capability.${one}`));
  call('addCapabilities', named(add));
  call('dropCapabilities', named(drop));
  call(
    'addDevices',
    hostDevices.map(({ permissions, ...device }) => ({
      ...device,
      permissions:
        permissions &&
        items(permissions).map(([one]) => new Code(`ecs.DevicePermission.${one.toUpperCase()}`)),
    })),
  );
  call(
    'addTmpfs',
    mounts.map(({ mountOptions, ...mount }) => ({
      ...mount,
      mountOptions:
        mountOptions &&
        items(mountOptions).map(([one]) => new Code(`ecs.TmpfsMountOption.${one.toUpperCase()}`)),
    })),
  );
  return new Code(variable);
}
