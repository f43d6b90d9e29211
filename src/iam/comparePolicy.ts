/** An existing policy held against what a role must allow. */
import type { Statement } from './permissions.ts';

/** A right as one action on one resource. `*` and `?` in either stand for anything, as in IAM. */
export interface Right {
  readonly action: string;
  readonly resource: string;
}

export interface Comparison {
  /** Needed and not allowed, with the statement that needs it. */
  readonly missing: readonly (Right & { readonly statement: Statement })[];
  /** Allowed, and nothing needs it. */
  readonly unused: readonly Right[];
  /** Allowed to this role, and needed by the other one, to which it is of use. */
  readonly wrongRole: readonly Right[];
  /** Needed, and allowed on more than the definition needs. */
  readonly broader: readonly (Right & { readonly needed: readonly string[] })[];
  /** What is there and was not judged, in words: Deny, NotAction, NotResource, conditions. */
  readonly notes: readonly string[];
}

/**
 * The comparison, or the sentence that says why the text is no policy. `otherRole` is what the other role of the task
 * must allow. Never throws.
 */
export function comparePolicy(
  text: string,
  needed: readonly Statement[],
  otherRole: readonly Statement[] = [],
): Comparison | { readonly problem: string } {
  const statements = statementsIn(text);
  if (typeof statements === 'string') return { problem: statements };
  const notes: string[] = [];
  const allowed: Right[] = [];
  for (const [index, statement] of statements.entries()) {
    const called = typeof statement.Sid === 'string' ? statement.Sid : `Statement ${index + 1}`;
    if (statement.Effect !== 'Allow') {
      notes.push(`${called} has the effect ${String(statement.Effect ?? 'none')}: it is not judged here.`);
      continue;
    }
    if (statement.NotAction !== undefined || statement.NotResource !== undefined) {
      notes.push(`${called} says what it does not mean (NotAction, NotResource): it is not judged here.`);
      continue;
    }
    if (statement.Condition !== undefined) notes.push(`${called} holds under a condition only.`);
    for (const action of texts(statement.Action))
      for (const resource of texts(statement.Resource)) allowed.push({ action, resource });
  }
  const wanted = rightsOf(needed);
  const elsewhere = rightsOf(otherRole);
  const missing = wanted.filter(
    (want) =>
      !allowed.some((have) => covers(have.action, want.action, true) && covers(have.resource, want.resource)),
  );
  const unused: Right[] = [];
  const wrongRole: Right[] = [];
  const broader: (Right & { needed: readonly string[] })[] = [];
  for (const have of allowed) {
    const served = wanted.filter(
      (want) => covers(have.action, want.action, true) && covers(have.resource, want.resource),
    );
    if (served.length === 0) {
      const other = elsewhere.some(
        (want) => covers(have.action, want.action, true) && covers(have.resource, want.resource),
      );
      (other ? wrongRole : unused).push(have);
    } else if (
      served.some(({ action, resource }) => !same(action, have.action) || resource !== have.resource)
    ) {
      const ways = served.map(({ action, resource }) => `${action} on ${resource}`);
      broader.push({ ...have, needed: [...new Set(ways)] });
    }
  }
  return { missing, unused, wrongRole, broader, notes };
}

function rightsOf(statements: readonly Statement[]) {
  return statements.flatMap((statement) =>
    statement.actions.flatMap((action) =>
      statement.resources.map((resource) => ({ action, resource, statement })),
    ),
  );
}

/** Whether what a pattern allows holds all of what another pattern means. Actions are compared without their case. */
export function covers(pattern: string, text: string, anyCase = false): boolean {
  const [p, t] = anyCase ? [pattern.toLowerCase(), text.toLowerCase()] : [pattern, text];
  // Greedy matching with one way back is linear enough for hostile patterns; a regular expression is not.
  let [pAt, tAt, star, mark] = [0, 0, -1, 0];
  while (tAt < t.length) {
    if (p[pAt] === '*') {
      star = pAt;
      mark = tAt;
      pAt += 1;
    } else if (pAt < p.length && (p[pAt] === t[tAt] || (p[pAt] === '?' && t[tAt] !== '*'))) {
      pAt += 1;
      tAt += 1;
    } else if (star >= 0) {
      pAt = star + 1;
      mark += 1;
      tAt = mark;
    } else return false;
  }
  while (p[pAt] === '*') pAt += 1;
  return pAt === p.length;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

type Raw = Readonly<Record<string, unknown>>;

function statementsIn(text: string): readonly Raw[] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const policy = isRecord(parsed) && isRecord(parsed.PolicyDocument) ? parsed.PolicyDocument : parsed;
  const statements = isRecord(policy) ? policy.Statement : policy;
  const list = Array.isArray(statements) ? statements : [statements];
  const found = list.filter(isRecord).filter((one) => 'Effect' in one || 'Action' in one);
  return found.length === 0
    ? 'There is no statement in it: a policy has "Statement" with "Effect", "Action" and "Resource".'
    : found;
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}
