/** Members of a container definition that say when it starts, ends and starts again. */
import type {
  ContainerDefinition,
  ContainerDependency,
  ContainerRestartPolicy,
} from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

const dependency = fieldsOf<ContainerDependency>(
  { type: 'ContainerDependency' },
  {
    containerName: {
      kind: 'text',
      format: 'containerName',
      label: 'Container',
      required: 'client',
      help: 'The container of this task that is waited for.',
    },
    condition: {
      kind: 'enum',
      label: 'Condition',
      required: 'client',
      help: 'What must hold before this container is pulled and started. It is not looked at again once it runs.',
      values: {
        START: 'is running, or has run',
        COMPLETE: 'has exited, with any code',
        SUCCESS: 'has exited with code 0',
        HEALTHY: 'passes its health check',
      },
    },
  },
);

const restartPolicy = fieldsOf<ContainerRestartPolicy>(
  { type: 'ContainerRestartPolicy' },
  {
    enabled: {
      kind: 'boolean',
      label: 'Restart',
      required: 'client',
      help: 'Whether ECS starts the container again, in the same task, when it exits by itself.',
    },
    ignoredExitCodes: {
      kind: 'list',
      label: 'Ignored exit codes',
      maxItems: 50,
      help: 'Exit codes after which it is not restarted, at most 50. Put 0 here if a clean end shall be an end.',
      item: { kind: 'exitCode', label: 'Exit code', min: 0, max: 255, help: 'A code from 0 to 255.' },
    },
    restartAttemptPeriod: {
      kind: 'seconds',
      label: 'Restart attempt period',
      default: 300,
      min: 60,
      max: 1800,
      help: 'How long the container must have run for its exit to be followed by a restart, 60 to 1800 seconds; 300 unless you say otherwise. It is no pause: an exit that comes sooner is final.',
    },
  },
);

export const startAndStop = fieldsOf<
  Pick<ContainerDefinition, 'essential' | 'dependsOn' | 'startTimeout' | 'stopTimeout' | 'restartPolicy'>
>(
  { type: 'ContainerDefinition', group: 'Start and stop' },
  {
    essential: {
      kind: 'boolean',
      label: 'Essential',
      default: true,
      help: 'When an essential container stops, whatever its exit code, the whole task stops. A container is essential unless you say otherwise, and each task needs at least one.',
    },
    dependsOn: {
      kind: 'list',
      label: 'Waits for',
      table: true,
      help: 'The containers that this one waits for; all conditions must hold. At stop the order is reversed: a container is stopped after all that wait for it.',
      capacityNote: 'On Fargate for Linux from platform version 1.3.0, on EC2 from agent 1.26.0.',
      item: {
        kind: 'structure',
        label: 'Dependency',
        help: 'A container and a condition.',
        fields: dependency,
      },
    },
    startTimeout: {
      kind: 'seconds',
      label: 'Start timeout',
      min: 0,
      fargate: { min: 2, max: 120 },
      help: 'How long others wait for this container to be COMPLETE, SUCCESS or HEALTHY, counted from its start; then they are given up, and the task stops if one of them is essential. 2 to 120 seconds on Fargate; no limit unless you set one.',
    },
    stopTimeout: {
      kind: 'seconds',
      label: 'Stop timeout',
      default: 30,
      min: 0,
      fargate: { min: 2, max: 120 },
      help: 'Seconds between the stop signal and the kill. 30 unless you, or the settings of an EC2 host, say otherwise; 2 to 120 on Fargate.',
    },
    restartPolicy: {
      kind: 'structure',
      label: 'Restart policy',
      help: 'Starts this one container again when it exits, without replacing the task. It reacts to exits, not to bad health, and not while the task stops.',
      capacities: on('y', 'n', 'y', '?', 'y'),
      capacityNote:
        'On Fargate from platform version 1.4.0, on EC2 from agent 1.86.0; not for Windows on Fargate.',
      fields: restartPolicy,
    },
  },
);
