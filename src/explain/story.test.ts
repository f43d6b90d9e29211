import { describe, expect, it } from 'vitest';
import { payments } from '../catalogue/examples/payments.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import { story, storyText } from './story.ts';

const tell = (task: TaskDefinition) => story(task, simulate(task, defaultScenario(task)));

describe('a task in plain words', () => {
  const task = JSON.parse(payments.text) as TaskDefinition;

  it('says of the app what it waits for, mounts and logs', () => {
    expect(tell(task).find(({ about }) => about === 'container:app')?.text).toBe(
      'app runs acme/receipts:prod-2f1a8c and is essential: when it stops, the task stops. It starts when secrets-init has exited with code 0, envoy is HEALTHY and log-router has started, which ECS adds by itself. It mounts shared at /shared to read. Its output goes to log-router by awsfirelens.',
    );
  });

  it('begins with the task and ends with the run', () => {
    const told = tell(task);
    expect(told[0]?.text).toMatch(/^receipts runs 4 containers on FARGATE with 1024 CPU and 2048 memory\./);
    expect(told).toHaveLength(6);
    expect(told.at(-1)?.text).toMatch(/^Task runs at /);
  });

  it('has words for a task without anything, and for holes', () => {
    expect(storyText({}, simulate({}, defaultScenario({})))).toBe('The task has no container yet.');
    expect(tell({ containerDefinitions: [undefined, {}] }).map(({ text }) => text)[1]).toMatch(
      /^The container without a name \(app\) has no image yet/,
    );
  });
});
