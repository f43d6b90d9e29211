/** What the names of a template stand for: parameters by their defaults, conditions by what can be known of them. */
import type { Json } from '../../model/json.ts';
import type { Source } from '../../model/reading.ts';
import { childAt, nodeAt, type SyntaxNode } from '../syntax/tree.ts';
import { intrinsicOf, knownValue, type Scope, textOf } from './intrinsics.ts';
import type { Template } from './template.ts';

/** The switch that makes parameters stand for their defaults. */
export const DEFAULTS = 'parameters';

/** The switch of a condition. */
export function conditionSwitch(name: string): string {
  return `condition:${name}`;
}

/** Why a condition counts as it does. */
export type Ground = 'chosen' | 'defaults' | 'unknown';

export interface TemplateScope extends Scope {
  /** Whether a condition holds, and why that is thought. */
  told(condition: string): { readonly holds: boolean; readonly ground: Ground };
}

/** A condition that cannot be told counts as true, so that what it adds is seen. */
export function scopeOf(template: Template, { switches = {} }: Pick<Source, 'switches'>): TemplateScope {
  const mappings = template.section('Mappings');
  const byDefault: Scope = {
    parameter: (name) => defaultOf(template.section('Parameters'), name),
    mappings,
    holds: (name) => told(name).holds,
  };
  const known = new Map<string, boolean | undefined>();
  const evaluated = (name: string): boolean | undefined => {
    if (known.has(name)) return known.get(name);
    // A condition that asks for itself is never known.
    known.set(name, undefined);
    const node = nodeAt(template.section('Conditions'), [name]);
    const result = node === undefined ? undefined : truth(node, byDefault, evaluated);
    known.set(name, result);
    return result;
  };
  const told: TemplateScope['told'] = (name) => {
    const key = conditionSwitch(name);
    if (Object.hasOwn(switches, key)) return { holds: switches[key] === true, ground: 'chosen' };
    const result = evaluated(name);
    return result === undefined ? { holds: true, ground: 'unknown' } : { holds: result, ground: 'defaults' };
  };
  return {
    parameter: switches[DEFAULTS] === true ? byDefault.parameter : () => undefined,
    mappings,
    holds: (name) => told(name).holds,
    told,
  };
}

function defaultOf(parameters: SyntaxNode | undefined, name: string): Json | undefined {
  const parameter = childAt(parameters, name)?.value;
  const value = textOf(childAt(parameter, 'Default')?.value);
  if (value === undefined) return undefined;
  const type = textOf(childAt(parameter, 'Type')?.value) ?? '';
  // The value of such a parameter is the name of a parameter in SSM, which only the stack reads.
  if (type.startsWith('AWS::SSM::')) return undefined;
  return /^(?:CommaDelimitedList|List<)/.test(type) ? value.split(',').map((item) => item.trim()) : value;
}

function truth(
  node: SyntaxNode,
  scope: Scope,
  named: (name: string) => boolean | undefined,
  depth = 0,
): boolean | undefined {
  if (depth > 50 || node.kind !== 'object' || node.children.length !== 1) return undefined;
  const [only] = node.children;
  if (only?.key === 'Condition') return named(textOf(only.value) ?? '');
  const found = intrinsicOf(node);
  if (found === undefined || found.argument.kind !== 'array') return undefined;
  const parts = found.argument.children.map(({ value }) => value);
  if (found.name === 'Fn::Equals') {
    const [a, b] = parts.map((part) => knownValue(part, scope));
    return a === undefined || b === undefined ? undefined : JSON.stringify(a) === JSON.stringify(b);
  }
  const results = parts.map((part) => truth(part, scope, named, depth + 1));
  switch (found.name) {
    case 'Fn::Not':
      return results[0] === undefined ? undefined : !results[0];
    case 'Fn::And':
      if (results.includes(false)) return false;
      return results.includes(undefined) ? undefined : true;
    case 'Fn::Or':
      if (results.includes(true)) return true;
      return results.includes(undefined) ? undefined : false;
    default:
      return undefined;
  }
}
