import { describe, expect, it } from 'vitest';
import { testCondition } from './condition.ts';
import { simulate } from './simulate.ts';
import { eventLog, outcome, readVectors, scenarioOf, taskOf } from './testing/vectors.ts';
import { KNOWN } from './world.ts';

const { conditions, scenarios } = readVectors();

describe('a condition comes out as in the ECS agent', () => {
  it.each(conditions.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
    const { startTimeout = 0, elapsed = 0, ...dependency } = vector.dependency;
    const verdict = testCondition(
      vector.condition,
      {
        known: KNOWN[dependency.knownStatus],
        wanted: dependency.desiredStatus ?? 'RUNNING',
        exitCode: dependency.exitCode,
        hasHealthCheck: dependency.healthCheck ?? false,
        health: dependency.health ?? 'UNKNOWN',
        startTimedOut: startTimeout > 0 && elapsed > startTimeout,
      },
      KNOWN[vector.dependent?.knownStatus ?? 'MANIFEST_PULLED'],
    );
    const expected = verdict === 'resolved' || verdict === 'waiting' ? verdict : 'unresolvable';
    expect(expected, `${id}: ${verdict}`).toBe(vector.expect);
  });
});

describe('a scenario comes out as in the ECS agent', () => {
  it.each(scenarios.map((vector) => [vector.id, vector] as const))('%s', (id, vector) => {
    const run = simulate(taskOf(vector), scenarioOf(vector));
    expect(outcome(run, vector), `${id}\n${eventLog(run)}`).toEqual(wanted(vector));
  });

  it.each(
    scenarios.filter(({ confidence }) => confidence !== 'low').map((vector) => [vector.id, vector] as const),
  )('%s, with the list turned round', (id, vector) => {
    const turned = { ...vector, containers: vector.containers.toReversed() };
    const run = simulate(taskOf(turned), scenarioOf(turned));
    expect(outcome(run, vector), `${id}, turned round\n${eventLog(run)}`).toEqual(wanted(vector));
  });
});

function wanted({ expect }: (typeof scenarios)[number]) {
  return { ...expect, neverStarts: [...expect.neverStarts].sort() };
}
