/** Restarts of a single container within its task. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed } from './terms/sources.ts';
import { containerNamed, containersOf, known, missing } from './terms/view.ts';

const MOST_CODES = 50;
const policy = (members: object) => ({ restartPolicy: { enabled: true, ...members } });
const codes = (count: number) => Array.from({ length: count }, (_, index) => index);

/** In reading order. */
export const restartPolicyRules: readonly Rule[] = [
  {
    id: 'restart-enabled',
    severity: 'error',
    title: 'A restart policy says whether it is enabled',
    why: 'The member is required; without it the client refuses the call.',
    source: api('ContainerRestartPolicy'),
    examples: {
      good: [{ title: 'Switched off', task: fargate({}, { restartPolicy: { enabled: false } }) }],
      bad: [{ title: 'Only a period', task: fargate({}, { restartPolicy: { restartAttemptPeriod: 120 } }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'restartPolicy', 'enabled'];
        if (!definition.restartPolicy || !missing(reading, path, definition.restartPolicy.enabled)) continue;
        yield {
          path,
          message: `The restart policy of ${called} does not say whether it is enabled: add "enabled": true or false.`,
          fix: { label: 'Enable it', safe: true, edits: [{ op: 'set', path, value: true }] },
        };
      }
    },
  },
  {
    id: 'restart-period',
    severity: 'error',
    title: 'restartAttemptPeriod is 60 to 1800 seconds',
    why: 'So long a container must have run to be restarted when it ends; one that ends sooner stays stopped. It is no pause before the restart.',
    answer: "The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.",
    source: deployed('pf-ecs-restart-policy-period'),
    examples: {
      good: [
        { title: 'The least', task: fargate({}, policy({ restartAttemptPeriod: 60 })) },
        { title: 'Left out, which means 300', task: ec2({}, policy({})) },
      ],
      bad: [
        { title: 'Half a minute', task: fargate({}, policy({ restartAttemptPeriod: 30 })) },
        { title: 'An hour', task: ec2({}, policy({ restartAttemptPeriod: 3600 })) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const value = definition.restartPolicy?.restartAttemptPeriod;
        const path = [...at, 'restartPolicy', 'restartAttemptPeriod'];
        if (value === undefined || (value >= 60 && value <= 1800) || !known(reading, path)) continue;
        const near = value < 60 ? 60 : 1800;
        yield {
          path,
          message: `The restart policy of ${called} has restartAttemptPeriod ${value}, but 60 to 1800 seconds are possible: set it to ${near}.`,
          fix: {
            label: `Set restartAttemptPeriod to ${near}`,
            safe: true,
            edits: [{ op: 'set', path, value: near }],
          },
        };
      }
    },
  },
  {
    id: 'restart-codes',
    severity: 'error',
    title: 'At most 50 exit codes can be ignored',
    why: 'After an exit with one of these codes the container is not restarted.',
    source: api('ContainerRestartPolicy'),
    examples: {
      good: [{ title: 'Fifty', task: fargate({}, policy({ ignoredExitCodes: codes(50) })) }],
      bad: [{ title: 'Fifty-one', task: fargate({}, policy({ ignoredExitCodes: codes(51) })) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const count = definition.restartPolicy?.ignoredExitCodes?.length ?? 0;
        const path = [...at, 'restartPolicy', 'ignoredExitCodes'];
        if (count <= MOST_CODES || !known(reading, path)) continue;
        yield {
          path,
          message: `The restart policy of ${called} ignores ${count} exit codes, ${MOST_CODES} are possible: take some out.`,
        };
      }
    },
  },
  {
    id: 'init-restart-policy',
    severity: 'warning',
    title: 'A container whose end is awaited should not restart',
    why: 'With a restart policy a container that ends after the attempt period is started again instead of ending, so whoever waits for its end may wait on. Exit code 0 can be exempted.',
    source: api('ContainerRestartPolicy'),
    examples: {
      good: [
        {
          title: 'Code 0 does not restart it',
          task: fargate(
            {},
            { dependsOn: [{ containerName: 'sidecar', condition: 'SUCCESS' }] },
            { essential: false, ...policy({ ignoredExitCodes: [0] }) },
          ),
        },
      ],
      bad: [
        {
          title: 'An init container that restarts',
          task: fargate(
            {},
            { dependsOn: [{ containerName: 'sidecar', condition: 'SUCCESS' }] },
            { essential: false, ...policy({}) },
          ),
        },
      ],
    },
    *check(reading) {
      const told = new Set<string>();
      for (const waits of containersOf(reading)) {
        for (const [entry] of items(waits.definition.dependsOn)) {
          const { containerName = '', condition } = entry;
          const target = containerNamed(reading, containerName);
          const restart = target?.definition.restartPolicy;
          if (!target || !restart?.enabled || (condition !== 'SUCCESS' && condition !== 'COMPLETE')) continue;
          const path = [...target.at, 'restartPolicy'];
          const code = [...path, 'ignoredExitCodes'];
          const spared = restart.ignoredExitCodes?.includes(0);
          if (spared || told.has(containerName) || !known(reading, path) || !known(reading, code)) continue;
          told.add(containerName);
          yield {
            path,
            message: `${waits.called} waits for the end of ${target.called}, whose restart policy may start it again instead: ignore exit code 0, or take the policy out.`,
            fix: {
              label: `Let ${target.called} end with code 0`,
              safe: false,
              edits: [{ op: 'insert', path: [...code, restart.ignoredExitCodes?.length ?? 0], value: 0 }],
            },
          };
        }
      }
    },
  },
];
