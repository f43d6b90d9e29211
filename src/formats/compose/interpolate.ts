/** Variables in the texts of a Compose file: defaults are filled in, the rest stays. */
import type { Json } from '../../model/json.ts';

const VARIABLE = /\$\$|\$\{(\w+):?-([^{}]*)\}/g;

/** The same value with `${NAME:-default}` as its default and `$$` as `$`; `defaults` is told of the names. */
export function interpolated(value: Json, defaults: Set<string>): Json {
  if (typeof value === 'string') {
    if (!value.includes('$')) return value;
    return value.replace(VARIABLE, (all, name: string | undefined, otherwise: string | undefined) => {
      if (name === undefined) return all === '$$' ? '$' : all;
      defaults.add(name);
      return otherwise ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item: Json) => interpolated(item, defaults));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolated(item, defaults)]));
}
