import type { Predicate } from './predicate.ts';
import { CODE, CONTAINER, numberOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeRun } from './terms/found.ts';

/** A container ends with an exit code, by itself or in the course of a stop. */
export const containerExitsWith: Predicate = {
  id: 'container-exits-with',
  title: '… exits with code …',
  args: [CONTAINER, CODE],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} exits with code ${numberOf(args, 'code') ?? '…'}`,
  holds: (context, args) =>
    judgeRun(context, args, ({ stoppedAt, exitCode }) => {
      if (stoppedAt === undefined) return { holds: false, why: 'it does not end in this run' };
      if (exitCode === undefined) return { holds: false, why: 'it ends without an exit code' };
      return { holds: exitCode === numberOf(args, 'code'), why: `its exit code is ${exitCode}` };
    }),
  examples: {
    good: { task: ordered, args: { container: 'init', code: 0 } },
    bad: {
      task: ordered,
      scenario: { behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } } },
      args: { container: 'init', code: 0 },
    },
  },
};
