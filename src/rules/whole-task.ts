/** Where images come from, and what is said once for the whole task. */

import { isFargateSize, parseCpu, parseMemory } from '../model/fargateSizes.ts';
import { parseImage } from '../model/image.ts';
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { listed } from './terms/words.ts';

/** In reading order. */
export const wholeTaskRules: readonly Rule[] = [
  {
    id: 'capacity-not-said',
    severity: 'info',
    title: 'ECS is not told what the task runs on',
    why: 'Without requiresCompatibilities ECS registers the task without looking whether Fargate could run it; RunTask and CreateService then refuse it. With it the mistakes show at once.',
    alsoAnswers: ['Task definition does not support launch_type FARGATE.'],
    source: api('RegisterTaskDefinition', 'requiresCompatibilities'),
    examples: {
      good: [
        { title: 'Said', task: fargate() },
        { title: 'Nothing points to Fargate', task: ec2({ requiresCompatibilities: undefined }) },
      ],
      bad: [{ title: 'A size of Fargate and awsvpc', task: fargate({ requiresCompatibilities: undefined }) }],
    },
    *check(reading) {
      const path = ['requiresCompatibilities'];
      const { requiresCompatibilities, networkMode, cpu = '', memory = '' } = reading.task;
      if (!missing(reading, path, requiresCompatibilities) || networkMode !== 'awsvpc') return;
      const size = [parseCpu(cpu), parseMemory(memory)] as const;
      if (size[0] === undefined || size[1] === undefined || !isFargateSize(size[0], size[1])) return;
      yield {
        path,
        message:
          'The task looks as if it were for Fargate and does not say so, so ECS does not check it for that: add "requiresCompatibilities", or choose what it should be checked for.',
      };
    },
  },
  {
    id: 'docker-hub',
    severity: 'info',
    title: 'An image of Docker Hub',
    why: 'Docker Hub limits how often an address may pull without logging in. Behind a NAT gateway all tasks share one address, and one day new ones do not start.',
    source: from(
      'Docker documentation, pull usage and limits',
      'https://docs.docker.com/docker-hub/usage/pulls/',
    ),
    examples: {
      good: [
        {
          title: 'The same image from a mirror',
          task: ec2({}, { image: 'public.ecr.aws/docker/library/nginx:1.27' }),
        },
        {
          title: 'With credentials',
          task: fargate(
            {},
            {
              image: 'shop/api:1',
              repositoryCredentials: {
                credentialsParameter: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:hub-AbC123',
              },
            },
          ),
        },
      ],
      bad: [{ title: 'No registry', task: ec2({}, { image: 'nginx:1.27' }) }],
    },
    *check(reading) {
      const hub = containersOf(reading).filter(({ definition, at }) => {
        if (!definition.image || definition.repositoryCredentials || !known(reading, [...at, 'image']))
          return false;
        const { registry = 'docker.io', repository } = parseImage(definition.image);
        return (
          repository !== '' &&
          /^(registry-1\.|index\.)?docker\.io$/.test(registry) &&
          /^[\w./-]+$/.test(repository)
        );
      });
      const [first] = hub;
      if (!first) return;
      const names = listed(hub.map(({ called }) => called));
      yield {
        path: [...first.at, 'image'],
        message: `${names} ${hub.length > 1 ? 'pull' : 'pulls'} from Docker Hub, which limits pulls without a login: use public.ecr.aws, a pull-through cache of ECR, or credentials.`,
      };
    },
  },
  {
    id: 'version-consistency-off',
    severity: 'warning',
    title: 'Tasks of one deployment may run different code',
    why: 'With versionConsistency disabled the tag is looked up anew for every task. When it moves in the middle of a deployment, old and new code run side by side.',
    source: api('ContainerDefinition', 'versionConsistency'),
    examples: {
      good: [
        {
          title: 'On a container that is not essential',
          task: fargate({}, {}, { essential: false, versionConsistency: 'disabled' }),
        },
      ],
      bad: [{ title: 'On the app', task: fargate({}, { versionConsistency: 'disabled' }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'versionConsistency'];
        if (definition.versionConsistency !== 'disabled' || definition.essential === false) continue;
        if (parseImage(definition.image ?? '').digest !== undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `ECS looks up the image tag of ${called} anew for every task, so tasks of one deployment may differ: leave "versionConsistency" out, or pin a digest.`,
          fix: { label: 'Pin one image for each deployment', safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'fault-injection-on',
    severity: 'info',
    title: 'Faults can be injected into this task',
    why: 'enableFaultInjection opens an endpoint in every container at which anything inside can slow down or cut the network of the task. It belongs in tests.',
    source: api('RegisterTaskDefinition', 'enableFaultInjection'),
    examples: {
      good: [{ title: 'Switched off', task: fargate({ enableFaultInjection: false }) }],
      bad: [{ title: 'Switched on', task: fargate({ enableFaultInjection: true }) }],
    },
    *check(reading) {
      const path = ['enableFaultInjection'];
      if (reading.task.enableFaultInjection !== true || !known(reading, path)) return;
      yield {
        path,
        message:
          'Every container of the task can disturb its network by fault injection: keep this to test environments.',
      };
    },
  },
  {
    id: 'port-both-protocols',
    severity: 'info',
    title: 'One port for tcp and udp',
    why: 'The task can be registered, but a service with a load balancer on that port cannot be created: "Container port 53 is used in more than one port mapping".',
    alsoAnswers: ['Container port 53 is used in more than one port mapping for container coredns.'],
    source: from(
      'terraform-aws-modules/terraform-aws-ecs #89',
      'https://github.com/terraform-aws-modules/terraform-aws-ecs/issues/89',
    ),
    examples: {
      good: [
        {
          title: 'Two ports',
          task: fargate(
            {},
            { portMappings: [{ containerPort: 53, protocol: 'udp' }, { containerPort: 8053 }] },
          ),
        },
      ],
      bad: [
        {
          title: 'One port',
          task: fargate(
            {},
            {
              portMappings: [
                { containerPort: 53, protocol: 'udp' },
                { containerPort: 53, protocol: 'tcp' },
              ],
            },
          ),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const seen = new Map<number, string>();
        for (const [{ containerPort, protocol = 'tcp' }, index] of items(definition.portMappings)) {
          const path = [...at, 'portMappings', index];
          if (containerPort === undefined || !known(reading, path)) continue;
          const other = seen.get(containerPort);
          seen.set(containerPort, protocol);
          if (other === undefined || other === protocol) continue;
          yield {
            path: [...path, 'containerPort'],
            message: `${called} maps port ${containerPort} for tcp and for udp, which a service with a load balancer on it does not take: use two ports, if it is to have one.`,
          };
        }
      }
    },
  },
];
