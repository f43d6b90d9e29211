/** Helpers that watch: collectors and agents of AWS and others. */
import { parseImage } from '../model/image.ts';
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate, TASK_ROLE } from './terms/examples.ts';
import { from } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known } from './terms/view.ts';

const XRAY = 'public.ecr.aws/xray/aws-xray-daemon:3.3.14';
const ADOT = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1';
const DATADOG = 'public.ecr.aws/datadog/agent:7';
const XRAY_GUIDE = from(
  'AWS X-Ray developer guide',
  'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html',
);

/** In reading order. */
export const telemetryRules: readonly Rule[] = [
  {
    id: 'xray-daemon-eol',
    severity: 'warning',
    title: 'The X-Ray daemon is on its way out',
    why: 'The daemon and the X-Ray SDKs have been in maintenance since 2026-02-25 and end on 2027-02-25. OpenTelemetry takes their place: the ADOT collector, or the CloudWatch agent.',
    source: XRAY_GUIDE,
    examples: {
      good: [
        {
          title: 'A collector',
          task: fargate({ taskRoleArn: TASK_ROLE }, {}, { image: ADOT }),
        },
      ],
      bad: [{ title: 'The daemon', task: fargate({ taskRoleArn: TASK_ROLE }, {}, { image: XRAY }) }],
    },
    *check(reading) {
      for (const { at, called } of running(reading, /(^|\/)aws-xray-daemon$/)) {
        yield {
          path: [...at, 'image'],
          message: `${called} runs the X-Ray daemon, whose support ends on 2027-02-25: move to the ADOT collector or the CloudWatch agent, which send traces to X-Ray as well.`,
        };
      }
    },
  },
  {
    id: 'xray-port',
    severity: 'warning',
    title: 'The X-Ray daemon cannot be reached',
    why: 'In bridge mode a container reaches another one by a mapped port or a link, and the X-Ray SDK sends to 2000/udp.',
    source: XRAY_GUIDE,
    examples: {
      good: [
        {
          title: 'Mapped',
          task: ec2({}, {}, { image: XRAY, portMappings: [{ containerPort: 2000, protocol: 'udp' }] }),
        },
        { title: 'With awsvpc all share one network', task: fargate({}, {}, { image: XRAY }) },
      ],
      bad: [
        {
          title: 'Mapped for tcp',
          task: ec2({}, {}, { image: XRAY, portMappings: [{ containerPort: 2000 }] }),
        },
      ],
    },
    *check(reading) {
      const mode = reading.task.networkMode ?? 'bridge';
      if (requiresFargate(reading) || mode !== 'bridge' || !known(reading, ['networkMode'])) return;
      for (const { definition, at, called, name } of running(reading, /(^|\/)aws-xray-daemon$/)) {
        const path = [...at, 'portMappings'];
        const open = items(definition.portMappings).some(
          ([{ containerPort, protocol }]) => containerPort === 2000 && protocol === 'udp',
        );
        const linked = containersOf(reading).some((other) =>
          items(other.definition.links).some(([link]) => link.split(':', 1)[0] === name),
        );
        if (open || linked || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} runs the X-Ray daemon without mapping 2000/udp, where the SDK of the app sends its traces: add that port mapping.`,
        };
      }
    },
  },
  {
    id: 'adot-unchecked',
    severity: 'info',
    title: 'Nobody asks the ADOT collector how it is',
    why: 'Its image brings a checker, /healthcheck. With a health check others can wait until it takes traces, and a collector that hangs is seen.',
    source: from('aws/aws-cdk #34389', 'https://github.com/aws/aws-cdk/issues/34389'),
    examples: {
      good: [
        {
          title: 'The checker of the image',
          task: fargate(
            { taskRoleArn: TASK_ROLE },
            {},
            { image: ADOT, healthCheck: { command: ['/healthcheck'] } },
          ),
        },
      ],
      bad: [{ title: 'No check', task: fargate({ taskRoleArn: TASK_ROLE }, {}, { image: ADOT }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of running(reading, /(^|\/)aws-otel-collector$/)) {
        const path = [...at, 'healthCheck'];
        if (definition.healthCheck || !known(reading, path)) continue;
        yield {
          path,
          message: `The ADOT collector ${called} has no health check: ["/healthcheck"], the checker of its image, tells whether it takes traces.`,
        };
      }
    },
  },
  {
    id: 'dd-env',
    severity: 'info',
    title: 'The Datadog agent must know that it is on Fargate',
    why: 'Without ECS_FARGATE=true the agent looks for the host and for Docker, finds neither, and collects no metrics of the containers.',
    source: from(
      'Datadog documentation, Amazon ECS on AWS Fargate',
      'https://docs.datadoghq.com/integrations/ecs_fargate/',
    ),
    examples: {
      good: [
        {
          title: 'Said',
          task: fargate({}, {}, { image: DATADOG, environment: [{ name: 'ECS_FARGATE', value: 'true' }] }),
        },
        { title: 'On EC2', task: ec2({}, {}, { image: DATADOG }) },
      ],
      bad: [{ title: 'Not said', task: fargate({}, {}, { image: DATADOG }) }],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const { definition, at, called } of running(reading, /(^|\/)datadog\/agent$/)) {
        const path = [...at, 'environment'];
        const said = items(definition.environment).some(([{ name }]) => name === 'ECS_FARGATE');
        if (said || definition.environmentFiles?.length || !known(reading, path)) continue;
        yield {
          path,
          message: `The Datadog agent ${called} is not told that it runs on Fargate: set the environment variable ECS_FARGATE to "true".`,
          fix: {
            label: 'Set ECS_FARGATE to true',
            safe: true,
            edits: [
              {
                op: 'insert',
                path: [...path, definition.environment?.length ?? 0],
                value: { name: 'ECS_FARGATE', value: 'true' },
              },
            ],
          },
        };
      }
    },
  },
];

function running(reading: Parameters<Rule['check']>[0], repository: RegExp): ContainerAt[] {
  return containersOf(reading).filter(({ definition, at }) => {
    const image = parseImage(definition.image ?? '');
    return repository.test(image.repository) && known(reading, [...at, 'image']);
  });
}
