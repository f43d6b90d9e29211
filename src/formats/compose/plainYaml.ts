/**
 * The YAML that most Compose files are made of, read line by line many times faster than a whole parser does: block maps
 * and lists, one-line scalars and flow collections, literal blocks, anchors and merges. Of anything else it keeps off.
 */
import type { Json } from '../../model/json.ts';

/** More values than that, aliases written out, are left to the parser that says so. */
const MOST_VALUES = 100_000;
const DEPTH_LIMIT = 40;

interface Line {
  readonly indent: number;
  readonly text: string;
  /** Its number in the file. */
  readonly at: number;
}

/** Thrown for what is not plain; never leaves this file. */
class NotPlain extends Error {}

/** The value of a text, or nothing where it holds anything but plain YAML. Never throws. */
export function readPlainYaml(text: string): Json | undefined {
  // What YAML makes of a tab depends on where it stands.
  if (text.includes('\t')) return undefined;
  try {
    return new Plain(text).document();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class Plain {
  private readonly raw: readonly string[];
  private readonly lines: Line[];
  private readonly anchors = new Map<string, { readonly value: Json; readonly size: number }>();
  private next = 0;
  private count = 0;

  constructor(text: string) {
    this.raw = text.split(/\r\n|\n/);
    this.lines = [];
    this.raw.forEach((raw, at) => {
      let indent = 0;
      while (raw.charCodeAt(indent) === 32) indent += 1;
      if (indent < raw.length && raw.charCodeAt(indent) !== 35)
        this.lines.push({ indent, text: raw.slice(indent).trimEnd(), at });
    });
  }

  document(): Json {
    const [first] = this.lines;
    if (first === undefined || first.indent !== 0) throw new NotPlain();
    const value = this.node(0, 0);
    if (this.next < this.lines.length) throw new NotPlain();
    return value;
  }

  private node(indent: number, depth: number): Json {
    if (depth > DEPTH_LIMIT) throw new NotPlain();
    return isItem(this.lines[this.next]?.text) ? this.list(indent, depth) : this.map(indent, depth);
  }

  private map(indent: number, depth: number): Json {
    const own: Record<string, Json> = {};
    const merged: Record<string, Json> = {};
    let merges = false;
    for (;;) {
      const line = this.lines[this.next];
      if (line === undefined || line.indent < indent) break;
      if (line.indent > indent || isItem(line.text)) throw new NotPlain();
      const [key, rest] = keyOf(line.text);
      this.next += 1;
      const value = this.value(rest, line, indent, depth);
      if (key !== '<<') own[key] = value;
      else {
        merges = true;
        for (const map of Array.isArray(value) ? [...(value as readonly Json[])].reverse() : [value])
          if (typeof map === 'object' && map !== null && !Array.isArray(map)) Object.assign(merged, map);
      }
    }
    if (!merges) return own;
    const all: Record<string, Json> = {};
    for (const key of Object.keys(merged)) if (!Object.hasOwn(own, key)) all[key] = merged[key] as Json;
    return Object.assign(all, own);
  }

  private list(indent: number, depth: number): Json {
    const items: Json[] = [];
    for (;;) {
      const line = this.lines[this.next];
      if (line === undefined || line.indent < indent) break;
      if (line.indent > indent || !isItem(line.text)) {
        // A list may stand as deep as the key that it belongs to: the next key ends it.
        if (line.indent === indent && !isItem(line.text)) break;
        throw new NotPlain();
      }
      const rest = line.text.slice(1).trimStart();
      const inner = indent + line.text.length - rest.length;
      if (rest !== '' && !rest.startsWith('#') && isEntry(rest)) {
        // The item is a map whose first key stands behind the dash.
        this.lines[this.next] = { indent: inner, text: rest, at: line.at };
        this.tick();
        items.push(this.node(inner, depth + 1));
      } else {
        this.next += 1;
        items.push(this.value(rest, line, indent, depth));
      }
    }
    return items;
  }

  /** What stands behind a key or a dash: in the line, or on deeper lines below. */
  private value(behind: string, line: Line, indent: number, depth: number): Json {
    const before = this.count;
    const anchor = behind.startsWith('&') ? /^&([\w-]+)(?: +|$)/.exec(behind) : null;
    const text = withoutComment(anchor === null ? behind : behind.slice(anchor[0].length));
    const value = this.valueOf(text, line, indent, depth);
    if (anchor?.[1] !== undefined) this.anchors.set(anchor[1], { value, size: this.count - before });
    return value;
  }

  private valueOf(text: string, line: Line, indent: number, depth: number): Json {
    this.tick();
    const below = this.lines[this.next];
    if (text === '') {
      const deeper = below !== undefined && below.indent > indent;
      // Behind a key a list need not stand deeper.
      const level =
        below !== undefined && below.indent === indent && isItem(below.text) && !isItem(line.text);
      return deeper || level ? this.node(below.indent, depth + 1) : null;
    }
    if (/^\|-?$/.test(text)) return this.block(indent, text === '|-');
    const value = this.inline(text);
    // A plain text may go on below.
    if (below !== undefined && below.indent > indent) throw new NotPlain();
    return value;
  }

  /** A literal block: its lines without the indentation of the first. */
  private block(indent: number, strip: boolean): Json {
    const first = this.lines[this.next];
    if (first === undefined || first.indent <= indent) throw new NotPlain();
    const start = (this.lines[this.next - 1]?.at ?? 0) + 1;
    let end = start;
    for (; end < this.raw.length; end += 1) {
      const raw = this.raw[end] ?? '';
      if (raw.trim() === '') {
        if (/[^ ]/.test(raw) || raw.length > first.indent) throw new NotPlain();
      } else if (raw.search(/[^ ]/) < first.indent) break;
    }
    while ((this.raw[end - 1] ?? '').trim() === '') end -= 1;
    const lines = this.raw.slice(start, end).map((raw) => raw.slice(first.indent));
    if (
      lines[0]?.trim() === '' ||
      this.raw.slice(start, end).some((raw) => raw.includes('\t') || /\s$/.test(raw))
    )
      throw new NotPlain();
    while ((this.lines[this.next]?.at ?? end) < end) this.next += 1;
    // A comment that stands deeper than what follows would still be the block's.
    if ((this.raw[end] ?? '').trimStart().startsWith('#')) throw new NotPlain();
    return lines.join('\n') + (strip ? '' : '\n');
  }

  private inline(text: string): Json {
    const flow = new Flow(
      text,
      () => this.tick(),
      (name) => this.alias(name),
    );
    const value = flow.value(false, 0);
    if (!flow.ended()) throw new NotPlain();
    return value;
  }

  private alias(name: string): Json {
    const known = this.anchors.get(name);
    if (known === undefined) throw new NotPlain();
    this.tick(known.size);
    return known.value;
  }

  private tick(more = 1): void {
    this.count += more;
    if (this.count > MOST_VALUES) throw new NotPlain();
  }
}

/** One line of scalars and flow collections. */
class Flow {
  private at = 0;
  private readonly text: string;
  private readonly tick: () => void;
  private readonly alias: (name: string) => Json;

  constructor(text: string, tick: () => void, alias: (name: string) => Json) {
    this.text = text;
    this.tick = tick;
    this.alias = alias;
  }

  ended(): boolean {
    return this.at === this.text.length;
  }

  value(inside: boolean, depth: number): Json {
    if (depth > DEPTH_LIMIT) throw new NotPlain();
    const sign = this.text.charAt(this.at);
    if (sign === '[') return this.list(depth);
    if (sign === '{') return this.map(depth);
    if (sign === '"' || sign === "'") return this.quoted(sign);
    const rest = this.text.slice(this.at);
    const name = /^\*([\w-]+)(?=[\s,\]}]|$)/.exec(rest)?.[1];
    if (name !== undefined) {
      this.at += name.length + 1;
      return this.alias(name);
    }
    const plain = inside ? (/^[^,[\]{}#]*/.exec(rest)?.[0] ?? '').trimEnd() : rest;
    if (plain === '' || !isPlain(plain)) throw new NotPlain();
    this.at += plain.length;
    return resolved(plain);
  }

  private list(depth: number): Json {
    const items: Json[] = [];
    this.at += 1;
    for (this.blanks(); !this.takes(']'); this.blanks()) {
      this.tick();
      items.push(this.value(true, depth + 1));
      this.blanks();
      if (!this.takes(',') && this.text.charAt(this.at) !== ']') throw new NotPlain();
    }
    return items;
  }

  private map(depth: number): Json {
    const members = new Map<string, Json>();
    this.at += 1;
    for (this.blanks(); !this.takes('}'); this.blanks()) {
      const found = /^(?:"([^"\\]*)"|'([^']*)'|([A-Za-z_][\w.-]*)): +/.exec(this.text.slice(this.at));
      if (found === null || found[3] === '<<') throw new NotPlain();
      this.at += found[0].length;
      this.tick();
      members.set(found[1] ?? found[2] ?? found[3] ?? '', this.value(true, depth + 1));
      this.blanks();
      if (!this.takes(',') && this.text.charAt(this.at) !== '}') throw new NotPlain();
    }
    return Object.fromEntries(members);
  }

  private quoted(sign: string): string {
    const form = sign === '"' ? /^"(?:[^"\\]|\\["\\/bfnrt])*"/ : /^'(?:[^']|'')*'/;
    const found = form.exec(this.text.slice(this.at))?.[0];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in a text
    if (found === undefined || /[\u0000-\u001f]/.test(found)) throw new NotPlain();
    this.at += found.length;
    return sign === '"' ? (JSON.parse(found) as string) : found.slice(1, -1).replaceAll("''", "'");
  }

  private blanks(): void {
    while (this.text.charAt(this.at) === ' ') this.at += 1;
  }

  private takes(sign: string): boolean {
    if (this.text.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }
}

function isItem(text: string | undefined): boolean {
  return text !== undefined && (text === '-' || text.startsWith('- '));
}

const KEY = /^(?:"([^"\\]*)" *|'([^']*)' *|([A-Za-z0-9_./<][^:#"'{}[\],&*!|>%@`]*)):(?: +|$)/;

function isEntry(text: string): boolean {
  return KEY.test(text);
}

function keyOf(text: string): readonly [key: string, rest: string] {
  const found = KEY.exec(text);
  if (found === null) throw new NotPlain();
  const key = found[1] ?? found[2] ?? found[3]?.trimEnd() ?? '';
  // The parser writes keys that are no texts in a way of its own, and this name would set a prototype.
  if (key === '__proto__') throw new NotPlain();
  if (found[3] !== undefined && typeof resolved(key) !== 'string') throw new NotPlain();
  return [key, text.slice(found[0].length)];
}

/** Without a comment at its end; quotation marks may hold a number sign. */
function withoutComment(text: string): string {
  if (!text.includes('#')) return text.trimEnd();
  if (text.startsWith('#')) return '';
  if (/["'[{]/.test(text)) {
    if (/ #/.test(text)) throw new NotPlain();
    return text.trimEnd();
  }
  const comment = text.search(/ #/);
  return (comment < 0 ? text : text.slice(0, comment)).trimEnd();
}

/** A text without quotation marks that means nothing but itself. */
function isPlain(text: string): boolean {
  if (/^[\s"'#%@`&*!|>{}[\],]|^[?:-](?:\s|$)|^(?:---|\.\.\.)/.test(text)) return false;
  if (text.endsWith(':') || text.includes(': ') || text.includes(' #')) return false;
  return !/[\t\u0085\ufeff]/.test(text);
}

/** By the core schema of YAML 1.2. */
function resolved(text: string): Json {
  if (!/^[-+.~\dnNtTfF]/.test(text)) return text;
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (/^-?(?:0|[1-9]\d{0,10})\.\d{1,6}$/.test(text)) return Number(text);
  // Other numbers are for the parser to tell.
  if (/^[-+.]?\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?$|^0[xo]|^[-+]?\.(?:inf|nan|\d)/i.test(text))
    throw new NotPlain();
  return text;
}
