/** What an expression of Terraform comes to, as far as it can be told without running Terraform. */
import type { Json } from '../../model/json.ts';

/** Only Terraform knows it: kept as the text of its expression. */
export class Unknown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What `jsonencode` gave, before it became text. */
export class Encoded {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

export type Value = string | number | boolean | null | Unknown | Encoded | readonly Value[] | Members;
export type Members = ReadonlyMap<string, Value>;

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMembers(value: Value | undefined): value is Members {
  return value instanceof Map;
}

/** `${var.cpu}`: the placeholder for what only Terraform knows. */
export function placeholder({ source }: Unknown): string {
  return `\${${source}}`;
}

/** The value as JSON, with placeholders for what is not known. */
export function jsonOfValue(value: Value): Json {
  if (value instanceof Unknown) return placeholder(value);
  if (value instanceof Encoded) return JSON.stringify(jsonOfValue(value.value));
  if (isList(value)) return value.map(jsonOfValue);
  if (isMembers(value)) return Object.fromEntries([...value].map(([key, item]) => [key, jsonOfValue(item)]));
  return value;
}

/** The value as Terraform puts it into a text; nothing when it has none. */
export function textOfValue(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Encoded) return JSON.stringify(jsonOfValue(value.value));
  return undefined;
}

/** Whether anything in it is not known. */
export function isKnownValue(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof Encoded) return isKnownValue(value.value);
  if (isList(value)) return value.every(isKnownValue);
  if (isMembers(value)) return [...value.values()].every(isKnownValue);
  return true;
}
