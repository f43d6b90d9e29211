/** Which log drivers there are, and what splunk needs. */

import { logDrivers } from '../model/logDrivers.ts';
import type { Path } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { AWSLOGS, ec2, fargate, SECRET } from './terms/examples.ts';
import { lackingOptions, log, loggingBy } from './terms/logging.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { listed, nearest, quote } from './terms/words.ts';
import { wrongWord } from './terms/wrongWord.ts';

const SPLUNK = { 'splunk-url': 'https://hec.example.com:8088' };
const fargateDrivers = logDrivers
  .filter(({ capacities }) => capacities.includes('FARGATE'))
  .map(({ id }) => id);

/** In reading order. */
export const logDriverRules: readonly Rule[] = [
  {
    id: 'log-driver-unknown',
    severity: 'error',
    title: 'A log driver that ECS knows',
    why: 'The driver is one of a closed list. CloudWatch Logs goes by the name awslogs.',
    source: api('LogConfiguration', 'logDriver; the words of the service are not known'),
    examples: {
      good: [{ title: 'One of the list', task: ec2({}, log('journald')) }],
      bad: [
        { title: 'A name of its own', task: ec2({}, log('cloudwatch')) },
        { title: 'No driver', task: ec2({}, { logConfiguration: { options: {} } }) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'logConfiguration', 'logDriver'];
        const configuration = definition.logConfiguration;
        if (!configuration || configuration.logDriver !== undefined) continue;
        const word = wrongWord(reading, path);
        if (word === undefined && !known(reading, path)) continue;
        const names = logDrivers.map(({ id }) => id);
        const meant =
          word === undefined
            ? undefined
            : (nearest(word, names) ?? (/firelens|fluent-?bit/i.test(word) ? 'awsfirelens' : undefined));
        const fix = meant ? { ...driverFix(path, meant), safe: true } : otherDriver(reading, at, called);
        yield {
          path,
          message:
            word === undefined
              ? `${called} has a log configuration without "logDriver": write one of ${listed(names, 'or')}.`
              : `${called} logs through ${quote(word)}, a driver that ECS does not know: use one of ${listed(names, 'or')}.`,
          fix,
        };
      }
    },
  },
  {
    id: 'log-driver-fargate',
    severity: 'error',
    title: 'Fargate has the log drivers awslogs, splunk and awsfirelens',
    why: 'The other drivers write to the instance or reach out from it.',
    answer: 'json-file is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]',
    source: deployed('pf-ecs-fargate-log-driver'),
    examples: {
      good: [
        { title: 'awslogs', task: fargate({}, log('awslogs', AWSLOGS)) },
        { title: 'On EC2', task: ec2({}, log('json-file', { 'max-size': '10m' })) },
      ],
      bad: [{ title: 'A file on the host', task: fargate({}, log('json-file', { 'max-size': '10m' })) }],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'logConfiguration', 'logDriver'];
        const driver = definition.logConfiguration?.logDriver;
        if (!driver || fargateDrivers.includes(driver) || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} logs through ${driver}, which Fargate does not have: use ${listed(fargateDrivers, 'or')}.`,
          fix: otherDriver(reading, at, called),
        };
      }
    },
  },
  {
    id: 'splunk-required',
    severity: 'error',
    title: 'splunk needs an address and a token',
    why: 'The lines go to the HTTP event collector at that address, which asks for the token. The token is best a secret option.',
    answer: 'Log driver splunk requires options: splunk-token',
    source: reported('hashicorp/terraform-provider-aws', 8596),
    examples: {
      good: [
        {
          title: 'A token from a secret',
          task: fargate(
            {},
            log('splunk', SPLUNK, { secretOptions: [{ name: 'splunk-token', valueFrom: SECRET }] }),
          ),
        },
      ],
      bad: [
        { title: 'No token', task: fargate({}, log('splunk', SPLUNK)) },
        { title: 'No address', task: ec2({}, log('splunk', { 'splunk-token': 'x' })) },
      ],
    },
    *check(reading) {
      for (const container of loggingBy(reading, 'splunk')) {
        yield* lackingOptions(
          reading,
          container,
          ['splunk-url', 'splunk-token'],
          'splunk needs both an address and a token',
        );
      }
    },
  },
];

function driverFix(path: Path, driver: string): Fix {
  return { label: `Use ${driver}`, safe: false, edits: [{ op: 'set', path, value: driver }] };
}

/** The router of the task where it has one that nobody uses yet, else no log configuration. */
function otherDriver(reading: Reading, at: Path, called: string): Fix {
  const containers = containersOf(reading);
  const router = containers.some(({ definition }) => definition.firelensConfiguration);
  const used = containers.some(({ definition }) => definition.logConfiguration?.logDriver === 'awsfirelens');
  const path = [...at, 'logConfiguration'];
  if (router && !used) return driverFix([...path, 'logDriver'], 'awsfirelens');
  return { label: `Remove the log configuration of ${called}`, safe: false, edits: [{ op: 'remove', path }] };
}
