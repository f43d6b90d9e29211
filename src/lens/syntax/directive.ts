/** What templates put between the tokens and around values: conditions, loops, and placeholders without quotation marks. */
import { placeholderEnd } from './scan.ts';

/** `%{ if … }`, `{% if … %}`, `{{ if … }}`, `{{#each …}}`, `{{ $x := … }}`, `{# … #}`: they stand for no value. */
const DIRECTIVE =
  /%\{|\{%|\{#|<%[^=]|\{\{[-~]?\s*(?:(?:if|else|end|range|with|define|block|template|include|for|endif|endfor)\b|[#/^!]|\$\w+\s*:?=)/y;
const OPENS = /^(?:%\{|\{%|<%|\{\{)[-~]?\s*#?(?:if|for|range|with|each|unless|block|define)\b/;
const CLOSES = /^(?:%\{|\{%|<%|\{\{)[-~]?\s*\/?(?:end|endif|endfor|if|each|unless|with)\b/;
const ENDS: Readonly<Record<string, string>> = { '{%': '%}', '{#': '#}', '{{': '}}', '<%': '%>' };
/** A directive longer than this is a bracket that somebody forgot. */
const LONGEST = 2000;
/** A block longer than this is not read as one value. */
const LONGEST_BLOCK = 4000;

/** Spellings of placeholders that only a template has: `__NAME__`, `@NAME@`, `%NAME%`, `<%= name %>`. */
const OTHERS = /__[A-Za-z]\w*?__|@[A-Za-z_]\w*@|%[A-Za-z_]\w*%|<%=[^\r\n]{0,400}?%>/y;

/** The end of the directive at `at`, or -1. */
export function directiveEnd(text: string, at: number, limit: number): number {
  DIRECTIVE.lastIndex = at;
  if (!DIRECTIVE.test(text)) return -1;
  return spanEnd(text, at, limit);
}

function spanEnd(text: string, at: number, limit: number): number {
  const close = ENDS[text.slice(at, at + 2)];
  const end = Math.min(limit, at + LONGEST);
  if (close !== undefined) {
    const found = text.slice(at, end).indexOf(close, 2);
    return found < 0 ? -1 : at + found + 2;
  }
  let depth = 0;
  for (let index = at + 1; index < end; index += 1) {
    const char = text.charAt(index);
    if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

/** The end of what stands for one value: a placeholder, or a condition with all its branches; -1 when there is none. */
export function valueEnd(text: string, at: number, limit: number): number {
  const block = blockEnd(text, at, limit);
  if (block >= 0) return block;
  OTHERS.lastIndex = at;
  if (OTHERS.test(text) && OTHERS.lastIndex <= limit) return OTHERS.lastIndex;
  const plain = placeholderEnd(text, at, limit);
  if (plain >= 0) return plain;
  return text.startsWith('${', at) || text.startsWith('{{', at) ? spanEnd(text, at, limit) : -1;
}

/** The end of a condition or loop that opens at `at`, its `end` included; -1 when none opens here. */
function blockEnd(text: string, at: number, limit: number): number {
  const first = directiveEnd(text, at, limit);
  if (first < 0 || !OPENS.test(text.slice(at, first))) return -1;
  let depth = 1;
  let index = first;
  const end = Math.min(limit, at + LONGEST_BLOCK);
  while (index < end) {
    const directive = directiveEnd(text, index, limit);
    if (directive < 0) {
      index += 1;
      continue;
    }
    const said = text.slice(index, directive);
    if (OPENS.test(said)) depth += 1;
    else if (CLOSES.test(said)) depth -= 1;
    if (depth === 0) return directive;
    index = directive;
  }
  return -1;
}
