import { highlight, type Piece } from './highlight.ts';
import { highlightYaml } from './highlightYaml.ts';

/** Languages of which a line is coloured; any other is shown plain. */
export type Language = 'json' | 'yaml' | 'hcl' | 'typescript' | 'shell' | 'markdown' | 'mermaid' | 'plain';

/** One line in coloured pieces: as near as a line can be told by itself. Together they are the line. */
export function highlightCode(line: string, language: Language): Piece[] {
  if (language === 'json' || language === 'shell') return highlight(line);
  if (language === 'yaml') return highlightYaml(line);
  const rules = RULES[language];
  return rules === undefined ? [{ kind: 'mark', text: line }] : byRules(line, rules);
}

/** In one expression, each kind of piece as a group of its name. */
const RULES: Partial<Record<Language, RegExp>> = {
  hcl: /(?<comment>(?:#|\/\/).*)|(?<string>"(?:[^"\\]|\\.)*"?)|(?<word>\b(?:true|false|null|resource|variable|locals|output|module|data|provider|jsonencode)\b)|(?<number>(?<![\w.-])-?\d[\d.]*\b)/g,
  typescript:
    /(?<comment>\/\/.*)|(?<string>'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)|(?<word>\b(?:import|from|as|export|class|extends|readonly|constructor|super|const|new|this|true|false|undefined)\b)|(?<number>(?<![\w.])\d[\d.]*\b)/g,
  markdown:
    /(?<word>^#{1,6} .*|\*\*[^*]+\*\*|^(?:```+|~~~+).*)|(?<string>(`+)(?:(?!\3)[\s\S])+\3)|(?<comment>^\|(?: --- \|)+$)/g,
  mermaid: /(?<word>^\s*flowchart \w+|[<ox]?-{1,2}[-.]*>?)|(?<string>"[^"]*"?)|(?<comment>%%.*)/g,
};

function byRules(line: string, rules: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(rules)) {
    if (match[0] === '') continue;
    if (match.index > at) pieces.push({ kind: 'mark', text: line.slice(at, match.index) });
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    pieces.push({ kind: (kind ?? 'mark') as Piece['kind'], text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length || pieces.length === 0) pieces.push({ kind: 'mark', text: line.slice(at) });
  return pieces;
}
