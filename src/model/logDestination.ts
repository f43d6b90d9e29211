/** Where a log driver, or the output plug-in of a FireLens router, sends lines: read from its options. */
import type { LogConfiguration } from './containerDefinition.ts';
import type { Dictionary } from './taskDefinition.ts';

export interface LogDestination {
  /** What it is, as part of a node's name: a log driver or an output plug-in (`awslogs`, `json-file`, `datadog`). */
  readonly driver: string;
  readonly title: string;
  /** Group, host, bucket or stream; empty when unknown. */
  readonly detail: string;
  /** Tells two destinations of one detail apart (a region); never shown by itself. */
  readonly region: string;
}

/** An output plug-in: its name for people, and the options that name the destination, the first present one counting. */
interface Plugin {
  readonly driver: string;
  readonly title: string;
  readonly options: readonly string[];
}

const cloudWatch: Plugin = {
  driver: 'awslogs',
  title: 'CloudWatch',
  options: ['log_group_name', 'log_group_template'],
};
const firehose: Plugin = {
  driver: 'kinesis_firehose',
  title: 'Firehose',
  options: ['delivery_stream', 'delivery_stream_name'],
};
const kinesis: Plugin = { driver: 'kinesis_streams', title: 'Kinesis', options: ['stream', 'stream_name'] };
const newRelic: Plugin = { driver: 'newrelic', title: 'New Relic', options: ['endpoint', 'base_uri'] };
const elastic: Plugin = { driver: 'es', title: 'Elasticsearch', options: ['host', 'hosts', 'cloud_id'] };

/** By the `Name` of Fluent Bit and the `@type` of Fluentd. */
const plugins = new Map<string, Plugin>([
  ['cloudwatch', cloudWatch],
  ['cloudwatch_logs', cloudWatch],
  ['firehose', firehose],
  ['kinesis_firehose', firehose],
  ['kinesis', kinesis],
  ['kinesis_streams', kinesis],
  ['s3', { driver: 's3', title: 'S3', options: ['bucket', 's3_bucket'] }],
  ['opensearch', { driver: 'opensearch', title: 'OpenSearch', options: ['host', 'hosts'] }],
  ['es', elastic],
  ['elasticsearch', elastic],
  ['datadog', { driver: 'datadog', title: 'Datadog', options: ['host'] }],
  ['newrelic', newRelic],
  ['nrlogs', newRelic],
  ['splunk', { driver: 'splunk', title: 'Splunk', options: ['host'] }],
  ['splunk_hec', { driver: 'splunk', title: 'Splunk', options: ['hec_host'] }],
  ['loki', { driver: 'loki', title: 'Loki', options: ['host', 'url'] }],
  ['http', { driver: 'http', title: 'HTTP', options: ['host', 'endpoint'] }],
  ['forward', { driver: 'forward', title: 'Fluent forward', options: ['host'] }],
  ['opentelemetry', { driver: 'opentelemetry', title: 'OpenTelemetry', options: ['host'] }],
  ['kafka', { driver: 'kafka', title: 'Kafka', options: ['brokers'] }],
  ['gelf', { driver: 'gelf', title: 'Graylog', options: ['host'] }],
  ['syslog', { driver: 'syslog', title: 'Syslog', options: ['host'] }],
  ['logdna', { driver: 'logdna', title: 'LogDNA', options: ['logdna_host'] }],
  ['stdout', { driver: 'stdout', title: 'Router’s own output', options: [] }],
  ['null', { driver: 'null', title: 'Thrown away', options: [] }],
]);

/** Where a driver other than awsfirelens sends the lines of its container. */
export function driverDestination(configuration: LogConfiguration): LogDestination | undefined {
  const driver = configuration.logDriver;
  const option = (name: string) => configuration.options?.[name] ?? '';
  switch (driver) {
    case undefined:
    case 'awsfirelens':
      return undefined;
    case 'awslogs':
      return {
        driver,
        title: 'CloudWatch',
        detail: option('awslogs-group'),
        region: option('awslogs-region'),
      };
    case 'splunk':
      return { driver, title: 'Splunk', detail: hostOf(option('splunk-url')), region: '' };
    case 'fluentd':
      return {
        driver,
        title: 'Fluentd',
        detail: hostOf(option('fluentd-address')) || 'on the host',
        region: '',
      };
    case 'gelf':
      return { driver, title: 'Graylog', detail: hostOf(option('gelf-address')), region: '' };
    case 'syslog':
      return {
        driver,
        title: 'Syslog',
        detail: hostOf(option('syslog-address')) || 'on the host',
        region: '',
      };
    case 'json-file':
    case 'journald':
      return { driver, title: `Host’s ${driver}`, detail: '', region: '' };
    default:
      return unknownDriver(driver);
  }
}

/**
 * Where a router sends what a container gives it, by the `Name` (Fluent Bit, any case) or `@type` (Fluentd) among that
 * container's awsfirelens options; nothing when they name no output, because then the router's own file decides.
 */
export function outputDestination(options: Dictionary | undefined): LogDestination | undefined {
  const byName = new Map(Object.entries(options ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const name = (byName.get('name') ?? byName.get('@type') ?? '').trim();
  if (name === '') return undefined;
  const plugin = plugins.get(name.toLowerCase()) ?? {
    driver: name.toLowerCase(),
    title: name,
    options: ['host'],
  };
  const detail = plugin.options.map((option) => byName.get(option) ?? '').find((value) => value !== '') ?? '';
  return {
    driver: plugin.driver,
    title: plugin === elastic && /\.(es|aoss)\.amazonaws\.com/.test(detail) ? 'OpenSearch' : plugin.title,
    detail: hostOf(detail),
    region: byName.get('region') ?? byName.get('aws_region') ?? '',
  };
}

/** A driver that the type does not know cannot stand in the view; should one come, it is shown by its own name. */
function unknownDriver(driver: never): LogDestination {
  return { driver, title: String(driver), detail: '', region: '' };
}

/** `https://host/path` without its scheme and path; anything else as it is. */
function hostOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(address)?.[1] ?? address;
}
