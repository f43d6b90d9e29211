import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/tickets', prefix) });
const CHECK = {
  command: ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1'],
  interval: 5,
  timeout: 3,
  retries: 3,
  startPeriod: 20,
};

/** nginx in front, the app behind it on 127.0.0.1. */
export const proxyLoopback: Lesson = {
  id: 'proxy-loopback',
  title: 'A proxy in front, on the loopback',
  teaches: 'You can put a proxy before an app that nobody reaches otherwise.',
  story: [
    'nginx takes requests and hands them to the app on 127.0.0.1. Both listen on port 8080, and share one network: only one of the two can have it.',
    'The configuration of nginx points to 127.0.0.1:3000, and the app listens wherever its variable PORT says.',
  ],
  start: onFargate({
    family: 'tickets',
    containerDefinitions: [
      { name: 'nginx', image: 'nginx:1.27', portMappings: [{ containerPort: 8080 }], ...logs('nginx') },
      {
        name: 'app',
        image: 'acme/tickets:1.3',
        environment: [{ name: 'PORT', value: '8080' }],
        portMappings: [{ containerPort: 8080 }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [plan({ nginx: { pullSeconds: 1 }, app: { pullSeconds: 2, readyAfterSeconds: 7 } })],
  questions: [],
  steps: [
    {
      text: 'Move the app to port 3000. Nobody outside the task should reach it there, so it needs no port mapping.',
      goals: [
        { id: 'field-is', args: { container: 'app', field: 'environment.0.value', value: '3000' } },
        { id: 'no-finding', args: { rule: 'port-duplicate-awsvpc' } },
      ],
      hints: [
        'With awsvpc all containers of a task share 127.0.0.1, so each port can be used once.',
        'Set PORT of the app to 3000, and take its port mapping out: for the loopback none is needed.',
      ],
      solution: [
        put('Have app listen on 3000', 'app', { environment: [{ name: 'PORT', value: '3000' }] }),
        put('Map no port of app', 'app', { portMappings: undefined }),
      ],
    },
    {
      text: 'Let nginx take requests only when the app answers.',
      goals: [
        { id: 'container-waits-for', args: { container: 'nginx', other: 'app', condition: 'HEALTHY' } },
      ],
      hints: [
        'nginx is the one that waits here: it needs the app behind it.',
        'Give the app a health check on http://127.0.0.1:3000, then have nginx wait for it with HEALTHY.',
      ],
      solution: [
        put('Give app a health check', 'app', { healthCheck: CHECK }),
        connect('container:nginx', 'container:app', 'HEALTHY'),
      ],
    },
  ],
  keep: [
    { id: 'container-starts', args: { container: 'nginx', before: 60 } },
    { id: 'field-is', args: { container: 'nginx', field: 'portMappings.0.containerPort', value: 8080 } },
  ],
  wrong: [
    {
      says: 'The app listens elsewhere, but still maps 8080: ECS sees the same port twice.',
      changes: [
        put('Have app listen on 3000', 'app', { environment: [{ name: 'PORT', value: '3000' }] }),
        put('Give app a health check', 'app', { healthCheck: CHECK }),
        connect('container:nginx', 'container:app', 'HEALTHY'),
      ],
    },
    {
      says: 'nginx only waits until the app has started, and hands the first requests to nobody.',
      changes: [
        put('Have app listen on 3000', 'app', { environment: [{ name: 'PORT', value: '3000' }] }),
        put('Map no port of app', 'app', { portMappings: undefined }),
        connect('container:nginx', 'container:app', 'START'),
      ],
    },
    {
      says: 'The app waits for nginx: that is the wrong way round, and who waits for whom decides who may answer first.',
      changes: [
        put('Have app listen on 3000', 'app', { environment: [{ name: 'PORT', value: '3000' }] }),
        put('Map no port of app', 'app', { portMappings: undefined }),
        connect('container:app', 'container:nginx', 'START'),
      ],
    },
  ],
  terms: ['awsvpc', 'sidecar', 'HEALTHY'],
  learnt:
    'On the loopback containers reach each other without port mappings; a mapping is for the outside. Only what nginx maps can be reached.',
};
