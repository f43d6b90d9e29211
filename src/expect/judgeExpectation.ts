/** Judges stored expectations: which hold, and why. */
import { predicates } from './index.ts';
import type { Context, Expectation, Predicate, Verdict } from './predicate.ts';

/** One expectation judged, in the words of its predicate. */
export interface Judged extends Verdict {
  readonly expectation: Expectation;
  /** "app starts before 20.0 s". */
  readonly says: string;
  /** This version knows no such predicate: it is kept, and counts for nothing. */
  readonly unknown?: true;
}

const byId: ReadonlyMap<string, Predicate> = new Map(
  predicates.map((predicate) => [predicate.id, predicate]),
);

/** The predicate of an id; `undefined` for one that this version does not know. */
export function predicateOf(id: string): Predicate | undefined {
  return byId.get(id);
}

/** All expectations of the context's scenario, in their order. */
export function judgeAll(context: Context): readonly Judged[] {
  return context.scenario.expectations.map((expectation) => judge(context, expectation));
}

/** One expectation. */
export function judge(context: Context, expectation: Expectation): Judged {
  const predicate = predicateOf(expectation.id);
  if (!predicate) {
    return {
      expectation,
      says: expectation.id,
      holds: false,
      why: 'this version does not know it',
      unknown: true,
    };
  }
  const { args } = expectation;
  return { expectation, says: predicate.says(args), ...predicate.holds(context, args) };
}
