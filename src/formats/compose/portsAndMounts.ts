/** Ports and volumes of a service, in their short and their long form. */
import type { Json } from '../../model/json.ts';
import { isObject } from '../built/fitTo.ts';
import { linux, list, type Taken } from './lists.ts';
import { mebibytes } from './quantities.ts';

type JsonObject = { readonly [member: string]: Json };

/** Port mappings with the port of the host where one is named; what is no number is lost. */
export function ports(
  value: Json,
  lost: (member: string, message: string) => void,
): readonly Record<string, Json>[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: Json): Record<string, Json>[] => {
    if (isObject(one)) {
      const mapping: Record<string, Json> = { containerPort: Number(one.target) };
      if (one.published !== undefined && one.published !== null && /^\d+$/.test(String(one.published)))
        mapping.hostPort = Number(one.published);
      if (one.protocol === 'udp' || one.protocol === 'tcp') mapping.protocol = one.protocol;
      return [mapping];
    }
    const text = String(one);
    const found = /^(?:.*?:)??(?:(\d+)(?:-\d+)?:)?(\d+)(-\d+)?(?:\/(tcp|udp))?$/.exec(
      text.replace(/^\$\{[^}]*:-(\d+)\}/, '$1'),
    );
    if (found === null) {
      lost('portMappings', `the port ${text} is not a number: put it in by hand.`);
      return [];
    }
    const [, host, inside = '', range, protocol] = found;
    const mapping: Record<string, Json> =
      range === undefined ? { containerPort: Number(inside) } : { containerPortRange: `${inside}${range}` };
    if (host !== undefined && range === undefined) mapping.hostPort = Number(host);
    if (protocol !== undefined) mapping.protocol = protocol;
    return [mapping];
  });
}

export function mounts(
  value: Json,
  container: Record<string, Json>,
  taken: Taken,
  lost: (member: string, message: string) => void,
): void {
  const points: Json[] = [];
  for (const one of Array.isArray(value) ? (value as readonly Json[]) : []) {
    const { source, target, readOnly, kind } = isObject(one) ? longMount(one) : shortMount(String(one));
    if (kind === 'tmpfs') {
      const size = isObject(one) && isObject(one.tmpfs) ? mebibytes(one.tmpfs.size ?? null) : undefined;
      linux(container).tmpfs = [{ containerPath: target, size: size ?? 64 }];
      continue;
    }
    if (target === '') continue;
    const bind = !taken.volumes.has(source) && /^[./~$\\]|^[A-Za-z]:/.test(source);
    const host = bind && /^\//.test(source) ? source : undefined;
    const name = volumeName(source, bind, host, taken.volumes);
    taken.volumes.set(name, host);
    if (bind)
      lost(
        'mountPoints',
        `${source} is a path of the machine on which Compose runs: a task has no such file${/^\//.test(source) ? ' on Fargate' : ', so the volume is empty'}.`,
      );
    points.push({ sourceVolume: name, containerPath: target, ...(readOnly && { readOnly: true }) });
  }
  if (points.length > 0) container.mountPoints = points;
}

/** One volume a folder of the machine; two folders never share one, however alike their paths are. */
function volumeName(
  source: string,
  bind: boolean,
  host: string | undefined,
  volumes: Taken['volumes'],
): string {
  const plain =
    source.replace(/^[^\w]+|[^\w]+$/g, '').replace(/[^\w-]+/g, '-') || `volume-${volumes.size + 1}`;
  if (!bind) return volumes.has(source) ? source : plain;
  const known = host === undefined ? undefined : [...volumes].find(([, path]) => path === host);
  if (known !== undefined) return known[0];
  let name = plain;
  for (
    let count = 2;
    volumes.has(name) && (host !== undefined || volumes.get(name) !== undefined);
    count += 1
  )
    name = `${plain}-${count}`;
  return name;
}

interface Mount {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly kind: string;
}

function longMount(one: JsonObject): Mount {
  return {
    source: typeof one.source === 'string' ? one.source : '',
    target: typeof one.target === 'string' ? one.target : '',
    readOnly: one.read_only === true,
    kind: String(one.type ?? 'volume'),
  };
}

function shortMount(text: string): Mount {
  // A drive letter of Windows has a colon of its own.
  const parts = text.split(/(?<!(?:^|:)[A-Za-z]):(?![-?])/);
  const [first = '', second, mode = ''] = parts;
  if (second === undefined) return { source: '', target: first, readOnly: false, kind: 'volume' };
  return { source: first, target: second, readOnly: mode.split(',').includes('ro'), kind: 'volume' };
}

/** `path:size=64m,noexec`; a size is one that ECS wants. */
export function tmpfs(value: Json, lost: (member: string, message: string) => void): Json {
  return list(value).map((one) => {
    const [containerPath = '', options = ''] = String(one).split(':');
    const all = options.split(',').filter((option) => option !== '');
    const size = all.find((option) => option.startsWith('size='))?.slice('size='.length);
    const mountOptions = all.filter((option) => !option.startsWith('size='));
    if (size === undefined) lost('linuxParameters', 'tmpfs gets a size of 64 MiB: Compose names none.');
    return {
      containerPath,
      size: size === undefined ? 64 : (mebibytes(size) ?? 64),
      ...(mountOptions.length > 0 && { mountOptions }),
    };
  });
}

const PERMISSIONS: Readonly<Record<string, string>> = { r: 'read', w: 'write', m: 'mknod' };

/** `host:container:rwm`. */
export function devices(value: Json): Json {
  return list(value).map((one) => {
    const [hostPath = '', containerPath, letters = ''] = String(one).split(':');
    const permissions = [...letters].flatMap((letter) => PERMISSIONS[letter] ?? []);
    return {
      hostPath,
      ...(containerPath !== undefined && { containerPath }),
      ...(permissions.length > 0 && { permissions }),
    };
  });
}
