/** The log drivers: where each takes lines, which capacities have it, and the options that it knows. */
import type { LogDriver } from './containerDefinition.ts';
import type { Compatibility } from './taskDefinition.ts';

export interface LogOption {
  readonly name: string;
  /** Own words, one sentence. */
  readonly help: string;
  /** `FARGATE`: only there. A secret option of the name does as well. */
  readonly required?: 'always' | 'FARGATE';
  readonly values?: readonly string[];
  /** What holds without it. */
  readonly default?: string;
  /** Should come from `secretOptions`. */
  readonly secret?: boolean;
}

export interface LogDriverInfo {
  readonly id: LogDriver;
  /** "CloudWatch Logs", "FireLens router". */
  readonly label: string;
  readonly capacities: readonly Compatibility[];
  readonly options: readonly LogOption[];
  /** ECS refuses a key that is not among the options; other drivers take any. */
  readonly closed?: boolean;
}

/** Options that every driver takes. Source: API reference LogConfiguration, read 2026-11-23. */
export const commonLogOptions: readonly LogOption[] = [
  {
    name: 'mode',
    help: 'What happens when the destination is slow: non-blocking keeps lines in a buffer and drops what does not fit, blocking makes the process wait.',
    values: ['non-blocking', 'blocking'],
    default: 'non-blocking',
  },
  {
    name: 'max-buffer-size',
    help: 'The size of that buffer, such as 25m. Only with mode non-blocking.',
    default: '10m',
  },
];

const everywhere: readonly Compatibility[] = ['FARGATE', 'EC2', 'MANAGED_INSTANCES', 'EXTERNAL'];
const hosts: readonly Compatibility[] = ['EC2', 'EXTERNAL'];

const dockerOptions: readonly LogOption[] = [
  { name: 'tag', help: 'What marks the lines of this container; may hold Docker’s placeholders.' },
  { name: 'labels', help: 'Docker labels to send along, with commas between them.' },
  { name: 'env', help: 'Environment variables to send along, with commas between them.' },
];

/** By how often they are met. Options of Docker's own drivers are the common ones, not all. */
export const logDrivers: readonly LogDriverInfo[] = [
  {
    id: 'awslogs',
    label: 'CloudWatch Logs',
    capacities: everywhere,
    closed: true,
    options: [
      {
        name: 'awslogs-group',
        required: 'always',
        help: 'The log group. It must exist unless it is to be created.',
      },
      { name: 'awslogs-region', required: 'always', help: 'The Region of the log group.' },
      {
        name: 'awslogs-stream-prefix',
        required: 'FARGATE',
        help: 'Makes streams readable: prefix/container/task id. Fargate demands it.',
      },
      {
        name: 'awslogs-create-group',
        help: 'Creates the group when it is missing; the execution role then needs logs:CreateLogGroup. Only true or left out.',
        values: ['true'],
      },
      {
        name: 'awslogs-datetime-format',
        help: 'Joins lines up to the next that begins with a time of this strftime format. Not together with a multiline pattern.',
      },
      {
        name: 'awslogs-multiline-pattern',
        help: 'Joins lines up to the next that fits this regular expression. Not together with a date format.',
      },
    ],
  },
  {
    id: 'awsfirelens',
    label: 'FireLens router',
    capacities: everywhere,
    options: [
      { name: 'Name', help: 'The output plug-in of Fluent Bit, such as cloudwatch_logs, datadog or http.' },
      {
        name: 'log-driver-buffer-limit',
        help: 'How many bytes may wait for the router, 1 MiB unless you say otherwise; what does not fit is lost.',
        default: '1048576',
      },
    ],
  },
  {
    id: 'splunk',
    label: 'Splunk',
    capacities: everywhere,
    options: [
      { name: 'splunk-url', required: 'always', help: 'The address of the HTTP event collector.' },
      {
        name: 'splunk-token',
        required: 'always',
        secret: true,
        help: 'The token of the collector; best as a secret option.',
      },
      { name: 'splunk-index', help: 'The index to write to.' },
      { name: 'splunk-source', help: 'The source of the events.' },
      { name: 'splunk-sourcetype', help: 'The type of the source.' },
      {
        name: 'splunk-format',
        help: 'How a line is sent.',
        values: ['inline', 'json', 'raw'],
        default: 'inline',
      },
      {
        name: 'splunk-insecureskipverify',
        help: 'Leaves the certificate unchecked.',
        values: ['true', 'false'],
      },
      ...dockerOptions,
    ],
  },
  {
    id: 'json-file',
    label: 'File on the host (json-file)',
    capacities: ['EC2', 'MANAGED_INSTANCES', 'EXTERNAL'],
    options: [
      {
        name: 'max-size',
        help: 'The size at which a new file begins, such as 10m; without it a file grows for ever.',
      },
      { name: 'max-file', help: 'How many files are kept.' },
      ...dockerOptions,
    ],
  },
  {
    id: 'fluentd',
    label: 'Fluentd over the network',
    capacities: hosts,
    options: [
      { name: 'fluentd-address', help: 'Host and port, or a socket.', default: 'localhost:24224' },
      {
        name: 'fluentd-async',
        help: 'Starts the container even if Fluentd cannot be reached.',
        values: ['true', 'false'],
      },
      ...dockerOptions,
    ],
  },
  {
    id: 'gelf',
    label: 'Graylog (GELF)',
    capacities: hosts,
    options: [{ name: 'gelf-address', help: 'udp://host:port or tcp://host:port.' }, ...dockerOptions],
  },
  {
    id: 'syslog',
    label: 'Syslog',
    capacities: hosts,
    options: [
      { name: 'syslog-address', help: 'The server, such as udp://host:514; the host’s own without it.' },
      { name: 'syslog-facility', help: 'The facility, such as daemon.' },
      ...dockerOptions,
    ],
  },
  { id: 'journald', label: 'Journal of the host', capacities: hosts, options: dockerOptions },
];

/** What is known of a driver. */
export function logDriverInfo(driver: LogDriver): LogDriverInfo | undefined {
  return logDrivers.find(({ id }) => id === driver);
}

/** The drivers that all of these capacities have. */
export function logDriversFor(wanted: readonly Compatibility[]): readonly LogDriverInfo[] {
  return logDrivers.filter((driver) => wanted.every((one) => driver.capacities.includes(one)));
}
