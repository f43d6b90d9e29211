/** Numbers as people type them into a field. */

/** What a number may be; without limits any integer. */
export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Fractions are taken too. */
  readonly fractions?: boolean | undefined;
}

/** What was typed: nothing (`undefined`), a number, or a sentence that says why it is none. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly why: string };

/** Reads what was typed. A number outside the limits is a number: see `outside`. */
export function parseNumber(text: string, limits: NumberLimits): ParsedNumber {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: undefined };
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(trimmed)) return { ok: false, why: 'Not a number' };
  const value = Number(trimmed);
  if (!limits.fractions && !Number.isSafeInteger(value)) {
    return { ok: false, why: Number.isInteger(value) ? 'Too large' : 'A whole number is needed' };
  }
  return { ok: true, value };
}

/** The limits in words, `5 to 300`; `undefined` when there are none. */
export function limitsText({ min, max }: NumberLimits): string | undefined {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (min !== undefined) return `${min} or more`;
  return max === undefined ? undefined : `at most ${max}`;
}

/** Whether a number lies outside the limits. */
export function outside(value: number, { min, max }: NumberLimits): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}
