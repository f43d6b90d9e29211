/** YAML with anchors and merges as plain values. */
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Json } from '../../model/json.ts';
import type { FormatProblem } from '../format.ts';
import { readPlainYaml } from './plainYaml.ts';

const LENGTH_LIMIT = 4 << 20;
const DEPTH_LIMIT = 100;
/** Aliases name what stands elsewhere; written out, a small file could become larger than any memory. */
const MOST_VALUES = 100_000;

export interface YamlValue {
  readonly value: Json | undefined;
  readonly problems: readonly FormatProblem[];
}

/** The first document of a text. Never throws; `undefined` where nothing can be read. */
export function readYaml(text: string): YamlValue {
  const plain = text.length > LENGTH_LIMIT ? undefined : readPlainYaml(text);
  return plain === undefined ? parsedYaml(text) : { value: plain, problems: [] };
}

/** The same by a whole parser of YAML, which takes its time. */
export function parsedYaml(text: string): YamlValue {
  const lines = new LineCounter();
  const problems: FormatProblem[] = [];
  const say = (message: string, start: number, end: number) => {
    const { line, col } = lines.linePos(start);
    problems.push({ message, place: { start, end }, line: Math.max(1, line), column: Math.max(1, col) });
  };
  try {
    if (text.length > LENGTH_LIMIT) throw new RangeError('long');
    const parsed = parseDocument(text, {
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
      strict: false,
    });
    for (const { message, pos } of parsed.errors.slice(0, 20)) say(ended(message), pos[0], pos[1]);
    const walk = new Walk();
    const value = walk.value(parsed.contents as Node | null, 0);
    if (walk.over) say('The aliases of this file stand for more values than are read.', 0, 0);
    return { value, problems };
  } catch {
    // The parser gives up on texts nested too deeply, and so on.
    const message = 'This YAML is too long or nested too deeply to be read.';
    return { value: undefined, problems: [{ message, place: { start: 0, end: 0 }, line: 1, column: 1 }] };
  }
}

function ended(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return /[.)]$/.test(first) ? first : `${first}.`;
}

class Walk {
  over = false;
  private count = 0;
  private readonly anchors = new Map<string, Node>();

  value(node: Node | null | undefined, depth: number): Json {
    this.count += 1;
    if (this.count > MOST_VALUES || depth > DEPTH_LIMIT) {
      this.over = true;
      return null;
    }
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return this.value(this.anchors.get(node.source), depth + 1);
    if ('anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, node);
    if (isScalar(node)) {
      const { value } = node;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : value instanceof Date
          ? String(node.source ?? '')
          : null;
    }
    if (isSeq(node)) return node.items.map((item) => this.value(item as Node, depth + 1));
    if (!isMap(node)) return null;
    const own = new Map<string, Json>();
    const merged = new Map<string, Json>();
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = keyOf(pair.key);
      const value = this.value(pair.value as Node, depth + 1);
      if (key !== '<<') own.set(key, value);
      else
        for (const map of (Array.isArray(value) ? [...value].reverse() : [value]) as Json[])
          if (typeof map === 'object' && map !== null && !Array.isArray(map))
            for (const [name, one] of Object.entries(map)) merged.set(name, one);
    }
    if (merged.size === 0) return Object.fromEntries(own);
    for (const key of own.keys()) merged.delete(key);
    return Object.fromEntries([...merged, ...own]);
  }
}

/** The parser gives the merge key as a symbol. */
function keyOf(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return typeof key.value === 'symbol' ? '<<' : String(key.value);
}
