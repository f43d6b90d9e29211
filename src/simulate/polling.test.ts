import { describe, expect, it } from 'vitest';
import { container, runOf, taskOf } from './testing/tasks.ts';

const healthCheck = { command: ['CMD-SHELL', 'true'] };
const task = taskOf(
  { name: 'db', healthCheck },
  { name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
);
const behaviours = { db: { pullSeconds: 1, healthyAfterSeconds: 7 }, app: { pullSeconds: 1 } };
const environment = { agentPolling: true };

describe('the agent that looks every 5 s', () => {
  it('notices a health late, and the run says so', () => {
    expect(container(runOf(task, behaviours), 'app').pullStartedAt).toBe(8);
    const run = runOf(task, behaviours, { environment });
    expect(container(run, 'app').pullStartedAt).toBe(11);
    expect(run.uncertain.map(({ text }) => text).join(' ')).toMatch(/at 8\.0 s it notices at 11\.0 s/);
  });

  it('notices nothing while an image is pulled', () => {
    const slow = taskOf(...(task.containerDefinitions ?? []).flatMap((one) => one ?? []), { name: 'slow' });
    const run = runOf(slow, { ...behaviours, slow: { pullSeconds: 100 } }, { environment });
    expect(container(run, 'app').pullStartedAt).toBe(100);
  });
});
