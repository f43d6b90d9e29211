import type { IconName } from './icons.ts';

/** How grave a finding is; each has a colour, a glyph and a word of its own. */
export type Severity = 'error' | 'warning' | 'info';

/** The glyph beside a finding of a severity. */
export const severityIcon: Readonly<Record<Severity, IconName>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** What one finding of a severity is called, and what several are. */
export const severityWord: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['hint', 'hints'],
};
