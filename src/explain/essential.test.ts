import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../simulate/defaults.ts';
import { payments, scenarioWith, taskOf } from '../simulate/testing/tasks.ts';
import { essentialPreview } from './essential.ts';

const plan = defaultScenario(payments);

describe('what the essential switch decides', () => {
  it('of an essential container: who follows, in order, and how long it takes', () => {
    const { text, marks } = essentialPreview(payments, plan, 'envoy');
    expect(text).toBe(
      'If envoy dies, the task stops. In this order: app stops after 4.0 s and log-router stops after 6.0 s. All is STOPPED 6.0 s after it.',
    );
    expect([...marks]).toEqual([
      ['envoy', { order: 1, words: 'dies' }],
      ['app', { order: 2, words: 'stops after 4.0 s' }],
      ['log-router', { order: 3, words: 'stops after 6.0 s' }],
    ]);
  });

  it('of one that leaves by itself: what its plain end would do', () => {
    expect(essentialPreview(payments, plan, 'secrets-init').text).toBe(
      'secrets-init ends at 3.0 s, and the task runs on without it. If it were essential, the task would stop. In this order: app never starts, envoy stops after 1.0 s and log-router stops after 2.0 s. All is STOPPED 2.0 s after it.',
    );
  });

  it('of one whose failure stops the task through another: that the task stops all the same', () => {
    const failing = scenarioWith(payments, { 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } });
    expect(essentialPreview(payments, failing, 'secrets-init').text).toMatch(
      /^secrets-init ends at 3\.0 s, and the task stops all the same, through app\. If it were essential, /,
    );
  });

  it('says when there is nobody else, and when it never starts', () => {
    const alone = taskOf({ name: 'app' });
    expect(essentialPreview(alone, defaultScenario(alone), 'app').text).toBe(
      'If app dies, the task stops. There is nobody else to stop.',
    );
    const never = scenarioWith(payments, { envoy: { neverHealthy: true } });
    expect(essentialPreview(payments, never, 'app')).toEqual({
      text: 'app never starts in this run, so nobody dies with it.',
      marks: new Map(),
    });
  });
});
