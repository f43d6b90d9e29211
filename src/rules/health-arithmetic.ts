/** Health checks that cannot pass, or that fail before the container is up. */
import { parseImage } from '../model/image.ts';
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { quote } from './terms/words.ts';

const CURL = ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'];
const check = (members: object = {}) => ({ healthCheck: { command: ['CMD-SHELL', 'exit 0'], ...members } });
const HEALTHY = { dependsOn: [{ containerName: 'sidecar', condition: 'HEALTHY' }] };
/** ECS's own defaults: seconds between checks, failures in a row. */
const INTERVAL = 30;
const RETRIES = 3;
/** A container that takes longer than this to boot is nothing unusual. */
const SLOW_START = 30;

/** In reading order. */
export const healthArithmeticRules: readonly Rule[] = [
  {
    id: 'healthcheck-tool',
    severity: 'warning',
    title: 'A health check by a tool that the image lacks',
    why: 'The command runs inside the container. What is not in its image is not found, and that counts as a failed check, for ever.',
    source: from('The images themselves: distroless has no shell; slim and alpine variants have no curl'),
    examples: {
      good: [
        {
          title: 'wget of Alpine',
          task: fargate(
            {},
            {
              image: 'node:22-alpine',
              healthCheck: { command: ['CMD-SHELL', 'wget -qO- http://localhost/'] },
            },
          ),
        },
        {
          title: 'An image of your own',
          task: fargate(
            {},
            { image: 'registry.example.com/shop/node:22-slim', healthCheck: { command: CURL } },
          ),
        },
        { title: 'The full image', task: fargate({}, { image: 'node:22', healthCheck: { command: CURL } }) },
      ],
      bad: [
        {
          title: 'curl in a slim image',
          task: fargate({}, { image: 'node:22-slim', healthCheck: { command: CURL } }),
        },
        {
          title: 'A shell in distroless',
          task: fargate({}, { image: 'gcr.io/distroless/nodejs22-debian12', healthCheck: { command: CURL } }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'healthCheck', 'command'];
        const lacks = lacking(
          definition.image ?? '',
          items(definition.healthCheck?.command).map(([word]) => word),
        );
        if (!lacks || !known(reading, path) || !known(reading, [...at, 'image'])) continue;
        yield {
          path,
          message: `The health check of ${called} needs ${lacks}, which its image ${quote(definition.image ?? '')} does not have, so it fails for ever: use what is there, or put the tool into the image.`,
        };
      }
    },
  },
  {
    id: 'hc-start-timeout',
    severity: 'warning',
    title: 'No check can pass before the time is up',
    why: 'The first check comes one interval after the start. If startTimeout ends sooner, whoever waits for HEALTHY never starts. A startPeriod lets recent agents check every 5 seconds from the start.',
    source: from(
      'amazon-ecs-agent and Docker, which makes the first check after one interval',
      'https://docs.docker.com/reference/dockerfile/#healthcheck',
    ),
    examples: {
      good: [
        {
          title: 'Time for two checks',
          task: fargate({}, HEALTHY, { ...check({ interval: 10 }), startTimeout: 30 }),
        },
        {
          title: 'A start period',
          task: fargate({}, HEALTHY, { ...check({ startPeriod: 60 }), startTimeout: 20 }),
        },
      ],
      bad: [
        {
          title: 'The time is up before the first check',
          task: fargate({}, HEALTHY, { ...check(), startTimeout: 20 }),
        },
      ],
    },
    *check(reading) {
      const awaited = new Set(
        containersOf(reading).flatMap(({ definition }) =>
          items(definition.dependsOn).flatMap(([{ containerName, condition }]) =>
            condition === 'HEALTHY' ? [containerName] : [],
          ),
        ),
      );
      for (const { definition, at, called, name } of containersOf(reading)) {
        const { startTimeout, healthCheck } = definition;
        const path = [...at, 'startTimeout'];
        if (startTimeout === undefined || !healthCheck?.command?.length || !awaited.has(name)) continue;
        if (!known(reading, path) || !known(reading, [...at, 'healthCheck', 'interval'])) continue;
        const { interval = INTERVAL, startPeriod = 0 } = healthCheck;
        if (
          startTimeout > interval ||
          startPeriod > 0 ||
          !known(reading, [...at, 'healthCheck', 'startPeriod'])
        )
          continue;
        yield {
          path,
          message: `${called} has ${startTimeout} s to get healthy, but its first check comes after ${interval} s: give it more time, or check more often.`,
        };
      }
    },
  },
  {
    id: 'healthcheck-start-period',
    severity: 'info',
    title: 'Unhealthy before it has booted',
    why: 'Without a startPeriod the checks count from the first one on. A container that boots slowly turns unhealthy, and its service replaces it, again and again.',
    source: api('HealthCheck', 'startPeriod'),
    examples: {
      good: [
        { title: 'A start period', task: fargate({}, check({ interval: 5, retries: 3, startPeriod: 60 })) },
        { title: 'The usual interval', task: fargate({}, check()) },
      ],
      bad: [{ title: 'Fifteen seconds', task: fargate({}, check({ interval: 5, retries: 3 })) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const { healthCheck } = definition;
        const path = [...at, 'healthCheck', 'startPeriod'];
        if (!healthCheck?.command?.length || healthCheck.startPeriod) continue;
        const { interval = INTERVAL, retries = RETRIES } = healthCheck;
        if (interval * retries >= SLOW_START || !missing(reading, path, healthCheck.startPeriod || undefined))
          continue;
        if (
          !known(reading, [...at, 'healthCheck', 'interval']) ||
          !known(reading, [...at, 'healthCheck', 'retries'])
        )
          continue;
        yield {
          path,
          message: `${called} counts as unhealthy ${interval * retries} s after its start if it does not answer by then: if it may take longer to boot, set "startPeriod".`,
        };
      }
    },
  },
];

/** What the command needs and a well-known image does not have; nothing where that is not sure. */
function lacking(image: string, [form = '', ...words]: readonly string[]): string | undefined {
  const { registry = '', repository, tag = '' } = parseImage(image);
  const distroless = registry === 'gcr.io' && repository.startsWith('distroless/');
  if (distroless && !tag.includes('debug') && form === 'CMD-SHELL') return 'a shell';
  const official =
    registry === ''
      ? !repository.replace(/^library\//, '').includes('/')
      : /^public\.ecr\.aws$/.test(registry) && repository.startsWith('docker/library/');
  if (!official) return undefined;
  const line = words.join(' ');
  const slim = /(^|-)slim(-|$)/.test(tag);
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const alpine =
    (/(^|-)alpine/.test(tag) && /^(node|python|golang|eclipse-temurin|openjdk|redis|postgres)$/.test(name)) ||
    /^(alpine|busybox)$/.test(name);
  if (
    /(^|[\s;&|(])curl\s/.test(` ${line}`) &&
    (alpine || (slim && /^(node|python|debian|openjdk)$/.test(name)))
  )
    return 'curl';
  if (/(^|[\s;&|(])wget\s/.test(` ${line}`) && slim && /^(node|python|debian)$/.test(name)) return 'wget';
  return undefined;
}
