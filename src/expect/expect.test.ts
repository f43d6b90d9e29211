import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import { predicates } from './index.ts';
import { judge, judgeAll } from './judgeExpectation.ts';
import type { Context, PredicateExample } from './predicate.ts';
import { ordered } from './terms/examples.ts';

function contextOf({ task, scenario: more, findings }: PredicateExample): Context {
  const scenario = { ...defaultScenario(task), ...more };
  return { task, scenario, run: simulate(task, scenario), ...(findings && { findings }) };
}

describe.each(predicates.map((predicate) => [predicate.id, predicate] as const))('%s', (_, predicate) => {
  it('holds for its good example and not for its bad one, and says why', () => {
    for (const [example, holds] of [
      [predicate.examples.good, true],
      [predicate.examples.bad, false],
    ] as const) {
      const verdict = predicate.holds(contextOf(example), example.args);
      expect(verdict, JSON.stringify(verdict)).toMatchObject({ holds });
      expect(verdict.why).toMatch(/^\S.*[^.\s]$/);
      expect(predicate.says(example.args)).not.toMatch(/…|undefined|\.$/);
    }
  });

  it('takes any arguments without a word', () => {
    const context = contextOf(predicate.examples.good);
    for (const value of [undefined, null, -1, Number.NaN, '', '__proto__', [], {}]) {
      const args = Object.fromEntries(predicate.args.map(({ name }) => [name, value]));
      expect(typeof predicate.holds(context, args).holds).toBe('boolean');
      expect(typeof predicate.says(args)).toBe('string');
    }
  });

  it('does not hold of a container that is not there', () => {
    const names = predicate.args.filter(({ type, optional }) => type.kind === 'container' && !optional);
    for (const { name } of names) {
      const args = { ...predicate.examples.good.args, [name]: 'nobody' };
      expect(predicate.holds(contextOf(predicate.examples.good), args).holds, name).toBe(false);
    }
  });
});

describe('expectations of a scenario', () => {
  it('are judged in their order, in words', () => {
    const scenario = {
      ...defaultScenario(ordered),
      behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } },
      expectations: [
        { id: 'container-starts', args: { container: 'app', before: 20 } },
        { id: 'task-reaches-running', args: {} },
        { id: 'no-log-lost', args: {} },
      ],
    };
    const context = { task: ordered, scenario, run: simulate(ordered, scenario) };
    expect(judgeAll(context).map(({ says, holds, why }) => [says, holds, why])).toMatchInlineSnapshot(`
      [
        [
          "app starts before 20.0 s",
          false,
          "it never starts",
        ],
        [
          "the task reaches RUNNING",
          false,
          "it goes from PENDING to STOPPED at 5.0 s",
        ],
        [
          "no log is lost",
          true,
          "0.0 s without a router",
        ],
      ]
    `);
  });

  it('are kept when nobody knows them', () => {
    const context = contextOf({ task: ordered, args: {} });
    expect(judge(context, { id: 'of-tomorrow', args: {} })).toMatchObject({ holds: false, unknown: true });
  });
});
