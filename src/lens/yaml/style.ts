/** How a YAML text is laid out: what is new follows it. */
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Quote } from './spell.ts';
import { isYamlBox, styleOfScalar, type YamlBox } from './tree.ts';

export interface YamlStyle {
  readonly eol: string;
  /** How far a map within a map is indented. */
  readonly unit: number;
  /** How far the dashes of a list are indented behind their key. */
  readonly dash: number;
  readonly quote: Quote;
  /** Lists of plain values stand in brackets. */
  readonly scalarsInline: boolean;
}

/** The style of the text around a node. */
export function styleOf(text: string, root: SyntaxNode): YamlStyle {
  const units = new Map<number, number>();
  const dashes = new Map<number, number>();
  const counts = { single: 0, double: 0, inline: 0, lines: 0 };
  const column = (at: number) =>
    at - (Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1);
  const visit = (node: SyntaxNode): void => {
    const style = styleOfScalar(node);
    if (style === 'single' || style === 'double') counts[style] += 1;
    if (!isYamlBox(node)) return;
    if (
      node.kind === 'array' &&
      node.children.length > 0 &&
      node.children.every(({ value }) => !isYamlBox(value))
    )
      counts[node.flow ? 'inline' : 'lines'] += 1;
    if (!node.flow && node.kind === 'object') look(node);
    for (const { value } of node.children) visit(value);
  };
  const look = (node: YamlBox): void => {
    for (const { value, keyStart } of node.children) {
      const [first] = isYamlBox(value) && !value.flow ? value.children : [];
      if (first === undefined || first.itemStart < keyStart) continue;
      const by = column(first.itemStart) - column(keyStart);
      const tally = value.kind === 'array' ? dashes : units;
      if (by >= 0 && by <= 8) tally.set(by, (tally.get(by) ?? 0) + 1);
    }
  };
  visit(root);
  units.delete(0);
  return {
    eol: /\r\n?|\n/.exec(text)?.[0] ?? '\n',
    unit: most(units) ?? 2,
    dash: most(dashes) ?? 2,
    quote: counts.double > counts.single ? 'double' : 'single',
    scalarsInline: counts.inline > counts.lines,
  };
}

function most(tally: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [value, times] of tally) if (best === undefined || times > (tally.get(best) ?? 0)) best = value;
  return best;
}
