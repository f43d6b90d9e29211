/** Health checks: their command and their four numbers. */
import type { HealthCheck } from '../model/containerDefinition.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, from } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const COMMAND = ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1'];
const checked = (members: object) => ({ healthCheck: { command: COMMAND, ...members } });

/** In reading order. */
export const healthCheckRules: readonly Rule[] = [
  {
    id: 'hc-command',
    severity: 'error',
    title: 'A health check needs a command',
    why: 'The command is what is run; without one there is nothing to check.',
    source: api('HealthCheck'),
    examples: {
      good: [{ title: 'Only a command', task: fargate({}, checked({})) }],
      bad: [
        { title: 'Numbers without a command', task: fargate({}, { healthCheck: { interval: 30 } }) },
        { title: 'An empty command', task: ec2({}, { healthCheck: { command: [] } }) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called, name } of containersOf(reading)) {
        const path = [...at, 'healthCheck', 'command'];
        const check = definition.healthCheck;
        if (!check || (check.command && check.command.length > 0) || !known(reading, path)) continue;
        yield {
          path,
          message: `The health check of ${called} has no command, so there is nothing to run: add "command", for example ["CMD-SHELL", "curl -f http://localhost/ || exit 1"].`,
          ...(!isAwaitedHealthy(reading, name) && {
            fix: {
              label: `Remove the health check of ${called}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'healthCheck'] }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'hc-command-form',
    severity: 'warning',
    title: 'A health check command begins with CMD or CMD-SHELL',
    why: 'CMD runs the words that follow as a program with its arguments; CMD-SHELL gives the one text that follows to the shell of the container. Another beginning is outside what AWS documents.',
    source: api('HealthCheck', 'aws/aws-cdk #34389 reports that a bare program path works'),
    examples: {
      good: [
        { title: 'CMD', task: fargate({}, checked({ command: ['CMD', '/bin/check'] })) },
        {
          title: 'A path alone, as AWS has it for its collector',
          task: ec2({}, checked({ command: ['/healthcheck'] })),
        },
      ],
      bad: [
        {
          title: 'A program with an argument',
          task: fargate({}, checked({ command: ['/bin/check', '--fast'] })),
        },
        {
          title: 'A whole shell line',
          task: ec2({}, checked({ command: ['curl -f http://localhost/ || exit 1'] })),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const command = definition.healthCheck?.command;
        const first = command?.[0];
        const path = [...at, 'healthCheck', 'command'];
        if (first === undefined || first === 'CMD' || first === 'CMD-SHELL' || !known(reading, [...path, 0]))
          continue;
        const word = /[\s|&;]/.test(first) ? 'CMD-SHELL' : 'CMD';
        // A single path is what AWS's own example of the ADOT collector has.
        if (command?.length === 1 && /^\/\S+$/.test(first)) continue;
        // With CMD-SHELL more than one word would leave all but the first unread.
        const mendable = word === 'CMD' || command?.length === 1;
        yield {
          path,
          message: `The health check of ${called} begins with ${quote(first)}: put CMD (a program and its arguments) or CMD-SHELL (one shell line) before it.`,
          ...(mendable && {
            fix: {
              label: `Put ${word} before it`,
              safe: false,
              edits: [{ op: 'insert', path: [...path, 0], value: word }],
            },
          }),
        };
      }
    },
  },
  range('interval', 5, 300, 'seconds', 'hc-interval', 'A health check runs every 5 to 300 seconds'),
  range('timeout', 2, 60, 'seconds', 'hc-timeout', 'A health check may take 2 to 60 seconds'),
  range('retries', 1, 10, 'failures', 'hc-retries', 'A health check takes 1 to 10 failures in a row'),
  range('startPeriod', 0, 300, 'seconds', 'hc-startperiod', 'The start period is at most 300 seconds'),
  {
    id: 'hc-timeout-interval',
    severity: 'warning',
    title: 'A health check should time out before the next is due',
    why: 'The next check waits until the last has ended, so a hanging one stretches the interval and a failure is seen later than the numbers say.',
    source: from(
      'AWS CDK, which refuses a health check whose interval is shorter than its timeout',
      'https://github.com/aws/aws-cdk',
    ),
    examples: {
      good: [{ title: 'The defaults, 5 of 30 seconds', task: fargate({}, checked({})) }],
      bad: [
        { title: 'Longer than the interval', task: fargate({}, checked({ interval: 10, timeout: 20 })) },
        { title: 'The default interval, and as long', task: ec2({}, checked({ timeout: 30 })) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const check = definition.healthCheck;
        const path = [...at, 'healthCheck'];
        if (!check || !known(reading, [...path, 'timeout']) || !known(reading, [...path, 'interval']))
          continue;
        const { timeout = 5, interval = 30 } = check;
        if (timeout < interval) continue;
        const member = check.timeout === undefined ? 'interval' : 'timeout';
        yield {
          path: [...path, member],
          message: `The health check of ${called} may take ${timeout} s but is due every ${interval} s: keep the timeout below the interval.`,
        };
      }
    },
  },
];

/** Whether somebody waits for the container's health, so that its check must stay. */
function isAwaitedHealthy(reading: Reading, name: string | undefined): boolean {
  return containersOf(reading).some(({ definition }) =>
    definition.dependsOn?.some((entry) => entry?.condition === 'HEALTHY' && entry.containerName === name),
  );
}

/** The member of a health check must lie in a range; ECS has one sentence for each end. */
function range(
  member: Exclude<keyof HealthCheck, 'command'>,
  min: number,
  max: number,
  unit: string,
  id: string,
  title: string,
): Rule {
  return {
    id,
    severity: 'error',
    title,
    why: {
      interval: 'Shorter would load the host, longer would hardly notice a failure.',
      timeout: 'A check that has not answered by then counts as failed.',
      retries: 'So many failures in a row make a container unhealthy.',
      startPeriod: 'Failures within it do not count, so that a slow start is not taken for an illness.',
    }[member],
    answer: `Health check ${member} must be less than or equal to the maximum allowed value ${max} for container 'app'`,
    source: deployed('pf-ecs-health-check-ranges'),
    examples: {
      good: [
        { title: 'The least', task: ec2({}, checked({ interval: 5, timeout: 2, [member]: min })) },
        { title: 'The most', task: fargate({}, checked({ interval: 300, [member]: max })) },
      ],
      bad: [
        { title: 'One too many', task: fargate({}, checked({ [member]: max + 1 })) },
        { title: 'One too few', task: ec2({}, checked({ [member]: min - 1 })) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const value = definition.healthCheck?.[member];
        const path = [...at, 'healthCheck', member];
        if (value === undefined || (value >= min && value <= max) || !known(reading, path)) continue;
        const near = value < min ? min : max;
        yield {
          path,
          message: `The health check of ${called} has ${member} ${value}, but ECS takes ${min} to ${max} ${unit}.`,
          fix: { label: `Set ${member} to ${near}`, safe: true, edits: [{ op: 'set', path, value: near }] },
        };
      }
    },
  };
}
