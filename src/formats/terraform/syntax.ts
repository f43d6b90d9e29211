/** The parse tree of HCL, the language of Terraform. Offsets are UTF-16, `end` not included. */

export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly value: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly start: number;
  readonly body: Body;
}

interface Spot {
  readonly start: number;
  readonly end: number;
}

export type Expression = Spot &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** A text with expressions in it. */
    | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | {
        readonly kind: 'object';
        readonly members: readonly (readonly [key: Expression, value: Expression])[];
      }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly of: Expression; readonly step: Expression }
    | {
        readonly kind: 'choice';
        readonly if: Expression;
        readonly then: Expression;
        readonly else: Expression;
      }
    | { readonly kind: 'loop'; readonly loop: Loop }
    | {
        readonly kind: 'operation';
        readonly sign: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** `list...` as the last argument of a call: each item is one. */
    | { readonly kind: 'spread'; readonly of: Expression }
    /** Anything that is not taken apart. */
    | { readonly kind: 'other' }
  );

/** `[for key, value in list : result if condition]`. */
export interface Loop {
  readonly key: string | undefined;
  readonly value: string;
  readonly list: Expression;
  /** In an object: what stands before `=>`. */
  readonly resultKey: Expression | undefined;
  readonly result: Expression;
  readonly condition: Expression | undefined;
}
