/** Makes the shared tree of what the YAML parser gives. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SyntaxNode, SyntaxProblem } from '../syntax/tree.ts';
import type { ScalarStyle, YamlBox, YamlChild, YamlString } from './tree.ts';

/** Aliases of aliases grow without bounds: beyond this many values that stand elsewhere the rest is not shown. */
const MOST_REPEATED = 20_000;
const DEEPEST = 400;

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

interface Token {
  readonly type: string;
  readonly offset: number;
  readonly source?: string;
}

/** What stands before a value on its way: tag and anchor are part of it. */
type Lead = readonly Token[];
/** Where a value is said to stand that comes from an anchor elsewhere. */
interface Spot {
  readonly start: number;
  readonly end: number;
}

export class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly locks = new Map<SyntaxNode, string>();
  private readonly anchors = new Map<string, Node>();
  private readonly text: string;
  private readonly base: number;
  private repeated = 0;
  private depth = 0;

  constructor(text: string, base: number) {
    this.text = text;
    this.base = base;
  }

  convert(node: unknown): SyntaxNode {
    return this.node(node, []);
  }

  private node(node: unknown, lead: Lead, spot?: Spot): SyntaxNode {
    if (spot !== undefined) this.repeated += 1;
    if (this.repeated > MOST_REPEATED || this.depth > DEEPEST) return this.tooMuch(node, spot);
    this.depth += 1;
    const made = this.made(node, lead, spot);
    this.depth -= 1;
    return made;
  }

  private made(node: unknown, lead: Lead, spot: Spot | undefined): SyntaxNode {
    if (isAlias(node)) return this.alias(node, spot);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
      const at = spot ?? this.spotOf(node);
      return { kind: 'literal', ...at, value: null };
    }
    const plain = isScalar(node)
      ? this.scalar(node, spot)
      : isMap(node)
        ? this.map(node, spot)
        : this.list(node, spot);
    const tagged =
      node.tag === undefined || spot !== undefined ? undefined : lead.findLast(({ type }) => type === 'tag');
    const value = this.underTag(node, plain, tagged, spot);
    if (node.anchor !== undefined && spot === undefined) {
      this.anchors.set(node.anchor, node);
      if (new RegExp(`\\*${escaped(node.anchor)}(?![\\w-])`).test(this.text))
        this.locks.set(
          value,
          `It stands at the anchor &${node.anchor}, which other places use: an edit here would change those too.`,
        );
    }
    return value;
  }

  private alias(node: Alias, outer: Spot | undefined): SyntaxNode {
    const spot = outer ?? this.spotOf(node);
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      this.problems.push({
        kind: 'syntax',
        fatal: true,
        ...spot,
        message: `The alias *${node.source} has no anchor &${node.source} before it.`,
      });
      return { kind: 'bad', ...spot };
    }
    const made = this.node(target, [], spot);
    this.locks.set(made, `It comes from the anchor &${node.source}, which stands elsewhere in the file.`);
    return made;
  }

  private underTag(
    node: Node,
    value: SyntaxNode,
    token: Token | undefined,
    spot: Spot | undefined,
  ): SyntaxNode {
    const tag = (node as { tag?: string }).tag;
    if (tag === undefined || tag.startsWith('tag:yaml.org,2002:')) return value;
    const name = tag.replace(/^!|:$/g, '');
    if (!/^[A-Za-z]\w*$/.test(name)) {
      this.locks.set(value, `It has the tag ${tag}, which is no function of CloudFormation.`);
      return value;
    }
    const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    const start = spot?.start ?? (token === undefined ? value.start : this.base + token.offset);
    const keyEnd = spot?.start ?? (token === undefined ? start : start + (token.source?.length ?? 0));
    const child: YamlChild = { key, keyStart: start, keyEnd, value, comma: -1, itemStart: start };
    const box: YamlBox = {
      kind: 'object',
      start,
      end: value.end,
      children: [child],
      flow: true,
      tagged: true,
    };
    return box;
  }

  private scalar(node: Scalar, spot: Spot | undefined): SyntaxNode {
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const value = typeof node.value === 'string' ? node.value : String(node.value ?? '');
    const at = spot ?? this.spotOf(node);
    const tagged = (node as { tag?: string }).tag !== undefined;
    if (style === 'plain' && !tagged) {
      if (value === '' || /^(?:~|null|Null|NULL)$/.test(value))
        return { kind: 'literal', ...at, value: null };
      if (/^(?:true|True|TRUE)$/.test(value)) return { kind: 'literal', ...at, value: true };
      if (/^(?:false|False|FALSE)$/.test(value)) return { kind: 'literal', ...at, value: false };
      if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value))
        return { kind: 'number', ...at, value: Number(value) };
    }
    const made: YamlString = { kind: 'string', ...at, value, style };
    return made;
  }

  private map(node: YAMLMap, spot: Spot | undefined): SyntaxNode {
    const at = spot ?? this.spotOf(node);
    const own = new Set(node.items.map((pair) => keyOf(pair)));
    const children: YamlChild[] = [];
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === '<<') {
        children.push(...this.merged(pair, own, spot));
        continue;
      }
      const lead = tokensOf(pair.srcToken?.sep);
      const keyAt = spot ?? this.spotOf(pair.key);
      const value = this.node(pair.value ?? undefined, lead, spot ?? this.emptySpot(pair, keyAt));
      const start = Math.min(keyAt.start, value.start);
      children.push({
        key,
        keyStart: key === undefined ? -1 : keyAt.start,
        keyEnd: key === undefined ? -1 : keyAt.end,
        value,
        comma: -1,
        itemStart: start,
      });
    }
    const flow = node.flow === true;
    const box: YamlBox = { kind: 'object', start: at.start, end: endOf(children, flow, at), children, flow };
    return box;
  }

  /** The entries of `<<`, under their keys unless the map has them itself. */
  private merged(pair: Pair, own: ReadonlySet<string | undefined>, outer: Spot | undefined): YamlChild[] {
    const spot = outer ?? this.spotOf(pair.key);
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
    const children = new Map<string, YamlChild>();
    for (const each of sources) {
      const made = this.node(each, [], spot);
      if (made.kind !== 'object') continue;
      for (const child of made.children) {
        if (child.key === undefined || own.has(child.key) || children.has(child.key)) continue;
        this.locks.set(child.value, 'It is merged in by <<, from an anchor elsewhere in the file.');
        children.set(child.key, { ...child, keyStart: spot.start, keyEnd: spot.end, itemStart: spot.start });
      }
    }
    return [...children.values()];
  }

  private list(node: YAMLSeq, spot: Spot | undefined): SyntaxNode {
    const at = spot ?? this.spotOf(node);
    const flow = node.flow === true;
    const tokens = (node.srcToken as { items?: { start?: Token[] }[] } | undefined)?.items ?? [];
    const children = node.items.map((item, index): YamlChild => {
      const lead = tokensOf(tokens[index]?.start);
      const dash = lead.find(({ type }) => type === 'seq-item-ind');
      const value = this.node(item, lead, spot);
      const itemStart = spot !== undefined || dash === undefined ? value.start : this.base + dash.offset;
      return { key: undefined, keyStart: -1, keyEnd: -1, value, comma: -1, itemStart };
    });
    const box: YamlBox = { kind: 'array', start: at.start, end: endOf(children, flow, at), children, flow };
    return box;
  }

  /** A value that is not even empty text, as in `{ a }`, stands behind its key. */
  private emptySpot(pair: Pair, keyAt: Spot): Spot | undefined {
    return pair.value === null || pair.value === undefined ? { start: keyAt.end, end: keyAt.end } : undefined;
  }

  /** The place of a value: of one in lines without the line ends behind it. */
  private spotOf(node: unknown): Spot {
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    const start = this.base + (range?.[0] ?? 0);
    let end = this.base + (range?.[1] ?? 0);
    while (end > start && ' \t\r\n'.includes(this.text.charAt(end - 1))) end -= 1;
    return { start, end };
  }

  private tooMuch(node: unknown, outer: Spot | undefined): SyntaxNode {
    const spot = outer ?? this.spotOf(node);
    if (this.problems.every(({ kind }) => kind !== 'too-large'))
      this.problems.push({
        kind: 'too-large',
        fatal: true,
        ...spot,
        message: 'The aliases in this text stand for more values than are read.',
      });
    return { kind: 'bad', ...spot };
  }
}

function endOf(children: readonly YamlChild[], flow: boolean, at: Spot): number {
  return flow ? at.end : (children.at(-1)?.value.end ?? at.end);
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : undefined;
}

function tokensOf(tokens: unknown): Lead {
  return Array.isArray(tokens) ? (tokens as Token[]) : [];
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
