import { describe, expect, it } from 'vitest';
import { examples } from '../catalogue/index.ts';
import { getPart } from '../edit/parts/part.ts';
import { scenarios } from '../edit/parts/scenarios.ts';
import { read } from '../lens/index.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import { keyBehaviours } from './keyBehaviours.ts';

function behavioursOf(id: string): readonly string[] {
  const example = examples.find((one) => one.id === id);
  const { task } = read(example?.text ?? '');
  return keyBehaviours(
    task,
    simulate(task, getPart(example?.parts ?? {}, scenarios)[0] ?? defaultScenario(task)),
  );
}

describe('the key behaviours', () => {
  it('of the payments task are those that the article lists, with the times of the run', () => {
    expect(behavioursOf('payments')).toEqual([
      'Task runs at 14.0 s. envoy HEALTHY holds app 9.0 s longer than anything else does.',
      'app starts when secrets-init has exited with 0 and envoy is HEALTHY.',
      'envoy, log-router and app are essential: the end of any of them stops the whole task. secrets-init may exit and the task goes on.',
      'secrets-init writes to shared, app reads it. It is empty at the start and gone with the task.',
      'awsfirelens hands the output of app to log-router, which sends it to Datadog. Its own output goes by awslogs.',
      'At a stop app gets SIGTERM first, envoy 1.3 s later and log-router 1.3 s later: who is depended on stops after those who depend on it.',
    ]);
  });

  it('say what a task does not do, too', () => {
    const all = examples.flatMap(({ id }) => behavioursOf(id));
    expect(all.every((text) => text.endsWith('.') && !text.includes('undefined'))).toBe(true);
    expect(behavioursOf('blank')).toContain('app is the only essential container: its end ends the task.');
    const { task } = read('{}');
    expect(keyBehaviours(task, simulate(task, defaultScenario(task)))).toEqual([]);
  });

  it('of a task without any order: that all start at once, who is restarted, and that nobody logs through the router', () => {
    const { task } = read(
      '{"containerDefinitions":[{"name":"a"},{"name":"r","firelensConfiguration":{"type":"fluentbit"},"restartPolicy":{"enabled":true}}]}',
    );
    expect(keyBehaviours(task, simulate(task, defaultScenario(task)))).toEqual([
      'Task runs at 2.0 s.',
      'No container waits for another: all of them start at once.',
      'a and r are essential: the end of any of them stops the whole task.',
      'r is a FireLens router, and nobody logs through it.',
      'r is restarted in place when the process ends.',
      'At a stop all containers that still run get SIGTERM together.',
    ]);
  });
});
