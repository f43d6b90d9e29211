/** The health check of a container. */
import type { ContainerDefinition, HealthCheck } from '../../containerDefinition.ts';
import { fieldsOf } from '../field.ts';

const check = fieldsOf<HealthCheck>(
  { type: 'HealthCheck' },
  {
    command: {
      kind: 'list',
      label: 'Command',
      required: 'client',
      help: 'Runs inside the container; exit code 0 passes. The first item is CMD-SHELL, and then one line for the shell of the image, or CMD, and then one item a word.',
      item: { kind: 'longText', label: 'Word', help: 'CMD or CMD-SHELL first, then the command.' },
    },
    interval: {
      kind: 'seconds',
      label: 'Interval',
      default: 30,
      min: 5,
      max: 300,
      help: 'Seconds between two checks, 5 to 300; 30 unless you say otherwise. The first check comes one interval after the start, or sooner on hosts with Docker 25 while a start period runs.',
    },
    timeout: {
      kind: 'seconds',
      label: 'Timeout',
      default: 5,
      min: 2,
      max: 60,
      help: 'Seconds after which a check that has not ended counts as failed, 2 to 60; 5 unless you say otherwise.',
    },
    retries: {
      kind: 'count',
      label: 'Retries',
      default: 3,
      min: 1,
      max: 10,
      help: 'Failed checks in a row until the container is UNHEALTHY, 1 to 10; 3 unless you say otherwise. One passing check makes it HEALTHY again.',
    },
    startPeriod: {
      kind: 'seconds',
      label: 'Start period',
      default: 0,
      min: 0,
      max: 300,
      help: 'Seconds after the start in which failed checks are forgiven, 0 to 300; none unless you say otherwise. It does not put off the first check, and a check that passes counts at once.',
    },
  },
);

export const health = fieldsOf<Pick<ContainerDefinition, 'healthCheck'>>(
  { type: 'ContainerDefinition', group: 'Health check' },
  {
    healthCheck: {
      kind: 'structure',
      label: 'Health check',
      help: 'How ECS finds out whether the container works. A HEALTHCHECK in the image is not looked at. A service replaces a task whose essential container is UNHEALTHY; by itself the task runs on.',
      fields: check,
    },
  },
);
