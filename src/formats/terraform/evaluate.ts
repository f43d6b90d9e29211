/** Works out expressions of Terraform from literals, locals and defaults of variables. */
import { functions } from './functions.ts';
import type { Attribute, Body, Expression, Loop } from './syntax.ts';
import { Encoded, isList, isMembers, placeholder, textOfValue, Unknown, type Value } from './values.ts';

const DEPTH_LIMIT = 120;
/** Expressions looked at in one file: a local that names another twice, and so on, would double with each. */
const MOST_STEPS = 200_000;
/** A value with more characters and items is not written out. */
const LARGEST = 1 << 17;
const RANK: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

export class Scope {
  /** Variables of which the default was taken, in the order of their use. */
  readonly defaults = new Set<string>();
  /** Conditions that nobody can tell, with the branch that was taken. */
  readonly guesses = new Map<string, string>();
  private readonly text: string;
  private readonly locals = new Map<string, Expression>();
  private readonly variables = new Map<string, Expression>();
  private readonly known = new Map<string, Value>();
  private readonly busy = new Set<string>();
  private readonly bound = new Map<string, Value>();
  private readonly sizes = new WeakMap<object, number>();
  private steps = 0;

  constructor(text: string, body: Body) {
    this.text = text;
    for (const { type, labels, body: inner } of body.blocks) {
      if (type === 'locals') for (const { name, value } of inner.attributes) this.locals.set(name, value);
      const [label] = labels;
      const otherwise = inner.attributes.find(({ name }) => name === 'default');
      if (type === 'variable' && label !== undefined && otherwise !== undefined)
        this.variables.set(label, otherwise.value);
    }
  }

  /** Does something while a name stands for a value. */
  within(name: string, value: Value, work: () => void): void {
    const before = this.bound.get(name);
    this.bound.set(name, value);
    work();
    this.rebind(name, before);
  }

  /** The text of an attribute's expression. */
  sourceAt(body: Body, name: string): string | undefined {
    const attribute = body.attributes.find((one) => one.name === name);
    return attribute && this.sourceOf(attribute.value);
  }

  valueOf(attribute: Attribute | undefined): Value | undefined {
    return attribute && this.evaluate(attribute.value);
  }

  evaluate(of: Expression, depth = 0): Value {
    this.steps += 1;
    if (depth > DEPTH_LIMIT || this.steps > MOST_STEPS) return this.unknown(of);
    const value = this.workedOut(of, depth);
    return this.sizeOf(value) > LARGEST ? this.unknown(of) : value;
  }

  /** How many characters and items a value would have when written out, though it may share its parts. */
  private sizeOf(value: Value): number {
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null || value instanceof Unknown) return 1;
    const before = this.sizes.get(value);
    if (before !== undefined) return before;
    let size = 1;
    if (value instanceof Encoded) size += this.sizeOf(value.value);
    else for (const item of value.values()) size += this.sizeOf(item);
    this.sizes.set(value, size);
    return size;
  }

  private workedOut(of: Expression, depth: number): Value {
    const inner = (one: Expression) => this.evaluate(one, depth + 1);
    switch (of.kind) {
      case 'literal':
        return of.value;
      case 'text':
        return this.joined(of.parts, inner);
      case 'list':
        return of.items.map(inner);
      case 'object':
        return this.object(of.members, inner);
      case 'call': {
        const found = functions.get(of.name)?.(of.args.flatMap((one) => this.argument(one, inner)));
        return found ?? this.unknown(of);
      }
      case 'name':
        return this.bound.get(of.name) ?? this.unknown(of);
      case 'member':
        return this.member(of, of.of, of.step, depth);
      case 'choice':
        return this.choice(of, inner);
      case 'loop':
        return this.loop(of.loop, inner) ?? this.unknown(of);
      case 'operation':
        return this.operation(of, inner) ?? this.unknown(of);
      case 'spread':
      case 'other':
        return this.unknown(of);
      default:
        return of satisfies never;
    }
  }

  /** The text of an expression in one line. */
  sourceOf({ start, end }: Pick<Expression, 'start' | 'end'>): string {
    const source = this.text.slice(start, end).trim().replace(/\s+/g, ' ');
    return source.length > 300 ? `${source.slice(0, 299)}…` : source;
  }

  private unknown(of: Expression): Unknown {
    return new Unknown(this.sourceOf(of));
  }

  /** What an argument stands for: with `...` every item of a list. */
  private argument(of: Expression, inner: (one: Expression) => Value): readonly Value[] {
    if (of.kind !== 'spread') return [inner(of)];
    const list = inner(of.of);
    return isList(list) ? list : [this.unknown(of)];
  }

  private joined(parts: readonly (string | Expression)[], inner: (one: Expression) => Value): Value {
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') text += part;
      else if (part.kind === 'other') text += this.text.slice(part.start, part.end);
      else {
        const value = inner(part);
        const [only] = parts;
        if (parts.length === 1 && part === only) return value;
        text +=
          value instanceof Unknown
            ? placeholder(value)
            : (textOfValue(value) ?? placeholder(this.unknown(part)));
      }
    }
    return text;
  }

  private object(
    members: readonly (readonly [Expression, Expression])[],
    inner: (one: Expression) => Value,
  ): Value {
    const object = new Map<string, Value>();
    for (const [key, value] of members) {
      const name = inner(key);
      object.set(
        name instanceof Unknown ? placeholder(name) : (textOfValue(name) ?? this.sourceOf(key)),
        inner(value),
      );
    }
    return object;
  }

  private member(whole: Expression, of: Expression, step: Expression, depth: number): Value {
    if (of.kind === 'name' && step.kind === 'literal') {
      const name = String(step.value);
      if (of.name === 'local') return this.named(`local.${name}`, this.locals.get(name), whole, depth);
      if (of.name === 'var') {
        const found = this.named(`var.${name}`, this.variables.get(name), whole, depth);
        // `null` as a default means that the caller decides.
        if (found === null) return this.unknown(whole);
        if (!(found instanceof Unknown)) this.defaults.add(name);
        return found;
      }
    }
    const base = this.evaluate(of, depth + 1);
    const key = this.evaluate(step, depth + 1);
    if (isMembers(base) && base.has(String(key))) return base.get(String(key)) ?? null;
    if (isList(base) && /^\d+$/.test(String(key))) return base[Number(key)] ?? this.unknown(whole);
    return this.unknown(whole);
  }

  private named(name: string, expression: Expression | undefined, whole: Expression, depth: number): Value {
    const before = this.known.get(name);
    if (before !== undefined) return before;
    // What names itself, directly or by way of others, has no value.
    if (expression === undefined || this.busy.has(name)) return this.unknown(whole);
    this.busy.add(name);
    const found = this.evaluate(expression, depth + 1);
    this.busy.delete(name);
    const value = found instanceof Unknown && expression.kind !== 'text' ? this.unknown(whole) : found;
    this.known.set(name, value);
    return value;
  }

  private choice(of: Extract<Expression, { kind: 'choice' }>, inner: (one: Expression) => Value): Value {
    const condition = inner(of.if);
    if (condition === true || condition === 'true') return inner(of.then);
    if (condition === false || condition === 'false') return inner(of.else);
    const [yes, no] = [inner(of.then), inner(of.else)];
    const structured = (value: Value) =>
      isList(value) || isMembers(value) || (typeof value === 'string' && /[[{]/.test(value));
    if (!structured(yes) && !structured(no)) return this.unknown(of);
    const empty = (value: Value) =>
      value === null ||
      value === '' ||
      (isList(value) && value.length === 0) ||
      (isMembers(value) && value.size === 0) ||
      value instanceof Unknown;
    const taken = empty(yes) ? no : yes;
    this.guesses.set(this.sourceOf(of.if), taken === yes ? 'true' : 'false');
    return taken;
  }

  private loop(loop: Loop, inner: (one: Expression) => Value): Value | undefined {
    const over = inner(loop.list);
    const pairs: (readonly [Value, Value])[] | undefined = isList(over)
      ? over.map((item, index) => [index, item] as const)
      : isMembers(over)
        ? [...over]
        : undefined;
    if (pairs === undefined) return undefined;
    const list: Value[] = [];
    const object = new Map<string, Value>();
    for (const [key, value] of pairs) {
      const before = [this.bound.get(loop.key ?? ''), this.bound.get(loop.value)] as const;
      if (loop.key !== undefined) this.bound.set(loop.key, key);
      this.bound.set(loop.value, value);
      const wanted = loop.condition === undefined || inner(loop.condition) !== false;
      if (wanted && loop.resultKey !== undefined)
        object.set(String(textOfValue(inner(loop.resultKey)) ?? key), inner(loop.result));
      else if (wanted) list.push(inner(loop.result));
      this.rebind(loop.key, before[0]);
      this.rebind(loop.value, before[1]);
    }
    return loop.resultKey === undefined ? list : object;
  }

  private rebind(name: string | undefined, value: Value | undefined): void {
    if (name === undefined) return;
    if (value === undefined) this.bound.delete(name);
    else this.bound.set(name, value);
  }

  private operation(
    { sign, left, right }: Extract<Expression, { kind: 'operation' }>,
    inner: (one: Expression) => Value,
  ): Value | undefined {
    if (sign === '!') {
      const value = inner(right);
      return typeof value === 'boolean' ? !value : undefined;
    }
    // Operations are read from left to right: where that is not how Terraform reads them, they stay as they are.
    if (left.kind === 'operation' && left.sign !== '!' && (RANK[sign] ?? 0) > (RANK[left.sign] ?? 0))
      return undefined;
    const [a, b] = [inner(left), inner(right)];
    if (sign === '&&' && (a === false || b === false)) return false;
    if (sign === '||' && (a === true || b === true)) return true;
    if (a instanceof Unknown || b instanceof Unknown) return undefined;
    const simple = (value: Value) => value === null || typeof value !== 'object';
    if (sign === '==' || sign === '!=') {
      if (!simple(a) || !simple(b)) {
        // A list or a map is never null.
        return a === null || b === null ? sign === '!=' : undefined;
      }
      return (a === b) === (sign === '==');
    }
    if (typeof a === 'boolean' && typeof b === 'boolean')
      return sign === '&&' ? a && b : sign === '||' ? a || b : undefined;
    return typeof a === 'number' && typeof b === 'number' ? reckoned(sign, a, b) : undefined;
  }
}

function reckoned(sign: string, a: number, b: number): number | boolean | undefined {
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '%':
      return b === 0 ? undefined : a % b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}
