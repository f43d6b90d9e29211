/** What the texts of HCL say: escapes of quoted texts, the indentation of heredocs. */
import type { Expression } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** A quoted text without its escapes; an escape that HCL does not know stays as it is. */
export function unescaped(raw: string): string {
  return raw
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (all, four, eight, char) => {
      const code = Number.parseInt(four ?? eight ?? '', 16);
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      return ESCAPES[char] ?? all;
    })
    .replace(/\$\$\{/g, '$' + '{')
    .replace(/%%\{/g, '%{');
}

/** The lines of an indented heredoc (`<<-`) without the indentation that all of them share. */
export function withoutIndent(parts: readonly (string | Expression)[]): (string | Expression)[] {
  const indents: string[] = [];
  let atLineStart = true;
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (atLineStart) indents.push('');
      atLineStart = false;
      continue;
    }
    const lines = part.split('\n');
    lines.forEach((line, index) => {
      const begins = index > 0 || atLineStart;
      const last = index === lines.length - 1;
      if (begins && (line.trim() !== '' || (last && part !== parts.at(-1))))
        indents.push(/^[ \t]*/.exec(line)?.[0] ?? '');
    });
    atLineStart = part.endsWith('\n');
  }
  const common = indents.reduce(
    (least, indent) => (indent.length < least.length ? indent : least),
    indents[0] ?? '',
  );
  if (common === '') return [...parts];
  const pattern = new RegExp(`^[ \\t]{${common.length}}`, 'gm');
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    if (index === 0 || parts[index - 1] === undefined) return part.replace(pattern, '');
    const firstLine = part.indexOf('\n') + 1;
    return firstLine === 0 ? part : part.slice(0, firstLine) + part.slice(firstLine).replace(pattern, '');
  });
}
