/** The Linux capabilities that ECS accepts in `linuxParameters.capabilities`. */
export interface LinuxCapability {
  /** Without `CAP_` in front. */
  readonly name: string;
  /** What it allows, in a few words. */
  readonly allows: string;
  /** Docker gives it unless it is dropped. */
  readonly byDefault: boolean;
  /** Fargate accepts adding it (platform version 1.4.0 and later). */
  readonly fargate: boolean;
}

function capability(name: string, allows: string, byDefault = false): LinuxCapability {
  return { name, allows, byDefault, fargate: name === 'SYS_PTRACE' };
}

/** All 38, `ALL` first. Source: API reference KernelCapabilities; the default set is Docker's. Read 2026-11-23. */
export const linuxCapabilities: readonly LinuxCapability[] = [
  capability('ALL', 'everything below'),
  capability('AUDIT_CONTROL', 'set up the audit system of the kernel'),
  capability('AUDIT_WRITE', 'write to the audit log', true),
  capability('BLOCK_SUSPEND', 'keep the machine from sleeping'),
  capability('CHOWN', 'give files to other users', true),
  capability('DAC_OVERRIDE', 'pass over file permissions', true),
  capability('DAC_READ_SEARCH', 'read any file and directory'),
  capability('FOWNER', 'act as the owner of any file', true),
  capability('FSETID', 'keep set-user-ID bits when a file changes', true),
  capability('IPC_LOCK', 'lock memory'),
  capability('IPC_OWNER', 'use anybody’s shared memory and queues'),
  capability('KILL', 'send signals to other users’ processes', true),
  capability('LEASE', 'take leases on files'),
  capability('LINUX_IMMUTABLE', 'set append-only and immutable flags'),
  capability('MAC_ADMIN', 'change mandatory access control'),
  capability('MAC_OVERRIDE', 'pass over mandatory access control'),
  capability('MKNOD', 'make device files', true),
  capability('NET_ADMIN', 'change interfaces, routes and firewall'),
  capability('NET_BIND_SERVICE', 'listen on ports below 1024', true),
  capability('NET_BROADCAST', 'send broadcasts'),
  capability('NET_RAW', 'use raw sockets, such as ping', true),
  capability('SETFCAP', 'give capabilities to files', true),
  capability('SETGID', 'change group', true),
  capability('SETPCAP', 'hand capabilities on', true),
  capability('SETUID', 'change user', true),
  capability('SYS_ADMIN', 'mount and much else; close to root'),
  capability('SYS_BOOT', 'restart the machine'),
  capability('SYS_CHROOT', 'change the root directory', true),
  capability('SYS_MODULE', 'load kernel modules'),
  capability('SYS_NICE', 'raise priorities'),
  capability('SYS_PACCT', 'switch process accounting'),
  capability('SYS_PTRACE', 'trace other processes: debuggers, profilers'),
  capability('SYS_RAWIO', 'reach I/O ports'),
  capability('SYS_RESOURCE', 'pass over resource limits'),
  capability('SYS_TIME', 'set the clock'),
  capability('SYS_TTY_CONFIG', 'set up terminals'),
  capability('SYSLOG', 'read the kernel’s log'),
  capability('WAKE_ALARM', 'wake the machine'),
];
