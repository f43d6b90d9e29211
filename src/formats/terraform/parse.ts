/** Reads HCL as far as task definitions need it. Tolerant: what it does not understand is passed over and kept as a stretch of text. */
import { type Complaint, HclCursor } from './cursor.ts';
import { bracketsEnd, heredocAt, stringEnd } from './scan.ts';
import type { Attribute, Block, Body, Expression, Loop } from './syntax.ts';
import { unescaped, withoutIndent } from './texts.ts';

/** Brackets nested deeper than this are not read. */
const DEPTH_LIMIT = 100;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SIGN = /==|!=|<=|>=|&&|\|\||[-+*/%<>]/y;

export interface Parsed {
  readonly body: Body;
  readonly complaints: readonly Complaint[];
}

/** The blocks and attributes of any text. Never throws. */
export function parseHcl(text: string): Parsed {
  const parser = new HclParser(text);
  return { body: parser.body(0, false), complaints: parser.complaints };
}

class HclParser extends HclCursor {
  body(depth: number, inBlock: boolean): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    const opened = Math.max(0, this.at - 1);
    for (;;) {
      this.skip(true);
      if (this.at >= this.text.length) {
        if (inBlock) this.complain(opened, 'The { that opens here is never closed.');
        break;
      }
      if (this.text.charAt(this.at) === '}') {
        this.at += 1;
        if (inBlock) break;
        this.complain(this.at - 1, 'This } closes nothing.');
        continue;
      }
      const start = this.at;
      const name = this.word() ?? this.quotedWord();
      if (name === undefined) {
        this.passLine(start, 'A block or an attribute belongs here.');
        continue;
      }
      this.skip(false);
      const sign = this.text.charAt(this.at);
      if ((sign === '=' && this.text.charAt(this.at + 1) !== '=') || sign === ':') {
        this.at += 1;
        this.skip(false);
        attributes.push({ name, start, value: this.expression(depth, false) });
        this.endOfLine();
        continue;
      }
      const labels: string[] = [];
      for (;;) {
        const label = this.word() ?? this.quotedWord();
        if (label === undefined) break;
        labels.push(label);
        this.skip(false);
      }
      if (this.text.charAt(this.at) !== '{') {
        this.passLine(start, `Neither = nor { follows ${name}.`);
        continue;
      }
      if (depth >= DEPTH_LIMIT) {
        this.complain(
          this.at,
          `Nested more than ${DEPTH_LIMIT} levels deep: what is further in is not read.`,
        );
        this.at = bracketsEnd(this.text, this.at);
        continue;
      }
      this.at += 1;
      blocks.push({ type: name, labels, start, body: this.body(depth + 1, true) });
    }
    return { attributes, blocks };
  }

  /** An expression; where `lines` is false it ends with its line, outside brackets. */
  private expression(depth: number, lines: boolean): Expression {
    const start = this.at;
    if (depth > DEPTH_LIMIT) return this.other(start, lines);
    let left = this.operand(depth, lines);
    for (;;) {
      this.skip(lines);
      SIGN.lastIndex = this.at;
      const sign = SIGN.exec(this.text)?.[0];
      if (sign === undefined || (sign === '/' && this.text.charAt(this.at + 1) === '/')) break;
      this.at += sign.length;
      this.skip(true);
      const right = this.operand(depth, lines);
      left = { kind: 'operation', sign, left, right, start, end: this.at };
    }
    if (this.text.charAt(this.at) !== '?') return left;
    this.at += 1;
    this.skip(true);
    const then = this.expression(depth + 1, lines);
    this.skip(true);
    if (this.text.charAt(this.at) !== ':') return this.other(start, lines);
    this.at += 1;
    this.skip(true);
    const otherwise = this.expression(depth + 1, lines);
    return { kind: 'choice', if: left, then, else: otherwise, start, end: otherwise.end };
  }

  private operand(depth: number, lines: boolean): Expression {
    const { text, at: start } = this;
    const char = text.charAt(start);
    if (depth > DEPTH_LIMIT) return this.other(start, lines);
    if (char === '!' || char === '-') {
      this.at += 1;
      this.skip(false);
      const right = this.operand(depth + 1, lines);
      const left: Expression = { kind: 'literal', value: 0, start, end: start };
      return { kind: 'operation', sign: char, left, right, start, end: right.end };
    }
    let found = this.primary(depth, lines);
    for (;;) {
      const next = text.charAt(this.at);
      if (text.startsWith('...', this.at)) return found;
      if (next === '.') {
        this.at += 1;
        const stepStart = this.at;
        const name = this.word() ?? this.digits();
        const value = name ?? '*';
        if (name === undefined) this.at += text.charAt(this.at) === '*' ? 1 : 0;
        const step: Expression = { kind: 'literal', value, start: stepStart, end: this.at };
        found = { kind: 'member', of: found, step, start, end: this.at };
      } else if (next === '[') {
        this.at += 1;
        this.skip(true);
        const step: Expression =
          text.charAt(this.at) === '*'
            ? { kind: 'literal', value: '*', start: this.at, end: ++this.at }
            : this.expression(depth, true);
        this.skip(true);
        if (text.charAt(this.at) !== ']') return this.other(start, lines);
        this.at += 1;
        found = { kind: 'member', of: found, step, start, end: this.at };
      } else return found;
    }
  }

  private primary(above: number, lines: boolean): Expression {
    const { text, at: start } = this;
    const depth = above + 1;
    const char = text.charAt(start);
    if (char === '"') return this.string(depth);
    if (char === '[') return this.list(depth);
    if (char === '{') return this.object(depth);
    if (char === '(') {
      this.at += 1;
      this.skip(true);
      const inner = this.expression(depth, true);
      this.skip(true);
      if (text.charAt(this.at) !== ')') return this.other(start, lines);
      this.at += 1;
      return { ...inner, start, end: this.at };
    }
    const heredoc = char === '<' ? heredocAt(text, start) : undefined;
    if (heredoc !== undefined) {
      this.at = heredoc.end;
      const parts = this.parts(heredoc.from, heredoc.to, depth, false);
      return { kind: 'text', parts: heredoc.indented ? withoutIndent(parts) : parts, start, end: this.at };
    }
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(text)?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { kind: 'literal', value: Number(number), start, end: this.at };
    }
    const word = this.word();
    if (word === undefined) return this.other(start, lines);
    if (word === 'true' || word === 'false')
      return { kind: 'literal', value: word === 'true', start, end: this.at };
    if (word === 'null') return { kind: 'literal', value: null, start, end: this.at };
    while (text.startsWith('::', this.at)) {
      this.at += 2;
      this.word();
    }
    if (text.charAt(this.at) !== '(') return { kind: 'name', name: word, start, end: this.at };
    const args = this.items(depth, ')');
    return { kind: 'call', name: word, args, start, end: this.at };
  }

  private list(depth: number): Expression {
    const start = this.at;
    const loop = this.loop(depth);
    if (loop !== undefined) return loop;
    return { kind: 'list', items: this.items(depth, ']'), start, end: this.at };
  }

  /** What stands between an opening bracket and the closing one, divided by commas. */
  private items(depth: number, close: string): Expression[] {
    const start = this.at;
    const items: Expression[] = [];
    this.at += 1;
    for (;;) {
      this.skip(true);
      if (this.text.charAt(this.at) === close) {
        this.at += 1;
        return items;
      }
      const before = this.at;
      const item = this.expression(depth, true);
      this.skip(true);
      if (this.text.startsWith('...', this.at)) {
        this.at += 3;
        items.push({ kind: 'spread', of: item, start: item.start, end: this.at });
      } else items.push(item);
      this.skip(true);
      if (this.text.charAt(this.at) === ',') this.at += 1;
      else if (this.text.charAt(this.at) !== close) {
        this.complain(this.at, `A comma or ${close} belongs here.`);
        if (this.at >= this.text.length || this.at === before || '])}'.includes(this.text.charAt(this.at))) {
          this.at = Math.max(this.at, bracketsEnd(this.text, start));
          return items;
        }
      }
    }
  }

  private object(depth: number): Expression {
    const start = this.at;
    const loop = this.loop(depth);
    if (loop !== undefined) return loop;
    const members: (readonly [Expression, Expression])[] = [];
    this.at += 1;
    for (;;) {
      this.skip(true);
      if (this.text.charAt(this.at) === '}') {
        this.at += 1;
        break;
      }
      const keyAt = this.at;
      const key = this.operand(depth, false);
      this.skip(false);
      const sign = this.text.charAt(this.at);
      if (sign !== '=' && sign !== ':') {
        this.complain(keyAt, 'A name, = and a value belong here.');
        this.at = Math.max(this.at, bracketsEnd(this.text, start));
        break;
      }
      this.at += 1;
      this.skip(true);
      const bare: Expression =
        key.kind === 'name' && this.text.charAt(keyAt) !== '('
          ? { kind: 'literal', value: key.name, start: key.start, end: key.end }
          : key;
      members.push([bare, this.expression(depth, false)]);
      this.skip(false);
      if (this.text.charAt(this.at) === ',') this.at += 1;
    }
    return { kind: 'object', members, start, end: this.at };
  }

  private loop(depth: number): Expression | undefined {
    const { text, at: start } = this;
    if (!/^[[{]\s*for\s/.test(text.slice(start, start + 40))) return undefined;
    const end = bracketsEnd(text, start);
    const failed: Expression = { kind: 'other', start, end };
    this.at += 1;
    this.skip(true);
    this.word();
    this.skip(true);
    const names = [this.word()];
    this.skip(true);
    if (text.charAt(this.at) === ',') {
      this.at += 1;
      this.skip(true);
      names.push(this.word());
      this.skip(true);
    }
    const [first, second] = names;
    const value = second ?? first;
    const loop = value !== undefined && this.word() === 'in' ? this.loopBody(depth) : undefined;
    this.at = end;
    if (loop === undefined || value === undefined) return failed;
    const whole: Loop = { key: second === undefined ? undefined : first, value, ...loop };
    return { kind: 'loop', loop: whole, start, end };
  }

  private loopBody(depth: number): Omit<Loop, 'key' | 'value'> | undefined {
    this.skip(true);
    const list = this.expression(depth, true);
    this.skip(true);
    if (this.text.charAt(this.at) !== ':') return undefined;
    this.at += 1;
    this.skip(true);
    const first = this.expression(depth, true);
    this.skip(true);
    const keyed = this.text.startsWith('=>', this.at);
    if (keyed) {
      this.at += 2;
      this.skip(true);
    }
    const result = keyed ? this.expression(depth, true) : first;
    this.skip(true);
    // What groups by its key is not worked out.
    if (this.text.startsWith('...', this.at)) return undefined;
    let condition: Expression | undefined;
    if (/^if\b/.test(this.text.slice(this.at, this.at + 3))) {
      this.at += 2;
      this.skip(true);
      condition = this.expression(depth, true);
    }
    return { list, resultKey: keyed ? first : undefined, result, condition };
  }

  private string(depth: number): Expression {
    const start = this.at;
    const end = stringEnd(this.text, start);
    if (this.text.charAt(end - 1) !== '"' || end - start < 2)
      this.complain(start, 'The closing quotation mark of this text is missing in its line.');
    const parts = this.parts(start + 1, Math.max(start + 1, end - 1), depth, true);
    this.at = end;
    const [only, more] = parts;
    if (more === undefined && (only === undefined || typeof only === 'string'))
      return { kind: 'literal', value: only ?? '', start, end };
    return { kind: 'text', parts, start, end };
  }

  /** A text in pieces: what is written out, and the expressions in `${ … }`. */
  private parts(from: number, to: number, depth: number, escapes: boolean): (string | Expression)[] {
    const { text } = this;
    const after = this.at;
    const parts: (string | Expression)[] = [];
    const put = (raw: string) => {
      if (raw !== '')
        parts.push(escapes ? unescaped(raw) : raw.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{'));
    };
    let plain = from;
    let index = from;
    while (index < to) {
      const two = text.slice(index, index + 2);
      if (escapes && two.startsWith('\\')) index += 2;
      else if (two === '$$' || two === '%%') index += text.charAt(index + 2) === '{' ? 3 : 1;
      else if (two === '${' || two === '%{') {
        const end = Math.min(to, bracketsEnd(text, index + 1));
        put(text.slice(plain, index));
        parts.push(two === '${' ? this.inside(index, end, depth) : { kind: 'other', start: index, end });
        index = end;
        plain = end;
      } else index += 1;
    }
    put(text.slice(plain, to));
    this.at = after;
    return parts;
  }

  private inside(start: number, end: number, depth: number): Expression {
    this.at = start + 2;
    if (this.text.charAt(this.at) === '~') this.at += 1;
    this.skip(true);
    const found = this.expression(depth, true);
    this.skip(true);
    if (this.text.charAt(this.at) === '~') this.at += 1;
    return this.at === end - 1 ? found : { kind: 'other', start: start + 2, end: end - 1 };
  }

  /** Passes over what is not understood: to the end of the line or to what closes the brackets around it. */
  private other(start: number, lines: boolean): Expression {
    this.at = Math.max(this.at, start);
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (char === '"') this.at = stringEnd(this.text, this.at);
      else if ('([{'.includes(char)) this.at = bracketsEnd(this.text, this.at);
      else if (')]},'.includes(char) || (!lines && '\r\n'.includes(char))) break;
      else this.at += 1;
    }
    return { kind: 'other', start, end: this.at };
  }
}
