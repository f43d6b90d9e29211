/** The proxy that Service Connect adds to a task. */
import type { ContainerDefinition } from '../model/containerDefinition.ts';
import type { ContainerKey } from './run.ts';

/** The key and the name of the added proxy in a run, unless a container of the task bears that name. */
export const SERVICE_CONNECT: ContainerKey = 'ecs-service-connect';

/** It is essential and has a health check of its own; its settings are not published, so these are the API's defaults. */
export const serviceConnectProxy: ContainerDefinition = {
  name: SERVICE_CONNECT,
  essential: true,
  healthCheck: {},
};
