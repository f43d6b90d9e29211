/** The tolerant parse tree of a JSON text: offsets of everything, duplicate keys kept, broken parts as `bad` nodes. */

/** A value of the text. `start` and `end` are UTF-16 offsets, `end` not included. */
export type SyntaxNode = ContainerNode | StringNode | NumberNode | LiteralNode | BadNode;

export interface ContainerNode {
  readonly kind: 'object' | 'array';
  readonly start: number;
  end: number;
  readonly children: Child[];
}

export interface StringNode {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
  /** With the escapes resolved. */
  readonly value: string;
}

export interface NumberNode {
  readonly kind: 'number';
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

export interface LiteralNode {
  readonly kind: 'literal';
  readonly start: number;
  readonly end: number;
  readonly value: boolean | null;
}

/** A place where a value belongs and none that JSON knows stands. Its width may be nothing. */
export interface BadNode {
  readonly kind: 'bad';
  readonly start: number;
  readonly end: number;
  /** The text of a template's placeholder (`${cpu}`, `{{command}}`) that stands there without quotes. */
  readonly placeholder?: string;
  /** What is shown of it where ECS takes a text: in a template even a name may be put together. */
  readonly shown?: string;
}

/** A member of an object or an item of an array. */
export interface Child {
  /** The decoded key; nothing for an item, and for a broken member without a key. */
  readonly key: string | undefined;
  /** Where the key's token stands; both -1 without one. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: SyntaxNode;
  /** Where the comma after it stands, or -1. */
  comma: number;
}

export interface SyntaxProblem {
  readonly kind: 'syntax' | 'too-large';
  /** Whether the tree beyond this place is a guess, so that nothing may be written into the text. */
  readonly fatal: boolean;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface SyntaxTree {
  readonly text: string;
  /** Nothing when no value was found at all. */
  readonly root: SyntaxNode | undefined;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** Whether the tree is exactly what the text says: no fatal problem. */
  readonly sound: boolean;
  /** Of a template: its directives between the tokens (`%{ if … }`, `{{ end }}`), in the order of the text. */
  readonly directives?: readonly { readonly start: number; readonly end: number }[];
  /** Of a template: how many placeholders stand in it without quotation marks. */
  readonly placeholders?: number;
}

/** Whether a value is an object or an array. */
export function isContainer(node: SyntaxNode): node is ContainerNode {
  return node.kind === 'object' || node.kind === 'array';
}

/** Where a child begins: its key, or its value when it is an item. */
export function startOf(child: Child): number {
  return child.keyStart >= 0 ? child.keyStart : child.value.start;
}

/** The child at a step of a path; the last one where a key stands twice. */
export function childAt(node: SyntaxNode | undefined, step: string | number): Child | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'array') return typeof step === 'number' ? node.children[step] : undefined;
  if (node.kind !== 'object' || typeof step !== 'string') return undefined;
  for (let index = node.children.length - 1; index >= 0; index -= 1) {
    const child = node.children[index];
    if (child?.key === step) return child;
  }
  return undefined;
}

/** The value at a path below a node, or nothing. */
export function nodeAt(
  node: SyntaxNode | undefined,
  path: readonly (string | number)[],
): SyntaxNode | undefined {
  let at = node;
  for (const step of path) at = childAt(at, step)?.value;
  return at;
}
