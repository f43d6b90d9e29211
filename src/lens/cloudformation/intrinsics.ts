/** The intrinsic functions of CloudFormation: how they are told, what they come to, and how they are shown. */
import type { Json } from '../../model/json.ts';
import { childAt, nodeAt, type SyntaxNode } from '../syntax/tree.ts';

export interface Intrinsic {
  /** `Ref`, `Fn::Sub`, … */
  readonly name: string;
  readonly argument: SyntaxNode;
}

const NAME = /^(?:Ref|Fn::\w+)$/;

/** The function that a value is: a map of one entry with such a name. */
export function intrinsicOf(node: SyntaxNode): Intrinsic | undefined {
  if (node.kind !== 'object' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  if (only?.key === undefined || !NAME.test(only.key)) return undefined;
  return { name: only.key, argument: only.value };
}

/** What names in a template stand for. A parameter without a default, or when defaults do not count, stands for nothing. */
export interface Scope {
  parameter(name: string): Json | undefined;
  mappings: SyntaxNode | undefined;
  /** Which branch of an `If` counts. */
  holds(condition: string): boolean;
}

export function isNoValue(node: SyntaxNode): boolean {
  const found = intrinsicOf(node);
  return found?.name === 'Ref' && textOf(found.argument) === 'AWS::NoValue';
}

export function textOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.kind === 'string') return node.value;
  return node?.kind === 'number' || (node?.kind === 'literal' && node.value !== null)
    ? String(node.value)
    : undefined;
}

/** The value that a function, or a plain value, comes to; nothing when that is known only in the stack. */
export function knownValue(node: SyntaxNode, scope: Scope): Json | undefined {
  const found = intrinsicOf(node);
  if (found === undefined) {
    if (node.kind === 'array') return all(node.children.map(({ value }) => knownValue(value, scope)));
    return textOf(node);
  }
  const { name, argument } = found;
  const argumentsOf = argument.kind === 'array' ? argument.children.map(({ value }) => value) : [];
  const [first, second, third] = argumentsOf;
  switch (name) {
    case 'Ref':
      return scope.parameter(textOf(argument) ?? '');
    case 'Fn::Sub':
      return substituted(argument, scope);
    case 'Fn::Join': {
      const parts = second && knownValue(second, scope);
      const between = textOf(first);
      return between !== undefined && isTexts(parts) ? parts.join(between) : undefined;
    }
    case 'Fn::Select': {
      const list = second && knownValue(second, scope);
      const item = isTexts(list) ? list[Number(textOf(first))] : undefined;
      return item;
    }
    case 'Fn::Split': {
      const whole = second && knownValue(second, scope);
      const by = textOf(first);
      return typeof whole === 'string' && by ? whole.split(by) : undefined;
    }
    case 'Fn::FindInMap': {
      const steps = [first, second, third].map((each) => each && knownValue(each, scope));
      if (!isTexts(steps)) return undefined;
      const entry = nodeAt(scope.mappings, steps);
      return entry && knownValue(entry, scope);
    }
    case 'Fn::If': {
      const branch = scope.holds(textOf(first) ?? '') ? second : third;
      return branch && knownValue(branch, scope);
    }
    default:
      return undefined;
  }
}

function all(values: readonly (Json | undefined)[]): Json | undefined {
  return values.every((value) => value !== undefined) ? (values as readonly Json[]) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

const VARIABLE = /\$\{(!?)([^}]*)\}/g;

function substituted(argument: SyntaxNode, scope: Scope): string | undefined {
  const [template, own] = subParts(argument);
  if (template === undefined) return undefined;
  let known = true;
  const text = template.replace(VARIABLE, (_all, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const given = childAt(own, name)?.value;
    const value = given === undefined ? scope.parameter(name) : knownValue(given, scope);
    if (typeof value !== 'string') known = false;
    return String(value);
  });
  return known ? text : undefined;
}

function subParts(argument: SyntaxNode): [string | undefined, SyntaxNode | undefined] {
  if (argument.kind !== 'array') return [textOf(argument), undefined];
  return [textOf(argument.children[0]?.value), argument.children[1]?.value];
}

const MOST_SHOWN = 300;

/**
 * A function in one line, in the way of `Sub`: `${AppName}-web`. What says the same comes out the same, so that a
 * container can be told by a name that is only put together in the stack.
 */
export function shown(node: SyntaxNode, depth = 0): string {
  if (depth > 8) return '…';
  const found = intrinsicOf(node);
  if (found === undefined) {
    if (node.kind === 'array') return node.children.map(({ value }) => shown(value, depth + 1)).join(', ');
    if (node.kind === 'object') return node.children.map(({ key }) => `${key}: …`).join(', ');
    return textOf(node) ?? 'null';
  }
  const { name, argument } = found;
  const inner = (each: SyntaxNode | undefined) => (each === undefined ? '' : shown(each, depth + 1));
  const parts = argument.kind === 'array' ? argument.children.map(({ value }) => value) : [];
  const text = () => {
    switch (name) {
      case 'Ref':
        return `\${${inner(argument)}}`;
      case 'Fn::GetAtt':
        return `\${${parts.length > 0 ? parts.map(inner).join('.') : inner(argument)}}`;
      case 'Fn::Sub': {
        const [template = '', own] = subParts(argument);
        return template.replace(VARIABLE, (all, literal: string, variable: string) => {
          if (literal !== '') return `\${${variable}}`;
          const given = childAt(own, variable)?.value;
          return given === undefined ? all : inner(given);
        });
      }
      case 'Fn::Join': {
        const between = textOf(parts[0]) ?? '';
        const list = parts[1];
        if (list?.kind !== 'array' || intrinsicOf(list) !== undefined) break;
        return list.children.map(({ value }) => inner(value)).join(between);
      }
    }
    return `\${${name.replace(/^Fn::/, '')} ${parts.length > 0 ? parts.map(inner).join(' ') : inner(argument)}}`;
  };
  const whole = text();
  return whole.length > MOST_SHOWN ? `${whole.slice(0, MOST_SHOWN)}…` : whole;
}
