import { expect, it } from 'vitest';
import { graph } from '../../model/graph.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { startWaves } from '../../model/waves.ts';
import { layout } from '../layout.ts';
import { canvasSvg } from './canvasSvg.ts';

function wordsOf(task: TaskDefinition): readonly string[] {
  const drawn = graph(task);
  const places = layout(drawn, { waves: startWaves(task), density: 'full' });
  const svg = canvasSvg(places, drawn, { theme: 'light', title: 'a task' });
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

it('says on each card what the card on screen says', () => {
  const words = wordsOf({
    volumes: [{ name: 'shared' }],
    containerDefinitions: [
      {
        name: 'router',
        firelensConfiguration: { type: 'fluentbit' },
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'own' } },
      },
      {
        name: 'app',
        memory: 256,
        portMappings: [{ containerPort: 80 }, { containerPort: 443 }],
        healthCheck: { command: ['CMD', 'true'], interval: 5 },
        mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }],
        logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog' } },
      },
    ],
  });
  expect(words).toContain('check every 5 s · :80, 443 · 256 MiB');
  expect(words).toContain('/shared ro · logs to router');
  expect(words).toContain('logs to CloudWatch (its own)');
});

it('says nothing in the lower half of a card of which nothing is known', () => {
  expect(wordsOf({ containerDefinitions: [{ name: 'bare' }] })).toEqual(['Task', 'bare', 'App · Essential']);
});
