/** Tasks that several tests live through. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { defaultScenario } from '../defaults.ts';
import type { ContainerRun, Run } from '../run.ts';
import type { Behaviour, Environment, Scenario } from '../scenario.ts';
import { simulate } from '../simulate.ts';
import { containerOf } from '../stateAt.ts';

/** Init container, proxy with health check, log router, app. */
export const payments: TaskDefinition = {
  family: 'payments',
  containerDefinitions: [
    {
      name: 'secrets-init',
      image: 'acme/secrets-init:1.0',
      essential: false,
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared' }],
    },
    {
      name: 'envoy',
      image: 'envoyproxy/envoy:v1.31-latest',
      essential: true,
      healthCheck: { command: ['CMD-SHELL', 'true'], interval: 5, timeout: 2, retries: 3, startPeriod: 10 },
    },
    {
      name: 'log-router',
      image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
      essential: true,
      firelensConfiguration: { type: 'fluentbit' },
      logConfiguration: { logDriver: 'awslogs' },
    },
    {
      name: 'app',
      image: 'acme/payments:1.0',
      essential: true,
      dependsOn: [
        { containerName: 'secrets-init', condition: 'SUCCESS' },
        { containerName: 'envoy', condition: 'HEALTHY' },
      ],
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }],
      logConfiguration: { logDriver: 'awsfirelens' },
    },
  ],
  volumes: [{ name: 'shared' }],
};

/** A task of these containers. */
export function taskOf(...containerDefinitions: ContainerDefinition[]): TaskDefinition {
  return { family: 'task', containerDefinitions };
}

/** The default scenario of the task with these behaviours and settings. */
export function scenarioWith(
  task: TaskDefinition,
  behaviours: Readonly<Record<string, Behaviour>>,
  more: Partial<Scenario> & { readonly environment?: Environment } = {},
): Scenario {
  return { ...defaultScenario(task), behaviours, ...more };
}

/** The container of a run; fails for a key that it does not have. */
export function container(run: Run, key: string): ContainerRun {
  const found = containerOf(run, key);
  if (!found) throw new Error(`no container ${key} in the run`);
  return found;
}

/** A run of the task with these behaviours. */
export function runOf(
  task: TaskDefinition,
  behaviours: Readonly<Record<string, Behaviour>> = {},
  more: Partial<Scenario> = {},
): Run {
  return simulate(task, scenarioWith(task, behaviours, more));
}
