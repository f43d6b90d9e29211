/** Helpers beside the app: log routers, proxies, agents. */
import { parseImage } from '../model/image.ts';
import { items } from '../model/list.ts';
import type { Role } from '../model/role.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const LASTING: Readonly<Partial<Record<Role, string>>> = {
  logRouter: 'log router',
  proxy: 'proxy',
  telemetry: 'telemetry collector',
  agent: 'agent',
};
const AGENT = from(
  'amazon-ecs-agent, addFirelensContainerDependency',
  'https://github.com/aws/amazon-ecs-agent',
);
const ROUTED = { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'cloudwatch_logs' } } };
const router = (members: object = {}) => ({
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.4',
  firelensConfiguration: { type: 'fluentbit' },
  ...members,
});
const ADOT = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1';

/** In reading order. */
export const sidecarRules: readonly Rule[] = [
  {
    id: 'sidecar-nonessential',
    severity: 'warning',
    title: 'A helper that dies should be missed',
    why: 'When a non-essential container ends, the task goes on without it and nobody is told. A restart policy starts it again; "essential": true replaces the whole task.',
    source: api('ContainerDefinition', 'essential and restartPolicy'),
    examples: {
      good: [
        {
          title: 'With a restart policy',
          task: fargate({}, ROUTED, router({ essential: false, restartPolicy: { enabled: true } })),
        },
        { title: 'Essential', task: fargate({}, ROUTED, router()) },
        { title: 'A container that is no helper', task: ec2({}, {}, { essential: false }) },
        { title: 'Nobody counts on it', task: fargate({}, {}, { image: ADOT, essential: false }) },
      ],
      bad: [
        { title: 'A log router', task: fargate({}, ROUTED, router({ essential: false })) },
        {
          title: 'A collector that the app waits for',
          task: fargate(
            {},
            { dependsOn: [{ containerName: 'sidecar', condition: 'START' }] },
            { image: ADOT, essential: false },
          ),
        },
      ],
    },
    *check(reading) {
      // A guess at what a container is for is believed only where somebody counts on it.
      const counted = new Set([
        reading.task.proxyConfiguration?.containerName,
        ...containersOf(reading).flatMap(({ definition }) =>
          items(definition.dependsOn).map(([entry]) => entry.containerName),
        ),
      ]);
      for (const { definition, at, called, name } of containersOf(reading)) {
        const path = [...at, 'restartPolicy'];
        if (definition.essential !== false || definition.restartPolicy || !known(reading, path)) continue;
        if (!definition.firelensConfiguration && !counted.has(name)) continue;
        const what = LASTING[inferRole(definition, reading.task)];
        if (!what || !known(reading, [...at, 'essential'])) continue;
        yield {
          path: [...at, 'essential'],
          message: `The ${what} ${called} is not essential and has no restart policy: when it dies, the task goes on without it and nothing says so. Add a restart policy, or make it essential.`,
          fix: {
            label: `Restart ${called} when it ends`,
            safe: false,
            edits: [{ op: 'set', path, value: { enabled: true } }],
          },
        };
      }
    },
  },
  {
    id: 'router-has-depends',
    severity: 'warning',
    title: 'A log router that waits is not waited for',
    why: 'ECS lets containers that log through awsfirelens wait for the router by itself, but not when the router waits for anything: then they may start first and their first lines are lost.',
    source: AGENT,
    examples: {
      good: [
        { title: 'The router waits for nobody', task: fargate({}, ROUTED, router()) },
        {
          title: 'Said by hand',
          task: fargate(
            {},
            { ...ROUTED, dependsOn: [{ containerName: 'sidecar', condition: 'START' }] },
            router({ dependsOn: [{ containerName: 'third', condition: 'START' }] }),
            {},
          ),
        },
      ],
      bad: [
        {
          title: 'The router waits for an init container',
          task: fargate(
            {},
            ROUTED,
            router({ dependsOn: [{ containerName: 'third', condition: 'START' }] }),
            {},
          ),
        },
      ],
    },
    *check(reading) {
      const containers = containersOf(reading);
      const found = containers.find(({ definition }) => definition.firelensConfiguration);
      if (!found?.name || !known(reading, found.at)) return;
      const { dependsOn, links, volumesFrom } = found.definition;
      const waitsFor = items(dependsOn).map(([entry]) => entry.containerName);
      if (waitsFor.length === 0 && !links?.length && !volumesFrom?.length) return;
      const early = containers.filter(
        ({ definition, name }) =>
          definition.logConfiguration?.logDriver === 'awsfirelens' &&
          name !== found.name &&
          !items(definition.dependsOn).some(([entry]) => entry.containerName === found.name),
      );
      if (early.length === 0) return;
      // Who is awaited by the router, or waits for anything, might close a circle.
      const simple = early.every(
        ({ name, definition }) =>
          !waitsFor.includes(name) && !definition.links?.length && !definition.volumesFrom?.length,
      );
      const leaves = containers.filter(({ name }) => waitsFor.includes(name));
      const safe =
        simple &&
        !links?.length &&
        !volumesFrom?.length &&
        leaves.every(({ definition }) => !definition.dependsOn?.length);
      const names = listed(early.map(({ called }) => called));
      const member = waitsFor.length > 0 ? 'dependsOn' : links?.length ? 'links' : 'volumesFrom';
      yield {
        path: [...found.at, member],
        message: `The log router ${found.called} waits for others, so ECS does not make ${names} wait for it, and first log lines may be lost: add a dependency on ${found.called} with START.`,
        ...(safe && {
          fix: {
            label: `Let ${names} wait for ${found.called}`,
            safe: true,
            edits: early.map(({ at, definition }) => ({
              op: 'insert' as const,
              path: [...at, 'dependsOn', definition.dependsOn?.length ?? 0],
              value: { containerName: found.name ?? '', condition: 'START' },
            })),
          },
        }),
      };
    },
  },
  {
    id: 'router-logs-itself',
    severity: 'warning',
    title: 'A log router should not log through itself',
    why: 'When the router breaks, its own words about it are lost together with everything else. The log driver awslogs does not need it.',
    source: from(
      'The FireLens examples of AWS, which all give the router awslogs',
      'https://github.com/aws-samples/amazon-ecs-firelens-examples',
    ),
    examples: {
      good: [
        {
          title: 'awslogs',
          task: fargate({}, ROUTED, router({ logConfiguration: { logDriver: 'awslogs', options: AWSLOGS } })),
        },
      ],
      bad: [{ title: 'awsfirelens', task: fargate({}, ROUTED, router(ROUTED)) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'logConfiguration', 'logDriver'];
        if (!definition.firelensConfiguration || definition.logConfiguration?.logDriver !== 'awsfirelens')
          continue;
        if (!known(reading, path)) continue;
        yield {
          path,
          message: `The log router ${called} logs through itself, so its own errors are lost exactly when it breaks: give it awslogs.`,
        };
      }
    },
  },
  {
    id: 'adot-health',
    severity: 'warning',
    title: 'The ADOT collector has no shell',
    why: 'Its image holds the collector and a checker, /healthcheck, and nothing else, so a check by CMD-SHELL fails for ever.',
    source: from('aws/aws-cdk #34389', 'https://github.com/aws/aws-cdk/issues/34389'),
    examples: {
      good: [
        {
          title: 'The checker of the image',
          task: fargate({}, {}, { image: ADOT, healthCheck: { command: ['/healthcheck'] } }),
        },
        { title: 'No check', task: fargate({}, {}, { image: ADOT }) },
      ],
      bad: [
        {
          title: 'A shell line',
          task: fargate(
            {},
            {},
            { image: ADOT, healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:13133'] } },
          ),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'healthCheck', 'command'];
        if (!definition.image || !known(reading, [...at, 'image']) || !known(reading, [...path, 0])) continue;
        const { repository, registry } = parseImage(definition.image);
        const own = registry?.includes('.dkr.ecr.');
        if (own || !/(^|\/)aws-otel-collector$/.test(repository)) continue;
        if (definition.healthCheck?.command?.[0] !== 'CMD-SHELL') continue;
        yield {
          path,
          message: `${called} runs the ADOT collector, whose image has no shell, so this health check fails for ever: use ["/healthcheck"], the checker of the image, as AWS's own example does.`,
        };
      }
    },
  },
];
