/** All 42 members of a container definition, in the order of an inspector: group by group. */
import type { ContainerDefinition } from '../containerDefinition.ts';
import { advanced } from './container/advanced.ts';
import { environment } from './container/environment.ts';
import { general } from './container/general.ts';
import { health } from './container/health.ts';
import { logging } from './container/logging.ts';
import { ports } from './container/ports.ts';
import { resources } from './container/resources.ts';
import { security } from './container/security.ts';
import { startAndStop } from './container/startAndStop.ts';
import { storage } from './container/storage.ts';
import type { FieldsFor } from './field.ts';

export const containerFields = {
  ...general,
  ...ports,
  ...environment,
  ...health,
  ...startAndStop,
  ...storage,
  ...logging,
  ...security,
  ...resources,
  ...advanced,
} satisfies FieldsFor<ContainerDefinition>;

/** The headings under which a container's members stand, in order. */
export const containerGroups = [
  'General',
  'Ports',
  'Environment and secrets',
  'Health check',
  'Start and stop',
  'Storage',
  'Logging',
  'Security and Linux',
  'Resources',
  'Advanced',
] as const;
