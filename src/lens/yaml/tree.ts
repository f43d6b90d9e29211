/** A YAML text as the tree that all lenses share, with what only YAML has. */
import type { Child, ContainerNode, StringNode, SyntaxNode, SyntaxTree } from '../syntax/tree.ts';

/** A map or a list: in brackets (`flow`) or by indentation. */
export interface YamlBox extends ContainerNode {
  readonly flow: boolean;
  readonly children: YamlChild[];
  /** A short intrinsic function, `!Ref X`, which stands here as the map `{ Ref: X }`. */
  readonly tagged?: boolean;
}

export interface YamlChild extends Child {
  /** Where the entry begins: the dash of an item in lines, else its key or value. */
  readonly itemStart: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlString extends StringNode {
  readonly style: ScalarStyle;
}

export interface YamlTree extends SyntaxTree {
  /** Values that stand at an anchor or come from one, each with the reason why they are not written. */
  readonly locks: ReadonlyMap<SyntaxNode, string>;
}

export function isYamlBox(node: SyntaxNode | undefined): node is YamlBox {
  return node !== undefined && 'flow' in node;
}

/** How a scalar is written; numbers and words are plain. */
export function styleOfScalar(node: SyntaxNode): ScalarStyle | undefined {
  if (node.kind === 'string') return 'style' in node ? (node as YamlString).style : 'plain';
  return node.kind === 'number' || node.kind === 'literal' ? 'plain' : undefined;
}
