/** What a file is written like, found out when it is first asked for. */
import type { Json } from '../../../model/json.ts';
import type { SyntaxNode, SyntaxTree } from '../tree.ts';
import { isList, isObject } from './content.ts';
import { print, printScalar, type Spot } from './print.ts';
import { type Spell, spellerFor } from './spelling.ts';
import { type Style, styleOf } from './style.ts';

export class Habits {
  private readonly tree: SyntaxTree & { readonly root: SyntaxNode };
  private whole: Style | undefined;
  private speller: Spell | undefined;

  constructor(tree: SyntaxTree & { readonly root: SyntaxNode }) {
    this.tree = tree;
  }

  /** Costs a look at the whole file, which most changes, of a text or a number, do without. */
  get style(): Style {
    this.whole ??= styleOf(this.tree.text, this.tree.root, this.spell);
    return this.whole;
  }

  get spell(): Spell {
    this.speller ??= spellerFor(this.tree.text, this.tree.placeholders !== undefined);
    return this.speller;
  }

  /** A new value as the file would have it. */
  print(value: Json, spot: Spot): string {
    return isObject(value) || isList(value) ? print(value, this.style, spot) : printScalar(value, this.spell);
  }
}
