/** Tasks for tests of the pictures: the article's, a crowded one, and arbitrary ones. */
import fc from 'fast-check';
import type {
  Condition,
  ContainerDefinition,
  HealthCheck,
  LogConfiguration,
} from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

const cloudWatch = (group: string): LogConfiguration => ({
  logDriver: 'awslogs',
  options: { 'awslogs-group': group, 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' },
});
const throughRouter: LogConfiguration = {
  logDriver: 'awsfirelens',
  options: { Name: 'datadog', Host: 'http-intake.logs.datadoghq.eu', TLS: 'on' },
};
const check: HealthCheck = {
  command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
  interval: 5,
  timeout: 2,
  retries: 3,
  startPeriod: 10,
};
const waits = (...pairs: [string, Condition][]) => ({
  dependsOn: pairs.map(([containerName, condition]) => ({ containerName, condition })),
});
const mounts = (...pairs: [string, boolean][]) => ({
  mountPoints: pairs.map(([sourceVolume, readOnly]) => ({
    sourceVolume,
    containerPath: `/${sourceVolume}`,
    readOnly,
  })),
});

/** secrets-init, envoy, log-router, and the app that waits for all of them. */
export const payments: TaskDefinition = {
  family: 'receipts',
  containerDefinitions: [
    {
      name: 'secrets-init',
      image: 'acme/secrets-init:1.0',
      essential: false,
      ...mounts(['shared', false]),
      logConfiguration: cloudWatch('/aws/ecs/receipts'),
    },
    {
      name: 'envoy',
      image: 'envoyproxy/envoy:v1.31.2',
      healthCheck: check,
      logConfiguration: cloudWatch('/aws/ecs/receipts'),
    },
    {
      name: 'log-router',
      image: 'amazon/aws-for-fluent-bit:stable',
      firelensConfiguration: { type: 'fluentbit' },
      logConfiguration: cloudWatch('/aws/ecs/receipts'),
    },
    {
      name: 'app',
      image: 'acme/receipts:prod-2f1a8c',
      ...mounts(['shared', true]),
      ...waits(['secrets-init', 'SUCCESS'], ['envoy', 'HEALTHY']),
      logConfiguration: throughRouter,
    },
  ],
  volumes: [{ name: 'shared' }],
};

/** Ten containers, six volumes, two log destinations. */
export const checkout: TaskDefinition = {
  family: 'checkout',
  containerDefinitions: [
    {
      name: 'secrets-init',
      essential: false,
      ...mounts(['certs', false]),
      logConfiguration: cloudWatch('/checkout'),
    },
    {
      name: 'redis',
      healthCheck: check,
      ...mounts(['redis-data', false]),
      logConfiguration: cloudWatch('/checkout'),
    },
    {
      name: 'log-router',
      firelensConfiguration: { type: 'fluentbit' },
      logConfiguration: cloudWatch('/checkout'),
    },
    {
      name: 'config',
      essential: false,
      ...mounts(['config', false]),
      ...waits(['secrets-init', 'SUCCESS']),
      logConfiguration: throughRouter,
    },
    {
      name: 'migrate',
      essential: false,
      ...waits(['secrets-init', 'SUCCESS']),
      logConfiguration: throughRouter,
    },
    { name: 'otel', healthCheck: check, ...waits(['log-router', 'START']), logConfiguration: throughRouter },
    {
      name: 'envoy',
      healthCheck: check,
      ...mounts(['certs', true]),
      ...waits(['config', 'SUCCESS']),
      logConfiguration: throughRouter,
    },
    {
      name: 'app',
      healthCheck: check,
      ...mounts(['config', true], ['uploads', false], ['tmp', false]),
      ...waits(['migrate', 'SUCCESS'], ['redis', 'HEALTHY']),
      logConfiguration: throughRouter,
    },
    { name: 'worker', ...waits(['redis', 'HEALTHY'], ['otel', 'HEALTHY']), logConfiguration: throughRouter },
    {
      name: 'nginx',
      ...mounts(['static', true]),
      ...waits(['envoy', 'HEALTHY'], ['app', 'HEALTHY']),
      logConfiguration: throughRouter,
    },
  ],
  volumes: ['certs', 'config', 'static', 'uploads', 'redis-data', 'tmp'].map((name) => ({ name })),
};

const conditions: readonly Condition[] = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'];

/** Containers `c0`, `c1` …: up to `most` of them, any dependencies (circles too), up to 6 volumes, logs of all kinds. */
export function arbitraryTask(most: number): fc.Arbitrary<TaskDefinition> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const index = fc.integer({ min: 0, max: count - 1 });
    const container = fc.record({
      dependsOn: fc.array(
        fc.record({ containerName: index.map((i) => `c${i}`), condition: fc.constantFrom(...conditions) }),
        { maxLength: 3 },
      ),
      mountPoints: fc.array(
        fc.record({
          sourceVolume: fc.integer({ min: 0, max: 5 }).map((i) => `v${i}`),
          containerPath: fc.constant('/v'),
          readOnly: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      logConfiguration: fc.constantFrom(cloudWatch('/a'), cloudWatch('/a/much/longer/group'), throughRouter),
    });
    return fc.array(container, { minLength: count, maxLength: count }).map((containers) => ({
      containerDefinitions: containers.map(
        (definition, i): ContainerDefinition => ({
          name: `c${i}`,
          ...definition,
          ...(i === 0 && { firelensConfiguration: { type: 'fluentbit' } }),
        }),
      ),
      volumes: ['v0', 'v1', 'a volume with a long name', 'v3'].map((name) => ({ name })),
    }));
  });
}

/** `count` containers of which each but the first six waits for up to two others before it. Always the same. */
export function manyContainers(count: number): TaskDefinition {
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  return {
    containerDefinitions: Array.from({ length: count }, (_, i) => ({
      name: `service-${i}`,
      essential: i % 3 !== 0,
      dependsOn:
        i < 6
          ? []
          : Array.from({ length: next(3) }, () => ({
              containerName: `service-${next(i)}`,
              condition: conditions[next(4)] ?? 'START',
            })),
    })),
  };
}
