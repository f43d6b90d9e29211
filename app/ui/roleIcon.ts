import type { IconName } from './icons.ts';

/** The glyph of each role that a container can have. */
export const roleIcon = {
  app: 'container',
  init: 'init',
  proxy: 'proxy',
  logRouter: 'logRouter',
  telemetry: 'telemetry',
  webServer: 'webServer',
  worker: 'worker',
  cache: 'cache',
  database: 'database',
  agent: 'agent',
  container: 'box',
} as const satisfies Readonly<Record<string, IconName>>;
