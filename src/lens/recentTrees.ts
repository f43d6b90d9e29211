/** The parse tree of a text, kept for the last few texts: reading, patching and reading again share one parse each. */
import { parse } from './syntax/parse.ts';
import { parseTemplate } from './syntax/parseTemplate.ts';
import type { SyntaxTree } from './syntax/tree.ts';

const KEPT = 3;

/** The tree of a text as plain JSON. */
export const treeOf = remembering(parse);

/** The tree of a text as a template of JSON. */
export const templateTreeOf = remembering(parseTemplate);

function remembering(parse: (text: string) => SyntaxTree): (text: string) => SyntaxTree {
  const recent: SyntaxTree[] = [];
  return (text) => {
    const known = recent.findIndex((tree) => tree.text === text);
    const tree = recent[known] ?? parse(text);
    if (known !== 0) {
      if (known > 0) recent.splice(known, 1);
      recent.unshift(tree);
      recent.length = Math.min(recent.length, KEPT);
    }
    return tree;
  };
}
