/** Placeholders that Terraform can work out itself: `${var.tag}`, as its reader leaves them where only Terraform knows. */
import { parseHcl } from './parse.ts';
import { bracketsEnd } from './scan.ts';

/** What begins a reference of Terraform's; no variable of a shell has a dot in it. */
const REFERENCE = /(?<![\w.-])(?:var|local|data|module|each|path|terraform|aws_\w+)\.[A-Za-z_]/;
/** In one line a comment would swallow what follows it, and a heredoc never begins. */
const NEEDS_LINES = /#|\/\/|\/\*|<</;

const judged = new Map<string, boolean>();
const MOST_JUDGED = 5_000;

/** Whether a text is one expression that names something of Terraform's. */
function isExpression(source: string): boolean {
  const before = judged.get(source);
  if (before !== undefined) return before;
  const { body, complaints } = parseHcl(`a = ${source}\n`);
  const [first, second] = body.attributes;
  const verdict =
    REFERENCE.test(source) &&
    !NEEDS_LINES.test(source) &&
    complaints.length === 0 &&
    first !== undefined &&
    second === undefined &&
    body.blocks.length === 0 &&
    !/^(?:other|literal)$/.test(first.value.kind);
  if (judged.size > MOST_JUDGED) judged.clear();
  judged.set(source, verdict);
  return verdict;
}

/** A text in pieces: what is written out, and the expressions of Terraform's in `${ … }`. */
export function expressionsIn(text: string): readonly (string | { readonly expression: string })[] {
  const parts: (string | { readonly expression: string })[] = [];
  let plain = 0;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at)) {
    const end = bracketsEnd(text, at + 1);
    const expression = text.slice(at + 2, end - 1).trim();
    if (!text.slice(0, end).endsWith('}') || !isExpression(expression)) {
      at += 2;
      continue;
    }
    if (at > plain) parts.push(text.slice(plain, at));
    parts.push({ expression });
    plain = end;
    at = end;
  }
  if (plain < text.length || parts.length === 0) parts.push(text.slice(plain));
  return parts;
}

/** The expression of which a text is nothing but the placeholder. */
export function onlyExpression(text: string): string | undefined {
  const [only, more] = expressionsIn(text);
  return typeof only === 'object' && more === undefined ? only.expression : undefined;
}
