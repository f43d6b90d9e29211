import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { whatBecomes } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

/** Who may die alone, and who takes the task along. */
export const essential: Lesson = {
  id: 'essential',
  title: 'Essential, and how far a death reaches',
  teaches: 'You can say for each container whether the task may go on without it.',
  story: [
    'A web shop runs three containers. The web server is what customers need. The metrics agent sends figures to a dashboard. The log shipper carries the audit log, without which the shop must not sell.',
    'The metrics agent has a leak: every few minutes it exits with code 1. Each time, the whole task stops.',
  ],
  start: onFargate({
    family: 'shop',
    containerDefinitions: [
      {
        name: 'web',
        image: 'acme/shop:4.2',
        portMappings: [{ containerPort: 8080 }],
        logConfiguration: awslogs('/ecs/shop', 'web'),
      },
      { name: 'metrics', image: 'acme/metrics-agent:1.9', logConfiguration: awslogs('/ecs/shop', 'metrics') },
      {
        name: 'audit-log',
        image: 'acme/audit-shipper:2.0',
        essential: false,
        logConfiguration: awslogs('/ecs/shop', 'audit'),
      },
    ],
  }),
  scenarios: [plan({ metrics: { exits: { afterSeconds: 240, code: 1 } } })],
  questions: [
    whatBecomes('The definition says nothing about essential for metrics. What becomes of the task?'),
  ],
  steps: [
    {
      text: 'Let the task live on when metrics dies.',
      goals: [{ id: 'task-keeps-running', args: {} }],
      hints: [
        'What does ECS assume of a container that does not say whether it is essential?',
        'A container without the member counts as essential. The switch on its card changes that.',
        'Switch metrics to Not essential.',
      ],
      solution: [setEssential('container:metrics', false)],
    },
    {
      text: 'Without the audit log the shop must not sell: have the task stop when audit-log stops.',
      goals: [{ id: 'container-is-essential', args: { container: 'audit-log', is: 'essential' } }],
      hints: [
        'It is the same switch, the other way round.',
        'Switch audit-log to Essential: then its end is the end of the task, and the service starts a new one.',
      ],
      solution: [setEssential('container:audit-log', true)],
    },
  ],
  keep: [{ id: 'container-is-essential', args: { container: 'web', is: 'essential' } }],
  wrong: [
    {
      says: 'Only metrics is let go: the shop still sells without its audit log.',
      changes: [setEssential('container:metrics', false)],
    },
    {
      says: 'A restart policy looks like the cure. The container comes back, but a death within the first five minutes is final, and it is still essential.',
      changes: [
        put('Restart metrics when it exits', 'metrics', { restartPolicy: { enabled: true } }),
        setEssential('container:audit-log', true),
      ],
    },
    {
      says: 'With everything but the audit log not essential, the task goes on when the web server is dead.',
      changes: [
        setEssential('container:metrics', false),
        setEssential('container:audit-log', true),
        setEssential('container:web', false),
      ],
    },
  ],
  terms: ['essential', 'task', 'restartPolicy'],
  learnt:
    'Whatever an essential container exits with, 0 too, the task stops with it. What is not essential may come and go, and nobody tells you.',
};
