/** What the members of a service are read with. */
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';

type JsonObject = { readonly [member: string]: Json };

export interface Taken {
  readonly services: JsonObject;
  /** Volumes of the task by name, with the host's path of a bind mount. */
  readonly volumes: Map<string, string | undefined>;
  readonly lost: (path: Path, message: string) => void;
}

/** The kernel settings of a container, made when they are needed. */
export function linux(container: Record<string, Json>): Record<string, Json> {
  container.linuxParameters ??= {};
  return container.linuxParameters as Record<string, Json>;
}

/** A list of texts, also where Compose lets one stand alone. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value)
    ? value.map((item: Json) => (typeof item === 'number' ? String(item) : item))
    : [typeof value === 'number' ? String(value) : value];
}

/** The name of a service as ECS takes it. */
export function containerName(service: string): string {
  return service.replace(/[^\w-]+/g, '-');
}
