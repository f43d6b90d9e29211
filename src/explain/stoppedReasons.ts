/** What the words mean with which ECS says why a task stopped or a container did not start. */
import { givenUpFor } from '../simulate/culprit.ts';

export interface StoppedReason {
  readonly id: string;
  readonly pattern: RegExp;
  /** What happened. */
  readonly means: string;
  /** What to look at or to change. */
  readonly todo: string;
  /** The member of the container or task that decides it, where one does. */
  readonly field?: string;
}

export interface Meaning extends Omit<StoppedReason, 'pattern'> {
  /** The container that the text names. */
  readonly container?: string;
}

/** From the particular to the general: the first that fits a text is its meaning. */
export const stoppedReasons: readonly StoppedReason[] = [
  {
    id: 'dependency-timed-out',
    pattern: /dependency .*has timed out/is,
    means:
      'The container was given up, because whom it waits for did not get there within its startTimeout. Nothing sent a signal, although the exit code is 143.',
    todo: 'Give the container that is waited for a longer startTimeout, or find out why it is late.',
    field: 'startTimeout',
  },
  {
    id: 'dependency-failed',
    pattern: /dependency .*did not exit successfully/is,
    means:
      'The container was given up, because it needs the SUCCESS of another one, which exited with a code other than 0.',
    todo: 'Look at the logs of the container that is waited for. If its failure may be ignored, wait for COMPLETE.',
    field: 'dependsOn',
  },
  {
    id: 'dependency-never-starts',
    pattern: /dependency .*will never start/is,
    means:
      'The container was given up, because whom it waits for could not be started or was given up itself.',
    todo: 'Look at the container that is waited for: the first cause is there.',
    field: 'dependsOn',
  },
  {
    id: 'dependencies-unresolved',
    pattern: /Task dependencies cannot be resolved/i,
    means:
      'The containers wait for each other in a circle, for one that does not exist, or for the health of one without a health check.',
    todo: 'Look at the problems of this task definition: they name the entry of dependsOn.',
    field: 'dependsOn',
  },
  {
    id: 'out-of-memory',
    pattern: /OutOfMemory|out of memory/i,
    means:
      'The container used more memory than its limit, or the task more than its own, and the kernel killed it: exit code 137.',
    todo: 'Raise memory of the container or of the task, or use less.',
    field: 'memory',
  },
  {
    id: 'pull-rate-limit',
    pattern: /toomanyrequests|pull rate limit|rate exceeded.*pull/i,
    means: 'The registry refused the image, since too many were pulled in a short time.',
    todo: 'Sign in by repositoryCredentials, or copy the image to ECR or take it from public.ecr.aws.',
    field: 'repositoryCredentials',
  },
  {
    id: 'image-not-found',
    pattern: /CannotPull\w*Error.*(not found|manifest unknown|does not exist|no such image)/is,
    means: 'The image or its tag is not in the registry.',
    todo: 'Check the image’s name, its tag, and its architecture.',
    field: 'image',
  },
  {
    id: 'pull-denied',
    pattern: /CannotPull\w*Error.*(denied|403|unauthorized|no basic auth|not authorized)/is,
    means: 'The registry did not let the task have the image.',
    todo: 'Let the execution role pull from ECR, or give repositoryCredentials.',
    field: 'executionRoleArn',
  },
  {
    id: 'pull-no-network',
    pattern:
      /CannotPull\w*Error.*(timeout|dial tcp|context canceled|deadline|request canceled|no such host)/is,
    means: 'The registry could not be reached from the subnet of the task.',
    todo: 'Give the subnet a way out: a NAT gateway, a public address, or endpoints for ECR and S3.',
    field: 'image',
  },
  {
    id: 'pull-no-space',
    pattern: /no space left on device/i,
    means: 'The disk is full: the images and what the containers write take more than there is.',
    todo: 'Raise ephemeralStorage, or use smaller images.',
    field: 'ephemeralStorage',
  },
  {
    id: 'pull-failed',
    pattern: /CannotPull\w*Error/i,
    means: 'The image could not be pulled, so the container never ran.',
    todo: 'Check the image’s name, the network of the subnet, and what the execution role may do.',
    field: 'image',
  },
  {
    id: 'secrets-failed',
    pattern: /ResourceInitializationError.*(secret|ssm|parameter)/is,
    means: 'ECS could not fetch a secret or a parameter before it started the containers.',
    todo: 'Let the execution role read it, check its ARN, and that the subnet reaches Secrets Manager or SSM.',
    field: 'secrets',
  },
  {
    id: 'efs-failed',
    pattern: /ResourceInitializationError.*(efs|mount|file system)/is,
    means: 'A file system could not be mounted.',
    todo: 'Check the file system’s id, its mount targets and security groups (port 2049), and the access point.',
    field: 'volumes',
  },
  {
    id: 'logs-failed',
    pattern:
      /ResourceInitializationError.*(log|awslogs)|failed to (create|initialize) log|log group does not exist/is,
    means: 'The log driver could not be set up.',
    todo: 'Create the log group or set awslogs-create-group, and let the execution role write to it.',
    field: 'logConfiguration',
  },
  {
    id: 'resources-failed',
    pattern: /ResourceInitializationError/i,
    means:
      'Something that the task needs before its containers could not be made: a secret, a network interface, a mount, a log stream.',
    todo: 'Read on in the text: it names the thing and the call that failed.',
  },
  {
    id: 'command-not-found',
    pattern:
      /CannotStartContainerError.*(executable file not found|no such file or directory|exec format error|permission denied)/is,
    means:
      'The process of the container could not be started: its command is not in the image, may not be run, or is made for another architecture.',
    todo: 'Check command and entryPoint, and that the image fits runtimePlatform.',
    field: 'command',
  },
  {
    id: 'cannot-create',
    pattern: /CannotCreateContainerError|CannotStartContainerError/i,
    means: 'The runtime refused to create or start the container, so it never ran and has no exit code.',
    todo: 'Read on in the text; often it is a mount, a device, or a command that is not there.',
  },
  {
    id: 'health-checks',
    pattern: /failed container health checks/i,
    means:
      'An essential container was UNHEALTHY, so the service replaced the task. ECS itself stops nothing for that.',
    todo: 'Look at the health check’s command and timing: startPeriod, interval, retries.',
    field: 'healthCheck',
  },
  {
    id: 'elb-health',
    pattern: /failed ELB health checks|target.*(deregistered|unhealthy)/i,
    means: 'The load balancer found the task unhealthy, so the service replaced it.',
    todo: 'Check the path, port and time limits of the target group, and healthCheckGracePeriodSeconds of the service.',
    field: 'portMappings',
  },
  {
    id: 'spot',
    pattern: /Spot (Task|interruption)|SpotInterruption/i,
    means: 'AWS took the Spot capacity back, two minutes after it gave notice by SIGTERM.',
    todo: 'Nothing is wrong with the task: let containers finish in stopTimeout.',
    field: 'stopTimeout',
  },
  {
    id: 'scaling',
    pattern: /Scaling activity initiated by|ServiceSchedulerInitiated|deployment/i,
    means: 'The service stopped the task: it scaled in, or a deployment replaced it.',
    todo: 'Nothing is wrong with the task itself.',
  },
  {
    id: 'by-user',
    pattern: /stopped by user|UserInitiated/i,
    means: 'Somebody, or a program, called StopTask.',
    todo: 'Nothing is wrong with the task itself.',
  },
  {
    id: 'essential-exited',
    pattern: /Essential container in task exited|EssentialContainerExited/i,
    means: 'An essential container ended, and with it the task; exit code 0 counts like any other.',
    todo: 'Find the essential container that left first, and look at its exit code and its logs.',
    field: 'essential',
  },
  {
    id: 'failed-to-start',
    pattern: /Task failed to start|TaskFailedToStart/i,
    means: 'The task was stopped before it was RUNNING.',
    todo: 'Look at the reasons of its containers: one of them could not be pulled or started, or was given up.',
  },
];

/** What a pasted reason or error text means; `undefined` for a text that nobody knows here. */
export function meaningOf(text: string): Meaning | undefined {
  const found = stoppedReasons.find(({ pattern }) => pattern.test(text));
  if (!found) return undefined;
  const { pattern: _, ...meaning } = found;
  const container = givenUpFor(text);
  return { ...meaning, ...(container !== undefined && { container }) };
}
