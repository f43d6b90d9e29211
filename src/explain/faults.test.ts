import { describe, expect, it } from 'vitest';
import { examples } from '../catalogue/index.ts';
import { getPart } from '../edit/parts/part.ts';
import { scenarios } from '../edit/parts/scenarios.ts';
import { read } from '../lens/index.ts';
import { blastRadius } from '../simulate/faults.ts';
import { simulate } from '../simulate/simulate.ts';
import { payments, runOf, scenarioWith, taskOf } from '../simulate/testing/tasks.ts';
import { differences } from './compare.ts';
import { faultSentence, figureWords, outcomeWords } from './faults.ts';

const article = examples.find(({ id }) => id === 'payments');
const task = read(article?.text ?? '').task;
const [planned] = getPart(article?.parts ?? {}, scenarios);

describe('the blast radius of the article’s task', () => {
  it('is told with the reason, cell by cell', () => {
    if (!planned) throw new Error('the example has no scenario');
    const told = blastRadius(task, planned).cells.map((cell) => {
      const head = `${cell.phase} · ${outcomeWords[cell.outcome]} ${figureWords(cell)}`.trim();
      return `${head}: ${faultSentence(task, cell)}`;
    });
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "starting · As planned: secrets-init exits with code 0 at 3.0 s. Nothing differs from the plan.
      starting · Never runs 5.7 s: secrets-init exits with code 1 at 3.0 s. Task stops at 3.0 s, before it was RUNNING: app will never start: secrets-init exited with code 1 and SUCCESS needs 0, so ECS gives app up with exit code 143 and, as it is essential, stops the task. Then envoy leaves at 3.6 s and log-router leaves at 5.7 s. All is STOPPED at 5.7 s, 2.7 s after the fault.
      starting · Never runs 5.7 s: secrets-init is killed for want of memory, code 137, at 3.0 s. Task stops at 3.0 s, before it was RUNNING: app will never start: secrets-init exited with code 137 and SUCCESS needs 0, so ECS gives app up with exit code 143 and, as it is essential, stops the task. Then envoy leaves at 3.6 s and log-router leaves at 5.7 s. All is STOPPED at 5.7 s, 2.7 s after the fault.
      starting · Never runs 1.0 s: secrets-init cannot be started at 1.0 s. Task stops at 1.0 s, before it was RUNNING: app will never start: secrets-init never starts, so ECS gives app up with exit code 143 and, as it is essential, stops the task. All is STOPPED at 1.0 s.
      starting · As planned: StopTask is called at 2.0 s, and secrets-init ignores SIGTERM. Nothing differs from the plan.
      starting · Never runs +2.7 s: envoy exits with code 0 at 7.0 s. Task stops at 7.0 s, before it was RUNNING: envoy is essential and exited with code 0. Then log-router leaves at 9.7 s. All is STOPPED at 9.7 s, 2.7 s after the fault.
      running · Stops +4.0 s: envoy exits with code 0 at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then app leaves at 75.3 s and log-router leaves at 78.0 s. All is STOPPED at 78.0 s, 4.0 s after the fault.
      starting · Never runs +2.7 s: envoy exits with code 1 at 7.0 s. Task stops at 7.0 s, before it was RUNNING: envoy is essential and exited with code 1. Then log-router leaves at 9.7 s. All is STOPPED at 9.7 s, 2.7 s after the fault.
      running · Stops +4.0 s: envoy exits with code 1 at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then app leaves at 75.3 s and log-router leaves at 78.0 s. All is STOPPED at 78.0 s, 4.0 s after the fault.
      starting · Never runs +2.7 s: envoy is killed for want of memory, code 137, at 7.0 s. Task stops at 7.0 s, before it was RUNNING: envoy is essential and exited with code 137. Then log-router leaves at 9.7 s. All is STOPPED at 9.7 s, 2.7 s after the fault.
      running · Stops +4.0 s: envoy is killed for want of memory, code 137, at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then app leaves at 75.3 s and log-router leaves at 78.0 s. All is STOPPED at 78.0 s, 4.0 s after the fault.
      starting · Never runs 64.7 s: envoy runs from 2.0 s on and never answers its health check. Task stops at 62.0 s, before it was RUNNING: app will never start: the startTimeout of 60.0 s of envoy is over at 62.0 s, so ECS gives app up with exit code 143 and, as it is essential, stops the task. Then log-router leaves at 64.7 s. All is STOPPED at 64.7 s.
      running · Replaced: envoy stops answering its health check at 74.0 s, while the task is RUNNING. envoy is UNHEALTHY from 93.0 s on. ECS does not stop the task for that; the scheduler of its service replaces it.
      starting · Never runs 4.7 s: envoy cannot be started at 2.0 s. Task stops at 2.0 s, before it was RUNNING: envoy is essential and cannot be started. Then log-router leaves at 4.7 s. All is STOPPED at 4.7 s, 2.7 s after the fault.
      starting · Slow stop +27.3 s: StopTask is called at 8.0 s, and envoy ignores SIGTERM. envoy is killed at 38.0 s, at the end of its stop timeout. The stop takes 30.0 s, 27.3 s longer than planned.
      running · Slow stop +27.3 s: StopTask is called at 74.0 s, and envoy ignores SIGTERM. envoy is killed at 105.3 s, at the end of its stop timeout. The stop takes 31.3 s, 27.3 s longer than planned.
      starting · Never runs +0.6 s: log-router exits with code 0 at 7.8 s. Task stops at 7.8 s, before it was RUNNING: log-router is essential and exited with code 0. Then envoy leaves at 8.4 s. All is STOPPED at 8.4 s, 0.6 s after the fault.
      running · Loses logs 1.3 s: log-router exits with code 0 at 74.0 s, while the task is RUNNING. app writes for 1.3 s while nobody takes the logs. Then app leaves at 75.3 s and envoy leaves at 75.9 s. All is STOPPED at 75.9 s, 1.9 s after the fault.
      starting · Never runs +0.6 s: log-router exits with code 1 at 7.8 s. Task stops at 7.8 s, before it was RUNNING: log-router is essential and exited with code 1. Then envoy leaves at 8.4 s. All is STOPPED at 8.4 s, 0.6 s after the fault.
      running · Loses logs 1.3 s: log-router exits with code 1 at 74.0 s, while the task is RUNNING. app writes for 1.3 s while nobody takes the logs. Then app leaves at 75.3 s and envoy leaves at 75.9 s. All is STOPPED at 75.9 s, 1.9 s after the fault.
      starting · Never runs +0.6 s: log-router is killed for want of memory, code 137, at 7.8 s. Task stops at 7.8 s, before it was RUNNING: log-router is essential and exited with code 137. Then envoy leaves at 8.4 s. All is STOPPED at 8.4 s, 0.6 s after the fault.
      running · Loses logs 1.3 s: log-router is killed for want of memory, code 137, at 74.0 s, while the task is RUNNING. app writes for 1.3 s while nobody takes the logs. Then app leaves at 75.3 s and envoy leaves at 75.9 s. All is STOPPED at 75.9 s, 1.9 s after the fault.
      starting · Never runs 2.6 s: log-router cannot be started at 1.6 s. Task stops at 1.6 s, before it was RUNNING: log-router is essential and cannot be started. Then secrets-init leaves at 2.6 s. All is STOPPED at 2.6 s, 1.0 s after the fault.
      starting · Slow stop +27.3 s: StopTask is called at 7.8 s, and log-router ignores SIGTERM. log-router is killed at 37.8 s, at the end of its stop timeout. The stop takes 30.0 s, 27.3 s longer than planned.
      running · Slow stop +27.3 s: StopTask is called at 74.0 s, and log-router ignores SIGTERM. log-router is killed at 105.3 s, at the end of its stop timeout. The stop takes 31.3 s, 27.3 s longer than planned.
      running · Stops +2.7 s: app exits with code 0 at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then envoy leaves at 74.6 s and log-router leaves at 76.7 s. All is STOPPED at 76.7 s, 2.7 s after the fault.
      running · Stops +2.7 s: app exits with code 1 at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then envoy leaves at 74.6 s and log-router leaves at 76.7 s. All is STOPPED at 76.7 s, 2.7 s after the fault.
      running · Stops +2.7 s: app is killed for want of memory, code 137, at 74.0 s, while the task is RUNNING. It is essential, so the task stops. Then envoy leaves at 74.6 s and log-router leaves at 76.7 s. All is STOPPED at 76.7 s, 2.7 s after the fault.
      starting · Never runs 16.7 s: app cannot be started at 14.0 s. Task stops at 14.0 s, before it was RUNNING: app is essential and cannot be started. Then envoy leaves at 14.6 s and log-router leaves at 16.7 s. All is STOPPED at 16.7 s, 2.7 s after the fault.
      running · Slow stop +28.7 s: StopTask is called at 74.0 s, and app ignores SIGTERM. app is killed at 104.0 s, at the end of its stop timeout. The stop takes 32.7 s, 28.7 s longer than planned."
    `);
  });
});

describe('a router that dies alone', () => {
  it('leaves the app blind', () => {
    const blind = taskOf(
      { name: 'router', essential: false, firelensConfiguration: { type: 'fluentbit' } },
      { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } },
    );
    const cell = blastRadius(blind, scenarioWith(blind, {})).cells.find(
      ({ outcome }) => outcome === 'runsBlind',
    );
    expect(cell && faultSentence(blind, cell)).toMatch(
      /runs on without it, and app writes while nobody takes the logs\.$/,
    );
  });
});

describe('a run beside the plan', () => {
  const texts = (behaviours: Parameters<typeof runOf>[1]) =>
    differences(runOf(payments), runOf(payments, behaviours)).map(({ text }) => text);

  it('says who starts later', () => {
    expect(texts({ envoy: { readyAfterSeconds: 38 } })).toEqual([
      'The task is RUNNING 30.0 s later.',
      'envoy is UNHEALTHY from 22.0 s on.',
      'app starts 30.0 s later.',
    ]);
  });

  it('says what does not happen, and what stops the task', () => {
    expect(texts({ 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } })).toEqual([
      'The task is never RUNNING.',
      'app stops the task at 3.0 s.',
      'secrets-init exits with code 1 at 3.0 s.',
      'envoy is never HEALTHY.',
      'app never starts.',
    ]);
  });

  it('says nothing of what goes as planned', () => {
    expect(texts({})).toEqual([]);
    expect(simulate(payments, scenarioWith(payments, {}))).toEqual(runOf(payments));
  });
});
