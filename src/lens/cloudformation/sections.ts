/** Cuts a YAML template into its sections and resources by lines, so that only what is looked at has to be parsed. */
import type { Place } from '../../model/reading.ts';

export interface Sections {
  /** `Parameters`, `Conditions`, …: each with the line of its key. */
  readonly top: ReadonlyMap<string, Place>;
  readonly resources: ReadonlyMap<string, Place>;
}

const KEY = /^(?:"([^"\\]+)"|'([^']+)'|([A-Za-z0-9_.:-]*[A-Za-z0-9_.-]))[ \t]*:(?=[ \t\r\n]|$)/;

/**
 * The sections of a template in block style; nothing for a text that is laid out in another way (in braces, with tabs,
 * or odd in any respect), which then has to be parsed as a whole. What is nested is indented more than its key, so that
 * nothing inside a text of several lines is taken for a section.
 */
export function sectionsOf(text: string): Sections | undefined {
  const top = cut(text, 0, text.length, 0);
  const within = top?.get('Resources');
  if (top === undefined || within === undefined) return undefined;
  const first = lineAfter(text, within.start);
  const indent = indentOf(text, first, within.end);
  if (indent === 0) return undefined;
  const resources = cut(text, first, within.end, indent);
  return resources && { top, resources };
}

function cut(text: string, from: number, to: number, indent: number): ReadonlyMap<string, Place> | undefined {
  const found = new Map<string, Place>();
  let open: { name: string; start: number } | undefined;
  for (let line = from; line < to; line = lineAfter(text, line)) {
    const at = contentOf(text, line);
    const char = text.charAt(at);
    if (char === '' || char === '\n' || char === '\r' || char === '#') continue;
    if (text.charAt(at) === '\t') return undefined;
    if (at - line > indent) {
      if (open === undefined) return undefined;
      continue;
    }
    if (at - line < indent) return undefined;
    if (
      indent === 0 &&
      /^(?:---|\.\.\.)[ \t]*\r?$/m.test(
        text.slice(line, Math.min(lineAfter(text, line), line + 20)).replace(/\n$/, ''),
      )
    ) {
      // A second document would be another file.
      if (open !== undefined) return undefined;
      continue;
    }
    const [, double, single, plain] = KEY.exec(text.slice(at, Math.min(lineAfter(text, at), at + 300))) ?? [];
    const name = double ?? single ?? plain;
    if (name === undefined || found.has(name) || name === open?.name) return undefined;
    if (open !== undefined) found.set(open.name, { start: open.start, end: line });
    open = { name, start: line };
  }
  if (open !== undefined) found.set(open.name, { start: open.start, end: to });
  return found;
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function contentOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** The indentation of the first line that says something. */
function indentOf(text: string, from: number, to: number): number {
  for (let line = from; line < to; line = lineAfter(text, line)) {
    const at = contentOf(text, line);
    const char = text.charAt(at);
    if (char !== '' && char !== '\n' && char !== '\r' && char !== '#') return at - line;
  }
  return 0;
}
