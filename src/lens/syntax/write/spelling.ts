/** How a file spells its texts: which characters it writes as escapes though JSON would not ask for it. */

/** Writes a text as a JSON string. */
export type Spell = (text: string) => string;

/** Escaped by writers that guard against HTML (Go, PowerShell). */
const HTML = ['<', '>', '&', "'", '+', '`', '='];

/**
 * Writes a text as a JSON string the way the given file does (Python's and PowerShell's `\u`, PHP's `\/`). In a template,
 * a placeholder with quotation marks of its own is written as it stands there: its tool reads it before JSON does.
 */
export function spellerFor(file: string, isTemplate: boolean): Spell {
  const spell = plainSpellerFor(file);
  const holes = isTemplate
    ? (file.match(/\$\{[^{}\r\n]*"[^{}\r\n]*\}|\{\{[^\r\n]*?"[^\r\n]*?\}\}/g) ?? [])
    : [];
  if (holes.length === 0) return spell;
  const spelt = new Map(holes.map((hole) => [spell(hole).slice(1, -1), hole]));
  return (text) => {
    let written = spell(text);
    for (const [escaped, hole] of spelt) written = written.replaceAll(escaped, () => hole);
    return written;
  };
}

function plainSpellerFor(file: string): Spell {
  const hex = file.includes('\\u');
  const slash = file.includes('\\/') && !/[^\\]\//.test(file);
  if (!hex && !slash) return (text) => JSON.stringify(text);
  const upper = /\\u\d*[A-F]/.test(file);
  const escapeOf = (char: string) => {
    const code = char.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${upper ? code.toUpperCase() : code}`;
  };
  const lower = file.toLowerCase();
  const html = HTML.filter(
    (char) => hex && !file.includes(char) && lower.includes(escapeOf(char).toLowerCase()),
  );
  const foreign = hex && !/[\u0080-\uffff]/.test(file) && /\\u(?!00[0-7])[0-9a-fA-F]{4}/.test(file);
  return (text) => {
    let spelt = JSON.stringify(text);
    if (slash) spelt = spelt.replaceAll('/', '\\/');
    for (const char of html) spelt = spelt.replaceAll(char, escapeOf(char));
    return foreign ? spelt.replace(/[\u0080-\uffff]/g, escapeOf) : spelt;
  };
}
