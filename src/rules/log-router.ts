/** How a log router runs, is watched and ends. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { fargate } from './terms/examples.ts';
import { ROUTED, router, routersOf } from './terms/firelens.ts';
import { from } from './terms/sources.ts';
import { known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const CHECKS = from(
  'The health check guidance of AWS for Fluent Bit',
  'https://github.com/aws-samples/amazon-ecs-firelens-examples/tree/mainline/examples/fluent-bit/health-check',
);
const OUTPUTS = 'curl -f http://127.0.0.1:2020/api/v1/health || exit 1';
const UPTIME = 'curl -f http://127.0.0.1:2020/api/v1/uptime || exit 1';
const checked = (line: string, rest: object = {}) =>
  fargate({}, ROUTED, { ...router(), healthCheck: { command: ['CMD-SHELL', line] }, ...rest });
const running = (rest: object) => fargate({}, ROUTED, { ...router(), ...rest });
/** So long Fluent Bit waits for what is under way after SIGTERM, where its configuration says nothing else. Seconds. */
const GRACE = 5;

/** In reading order. */
export const logRouterRules: readonly Rule[] = [
  {
    id: 'sidecar-essential-cost',
    severity: 'info',
    title: 'A log destination that is down takes every task with it',
    why: 'The health of Fluent Bit at /api/v1/health is that of its outputs. When the destination fails, all routers turn unhealthy at the same moment, and where they are essential ECS replaces every task of the service. /api/v1/uptime only asks whether the router answers.',
    source: CHECKS,
    examples: {
      good: [
        { title: 'It asks for the uptime', task: checked(UPTIME) },
        {
          title: 'Not essential, and started again',
          task: checked(OUTPUTS, { essential: false, restartPolicy: { enabled: true } }),
        },
      ],
      bad: [{ title: 'It asks for the outputs', task: checked(OUTPUTS) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'healthCheck', 'command'];
        if (definition.essential === false || !known(reading, path) || !known(reading, [...at, 'essential']))
          continue;
        const found = items(definition.healthCheck?.command).find(([word]) =>
          /\/api\/v1\/health(?![\w-])/.test(word),
        );
        if (!found || !known(reading, [...path, found[1]])) continue;
        const [word, index] = found;
        yield {
          path,
          message: `${called} is essential and healthy only while its destination takes the lines: if that is down, every task of the service is replaced at once. Ask for /api/v1/uptime, or make ${called} non-essential with a restart policy.`,
          fix: {
            label: 'Ask for /api/v1/uptime',
            safe: false,
            edits: [
              {
                op: 'set',
                path: [...path, index],
                value: word.replace(/\/api\/v1\/health(?![\w-])/g, '/api/v1/uptime'),
              },
            ],
          },
        };
      }
    },
  },
  {
    id: 'router-user',
    severity: 'info',
    title: 'A log router under a user of its own',
    why: 'The other containers reach the router through a socket in a directory that the agent of ECS makes, and its configuration is written there too. Older agents leave both to root.',
    source: from(
      'amazon-ecs-agent, which hands the user of the router to what writes its directory',
      'https://github.com/aws/amazon-ecs-agent',
    ),
    examples: {
      good: [
        { title: 'Not set', task: running({}) },
        { title: 'root', task: running({ user: '0:0' }) },
      ],
      bad: [{ title: 'Another user', task: running({ user: '1000' }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'user'];
        const { user } = definition;
        if (!user || /^(0|root)(:|$)/.test(user) || !known(reading, path)) continue;
        yield {
          path,
          message: `The log router ${called} runs as the user ${quote(user)}, who may not be allowed to open its socket and its configuration with older agents: see that lines arrive, or take "user" out.`,
          fix: { label: `Remove the user of ${called}`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'stop-timeout-order',
    severity: 'info',
    title: 'A log router is killed before it has emptied itself',
    why: 'After SIGTERM Fluent Bit waits for what is under way for as long as its setting Grace says, 5 seconds where it says nothing. If stopTimeout ends sooner, the last lines are lost.',
    source: from(
      'Fluent Bit manual, service section, grace',
      'https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml/service-section',
    ),
    examples: {
      good: [
        { title: 'More time', task: running({ stopTimeout: 60 }) },
        {
          title: 'Fluentd has no such setting',
          task: running({
            image: 'registry.example.com/fluentd:1.17',
            firelensConfiguration: { type: 'fluentd' },
            stopTimeout: 4,
          }),
        },
      ],
      bad: [{ title: 'Three seconds', task: running({ stopTimeout: 3 }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'stopTimeout'];
        const { stopTimeout, firelensConfiguration } = definition;
        if (stopTimeout === undefined || stopTimeout > GRACE || stopTimeout < 2) continue;
        if (firelensConfiguration?.type !== 'fluentbit' || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} is killed ${stopTimeout} s after the stop signal, but Fluent Bit takes ${GRACE} s to send what it still holds: give it 30 seconds or more.`,
          fix: {
            label: `Give ${called} 30 seconds to stop`,
            safe: false,
            edits: [{ op: 'set', path, value: 30 }],
          },
        };
      }
    },
  },
];
