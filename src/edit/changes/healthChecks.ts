/** Ready health checks: commands that are known to work in the images they are for. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { items } from '../../model/list.ts';

/** A health check as JSON; intervals in seconds. */
export interface HealthCheckRecipe {
  readonly id: string;
  readonly label: string;
  /** What the image must hold for it to work. */
  readonly needs: string;
  /** The command for a port and, over HTTP, a path (`/`); what the tool knows by itself is ignored. */
  command(port: number, path?: string): readonly string[];
}

/** The recipes in the order in which they are offered. */
export const healthCheckRecipes: readonly HealthCheckRecipe[] = [
  {
    id: 'curl',
    label: 'HTTP with curl',
    needs: 'a shell and curl in the image',
    command: (port, path = '/') => ['CMD-SHELL', `curl -f http://localhost:${port}${path} || exit 1`],
  },
  {
    id: 'wget',
    label: 'HTTP with wget',
    needs: 'a shell and wget, as in images based on Alpine or BusyBox',
    command: (port, path = '/') => [
      'CMD-SHELL',
      `wget -q -O /dev/null http://127.0.0.1:${port}${path} || exit 1`,
    ],
  },
  {
    id: 'node',
    label: 'HTTP with Node.js',
    needs: 'Node.js 18 or later',
    command: (port, path = '/') => [
      'CMD',
      'node',
      '-e',
      `fetch('http://127.0.0.1:${port}${path}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`,
    ],
  },
  {
    id: 'nc',
    label: 'TCP port with nc',
    needs: 'a shell and nc',
    command: (port) => ['CMD-SHELL', `nc -z 127.0.0.1 ${port} || exit 1`],
  },
  {
    id: 'pg-isready',
    label: 'PostgreSQL',
    needs: 'the official postgres image',
    command: () => ['CMD-SHELL', 'pg_isready -U postgres || exit 1'],
  },
  {
    id: 'redis',
    label: 'Redis',
    needs: 'the official redis or valkey image',
    command: () => ['CMD-SHELL', 'redis-cli ping | grep -q PONG || exit 1'],
  },
  {
    id: 'grpc',
    label: 'gRPC',
    needs: 'grpc_health_probe in the image',
    command: (port) => ['CMD', 'grpc_health_probe', `-addr=127.0.0.1:${port}`],
  },
  {
    // The official Envoy image has bash and grep, but neither curl nor wget; Envoy's admin port refuses HTTP/1.0.
    id: 'envoy',
    label: 'Envoy, ready on its admin port 9901',
    needs: 'bash and grep, as in the official envoyproxy/envoy image; the distroless one has neither',
    command: () => [
      'CMD',
      'bash',
      '-c',
      String.raw`exec 3<>/dev/tcp/127.0.0.1/9901 && printf 'GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && grep -q LIVE <&3`,
    ],
  },
  {
    id: 'otel',
    label: 'ADOT collector',
    needs: 'the aws-otel-collector image with the health_check extension of its default configuration',
    command: () => ['CMD', '/healthcheck'],
  },
];

const BY_IMAGE: readonly (readonly [RegExp, string])[] = [
  [/postgres/, 'pg-isready'],
  [/redis|valkey/, 'redis'],
  [/envoy/, 'envoy'],
  [/aws-otel-collector/, 'otel'],
  [/alpine|busybox/, 'wget'],
  [/node/, 'node'],
];

/** The recipe that suits a container's image; curl where nothing is known about the image. */
export function recipeFor({ image = '' }: ContainerDefinition): HealthCheckRecipe {
  const id = BY_IMAGE.find(([pattern]) => pattern.test(image))?.[1] ?? 'curl';
  return (
    healthCheckRecipes.find((recipe) => recipe.id === id) ?? (healthCheckRecipes[0] as HealthCheckRecipe)
  );
}

/**
 * What a check of a container asks: where its present check asks over HTTP, the same; else its first port that is not UDP
 * (80 where it maps none), and no path.
 */
export function checkTarget({ healthCheck, portMappings }: ContainerDefinition): {
  readonly port: number;
  readonly path?: string;
} {
  const present = items(healthCheck?.command).map(([part]) => part);
  const [, port, path] = LOCAL_URL.exec(present.join(' ')) ?? [];
  const mapped = items(portMappings).find(
    ([{ containerPort, protocol }]) => containerPort !== undefined && protocol !== 'udp',
  );
  return {
    port: Number(port ?? mapped?.[0].containerPort ?? 80),
    ...(path !== undefined && { path }),
  };
}

/** Ends where the shell or a quotation would end it. */
const LOCAL_URL =
  /http:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?])(?::(\d{1,5}))?(\/[\w./~%-]*)?(?=[\s"';|)]|$)/;

/** A health check for a container: by its image, on what `checkTarget` says, with ECS's default times. */
export function suggestedHealthCheck(definition: ContainerDefinition): {
  readonly command: readonly string[];
} {
  const { port, path } = checkTarget(definition);
  return { command: recipeFor(definition).command(port, path) };
}
