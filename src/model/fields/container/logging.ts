/** Members of a container definition about its logs. */
import type {
  ContainerDefinition,
  FirelensConfiguration,
  LogConfiguration,
} from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';
import { secret } from '../secret.ts';

const logConfiguration = fieldsOf<LogConfiguration>(
  { type: 'LogConfiguration' },
  {
    logDriver: {
      kind: 'enum',
      label: 'Log driver',
      required: 'client',
      help: 'What takes the lines that the process prints. Fargate takes awslogs, splunk and awsfirelens, Managed Instances json-file as well, EC2 all that its agent offers.',
      values: {
        awslogs: 'to CloudWatch Logs',
        awsfirelens: 'to the log router of this task',
        splunk: 'to a Splunk HTTP event collector',
        fluentd: 'to a Fluentd over the network',
        gelf: 'to Graylog or Logstash',
        journald: 'to the journal of the host',
        'json-file': 'to a file on the host',
        syslog: 'to a syslog server',
      },
    },
    options: {
      kind: 'map',
      label: 'Options',
      help: 'Settings of the driver. awslogs needs a group and a Region, on Fargate a stream prefix too; with awsfirelens they choose the output of the router.',
    },
    secretOptions: {
      kind: 'list',
      label: 'Secret options',
      table: true,
      help: 'Options whose values ECS fetches from Secrets Manager or Parameter Store with the execution role, such as an API key.',
      item: {
        kind: 'structure',
        label: 'Secret',
        help: 'An option and where its value lies.',
        fields: secret,
      },
    },
  },
);

const firelensConfiguration = fieldsOf<FirelensConfiguration>(
  { type: 'FirelensConfiguration' },
  {
    type: {
      kind: 'enum',
      label: 'Router',
      required: 'client',
      help: 'The program in the image, so that ECS writes the right configuration for it.',
      values: { fluentbit: 'Fluent Bit', fluentd: 'Fluentd' },
    },
    options: {
      kind: 'map',
      label: 'Options',
      help: 'Settings for the configuration that ECS writes: enable-ecs-log-metadata (true unless you say otherwise) adds cluster, task and definition to each line; config-file-type, file or s3, and config-file-value add a configuration of your own. Fargate takes no s3.',
    },
  },
);

export const logging = fieldsOf<Pick<ContainerDefinition, 'logConfiguration' | 'firelensConfiguration'>>(
  { type: 'ContainerDefinition', group: 'Logging' },
  {
    logConfiguration: {
      kind: 'structure',
      label: 'Logs',
      help: 'Where the output of the container goes. Without it Fargate keeps nothing, and EC2 does what its Docker is set to.',
      capacities: on('c', 'c', 'c', 'c', 'c'),
      capacityNote: 'Which drivers there are depends on the capacity.',
      fields: logConfiguration,
    },
    firelensConfiguration: {
      kind: 'structure',
      label: 'FireLens',
      help: 'Makes this container the log router of the task: what others send with awsfirelens arrives here. At most one, and at least one container must send. Its own logs need another driver.',
      capacities: on('y', 'n', 'y', '?', 'y'),
      linuxOnly: false,
      fields: firelensConfiguration,
    },
  },
);
