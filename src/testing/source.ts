/** Reading TypeScript well enough to know what a file imports and which words stand in its code. */

export interface Source {
  /** As written in the import: `./rule.ts`, `react`. Type imports, re-exports, `import()` and workers too. */
  readonly imports: readonly string[];
  /** The text with comments, strings, templates and regular expressions blanked; line breaks stay. */
  readonly code: string;
}

/** Takes a file apart. Comments and texts cannot fool it; a syntax error is none of its business. */
export function readSource(text: string): Source {
  const { code, numbered, strings } = blank(text);
  const imports: string[] = [];
  const statement =
    /\b(?:import|export)\b[\s\w*{},$]*?\bfrom\s*"(\d+)"|\bimport\s*\(?\s*"(\d+)"|\bnew\s+URL\(\s*"(\d+)"\s*,\s*import\.meta/g;
  for (const match of numbered.matchAll(statement)) {
    const name = strings[Number(match[1] ?? match[2] ?? match[3])];
    if (name !== undefined) imports.push(name);
  }
  return { imports, code };
}

/** Whether a file has nothing but re-exports: the list of a registry has a list. */
export function merelyReExports(text: string): boolean {
  const { code } = blank(text);
  const left = code.replace(/\bexport\b(?:\s+type\b)?\s*(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*;?/g, '');
  return left.trim() === '' && /\bexport\b/.test(code);
}

/** `numbered` is the code with `"n"` for its n-th string, so that nothing inside one looks like a statement. */
function blank(text: string, strings: string[] = []): { code: string; numbered: string; strings: string[] } {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
  let code = '';
  let numbered = '';
  let end = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    code += text.slice(end, index);
    numbered += text.slice(end, index);
    end = index + found.length;
    const isComment = found.startsWith('//') || found.startsWith('/*');
    if (found.startsWith('/') && !isComment && isDivision(code)) {
      // Not a regular expression after all: only the slash is passed, and what follows is read again.
      const rest = blank(text.slice(index + 1), strings);
      return { code: `${code}/${rest.code}`, numbered: `${numbered}/${rest.numbered}`, strings };
    }
    const empty = found.replace(/[^\n]/g, ' ');
    // What stands in the placeholders of a template is code.
    code += found.startsWith('`') ? (found.match(/\$\{[^}]*\}/g)?.join(' ') ?? empty) : empty;
    numbered += /^['"]/.test(found) ? `"${strings.push(found.slice(1, -1)) - 1}"` : empty;
  }
  return { code: code + text.slice(end), numbered: numbered + text.slice(end), strings };
}

/** A slash behind a value divides; behind an operator, a bracket or a keyword it begins a regular expression. */
function isDivision(code: string): boolean {
  const before = code.trimEnd();
  return /[\w$)\]]$/.test(before) && !/\b(?:return|typeof|case|in|of|void|await|yield)$/.test(before);
}
