/** Log routers, and tasks with one. */
import type { Reading } from '../../model/reading.ts';
import type { ContainerAt } from './view.ts';
import { containersOf, known } from './view.ts';

/** A container that logs through the router. */
export const ROUTED = {
  logConfiguration: {
    logDriver: 'awsfirelens',
    options: { Name: 'cloudwatch_logs', region: 'eu-central-1' },
  },
};

/** A router with these options. */
export const router = (options?: object) => ({
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
  firelensConfiguration: { type: 'fluentbit', ...(options && { options }) },
});

/** The routers of the task, as far as that is known; more than one is refused. */
export function routersOf(reading: Reading): ContainerAt[] {
  return containersOf(reading).filter(
    ({ definition, at }) =>
      definition.firelensConfiguration !== undefined && known(reading, [...at, 'firelensConfiguration']),
  );
}
