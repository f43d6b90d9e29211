import { expect, it } from 'vitest';
import { examples } from '../../src/catalogue/index.ts';
import { read } from '../../src/lens/index.ts';
import { defaultScenario } from '../../src/simulate/defaults.ts';
import { blastRadius } from '../../src/simulate/faults.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { eventRows, eventText } from './eventRows.ts';

it('gives each event of a run its cause, whatever goes wrong', () => {
  const payments = read(examples.find(({ id }) => id === 'payments')?.text ?? '').task;
  const plan = defaultScenario(payments);
  const scenarios = [plan, ...blastRadius(payments, plan).cells.map(({ scenario }) => scenario)];
  expect(scenarios.length).toBeGreaterThan(20);
  for (const scenario of scenarios) {
    const { rows } = eventRows(simulate(payments, scenario));
    expect(
      rows.filter(({ why }) => why === ''),
      scenario.name,
    ).toEqual([]);
  }
});

it('tells the health of the task, and what ECS reports of an end', () => {
  const payments = read(examples.find(({ id }) => id === 'payments')?.text ?? '').task;
  const plan = defaultScenario(payments);
  const rowsOf = (behaviours: Scenario['behaviours']) =>
    eventRows(simulate(payments, { ...plan, behaviours })).rows.map(
      ({ at, who, what, why }) => `${at} ${who} ${what}: ${why}`,
    );
  const sick = rowsOf({ envoy: { unhealthyAfterSeconds: 100 } });
  expect(sick.filter((row) => row.includes('Task health'))).toEqual([
    '12 Task health HEALTHY: the health of envoy',
    expect.stringMatching(/^\d+ Task health UNHEALTHY: the health of envoy$/),
  ]);
  expect(sick.at(-1)).toMatch(/ECS reports UserInitiated: Task stopped by user$/);
  const failed = rowsOf({ 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } });
  expect(failed).toContain(
    '3 app given up 143: secrets-init SUCCESS can never come; ECS reports CannotStartContainerError: dependency graph: container ordering dependency [secrets-init] for target [app] did not exit successfully.',
  );
  expect(failed.at(-1)).toMatch(/ECS reports TaskFailedToStart: Task failed to start$/);
});

it('is text with tabs that tells who, what, and because of what', () => {
  const payments = read(examples.find(({ id }) => id === 'payments')?.text ?? '').task;
  const text = eventText(eventRows(simulate(payments, defaultScenario(payments))).rows);
  expect(text.split('\n').slice(0, 2)).toEqual([
    'At\tWho\tWhat\tBecause of',
    '0.0 s\tsecrets-init\tpull begins\tnothing holds it',
  ]);
  expect(text).toContain('12.0 s\tapp\tpull begins\tenvoy HEALTHY');
  expect(text).toContain('14.0 s\tTask\tRUNNING\tapp was the last');
});
