/** One task definition in the many ways in which people write it down. */

const TASK = {
  family: 'orders',
  executionRoleArn: 'arn:aws:iam::111122223333:role/orders-execution',
  networkMode: 'awsvpc',
  'x-team': { owner: 'orders', pager: [1, 2, { on: true }] },
  containerDefinitions: [
    {
      name: 'setup',
      image: 'acme/setup:3',
      essential: false,
      'x-note': 'kept',
      mountPoints: [{ sourceVolume: 'work', containerPath: '/work' }],
    },
    {
      name: 'web',
      image: 'acme/web:9',
      memory: 512,
      environment: [],
      mountPoints: [],
      dependsOn: [{ containerName: 'setup', condition: 'SUCCESS', 'x-why': 'files' }],
      links: ['cache:redis'],
      portMappings: [{ containerPort: 8080 }],
    },
    {
      name: 'cache',
      image: 'acme/cache:1',
      essential: true,
      memory: 128,
      volumesFrom: [{ sourceContainer: 'web', readOnly: true }],
      mountPoints: [{ sourceVolume: 'work', containerPath: '/data', readOnly: false }],
    },
  ],
  volumes: [{ name: 'work' }, { name: 'logs', host: { sourcePath: '/var/log' } }],
  proxyConfiguration: { type: 'APPMESH', containerName: 'web', properties: [] },
};

const two = JSON.stringify(TASK, null, 2);

/** Texts by name; all are whole and hold `setup`, `web`, `cache`, and the volumes `work` and `logs`. */
export const texts: Readonly<Record<string, string>> = {
  'two spaces': `${two}\n`,
  'four spaces, no last line break': JSON.stringify(TASK, null, 4),
  tabs: `${JSON.stringify(TASK, null, '\t')}\n`,
  'one line': JSON.stringify(TASK),
  'carriage returns': `${two}\n`.replaceAll('\n', '\r\n'),
  'odd spacing': JSON.stringify(TASK)
    .replaceAll(':{', ' :  {\n')
    .replaceAll(',"', ' ,\n   "')
    .replaceAll('[]', '[ ]'),
  'lines between empty brackets': two.replace(
    /^( *)(.*)\[\],$/gm,
    (_all, indent: string, name: string) => `${indent}${name}[\n\n${indent}      ],`,
  ),
  'one-line lists': two.replace(
    /\[\s*(\{[^[\]{}]*\})\s*\]/g,
    (_all, item: string) => `[ ${item.replace(/\s+/g, ' ')} ]`,
  ),
  'comments and last commas': two
    .replace('"networkMode"', '// where it runs\n  "networkMode"')
    .replace('"memory": 512,', '/* enough */ "memory": 512, // MiB')
    .replace('"properties": []', '"properties": [],'),
  'nulls, unknown and doubled members': two
    .replace(
      '"memory": 128',
      '"memory": 64,\n      "memory": 128,\n      "dependsOn": null,\n      "user": null',
    )
    .replace('"family"', '"revision": 7,\n  "tags": [],\n  "family"'),
  'below a member of the file': JSON.stringify({ note: 'mine', taskDefinition: TASK, tags: [] }, null, 2),
};
