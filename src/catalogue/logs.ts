/** Log drivers to send a container's output through. */
import type { LogTemplate } from './entry.ts';

/** The drivers in the order of the palette. */
export const logTemplates: readonly LogTemplate[] = [
  {
    id: 'cloudwatch',
    title: 'CloudWatch',
    driver: 'awslogs',
    why: 'Lines go straight to a CloudWatch log group.',
  },
  {
    id: 'router',
    title: 'The router',
    driver: 'awsfirelens',
    why: 'Lines go to the FireLens router of the task, which sends them on.',
  },
  { id: 'splunk', title: 'Splunk', driver: 'splunk', why: 'Lines go to a Splunk HTTP Event Collector.' },
  {
    id: 'json-file',
    title: 'json-file',
    driver: 'json-file',
    why: 'Lines stay in files on the instance.',
    onlyOn: ['EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
  },
  {
    id: 'journald',
    title: 'journald',
    driver: 'journald',
    why: 'Lines go to the journal of the instance.',
    onlyOn: ['EC2', 'EXTERNAL'],
  },
  {
    id: 'syslog',
    title: 'syslog',
    driver: 'syslog',
    why: 'Lines go to a syslog server.',
    onlyOn: ['EC2', 'EXTERNAL'],
  },
  {
    id: 'fluentd',
    title: 'fluentd',
    driver: 'fluentd',
    why: 'Lines go to a Fluentd outside the task.',
    onlyOn: ['EC2', 'EXTERNAL'],
  },
  {
    id: 'gelf',
    title: 'gelf',
    driver: 'gelf',
    why: 'Lines go to Graylog or Logstash.',
    onlyOn: ['EC2', 'EXTERNAL'],
  },
];
