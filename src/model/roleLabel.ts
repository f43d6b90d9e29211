/** What a container is for, in words. */
export type Role =
  | 'app'
  | 'init'
  | 'proxy'
  | 'logRouter'
  | 'telemetry'
  | 'webServer'
  | 'worker'
  | 'cache'
  | 'database'
  | 'agent'
  | 'container';

/** How a role is written on screen; "Container" where nothing is known. */
export const roleLabel: Readonly<Record<Role, string>> = {
  app: 'App',
  init: 'Init',
  proxy: 'Proxy',
  logRouter: 'Log router',
  telemetry: 'Telemetry',
  webServer: 'Web server',
  worker: 'Worker',
  cache: 'Cache',
  database: 'Database',
  agent: 'Agent',
  container: 'Container',
};
