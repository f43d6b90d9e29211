/**
 * Reads any string into a tolerant tree: without recursion, in time that grows with the text and no faster.
 *
 * Comments, trailing commas, odd blanks and odd characters in strings are named and change nothing (the tree stays sound).
 * Anything else that is no JSON is named, guessed past, and makes the tree unsound.
 */
import { type Diagnostics, diagnostics } from './diagnostics.ts';
import { bracketEnd, junkEnd, numberEnd, placeholderEnd, wordEnd } from './scan.ts';
import { type ScannedString, scanString } from './scanString.ts';
import type { Child, ContainerNode, SyntaxNode, SyntaxTree } from './tree.ts';
import { skipTrivia } from './trivia.ts';
import { junkWords, placeholderWords } from './words.ts';

/** Objects and arrays nested deeper than this are not read. ECS's own structures end at 8. */
export const DEPTH_LIMIT = 500;
/** Characters beyond this are not read. ECS refuses a request above 64 KiB. */
export const LENGTH_LIMIT = 1 << 20;

/** What may come next: a value of a member, a member's name, an item of a list, or a comma and the like after a value. */
type State = 'value' | 'key' | 'item' | 'after';

/** Reads one text. A language that is JSON with something more takes over the steps in which it differs. */
export class Parser {
  readonly text: string;
  readonly limit: number;
  readonly report: Diagnostics;
  readonly stack: ContainerNode[] = [];
  /** How many of `stack` are objects. */
  openObjects = 0;
  root: SyntaxNode | undefined;
  at = 0;
  state: State = 'value';
  /** The name of the member whose value is read. */
  key: string | undefined;
  keyStart = -1;
  keyEnd = -1;
  /** The last token of weight, for "a comma is missing after". */
  lastStart = 0;
  lastEnd = 0;
  afterComma = false;

  constructor(text: string) {
    this.text = text;
    this.limit = Math.min(text.length, LENGTH_LIMIT);
    this.report = diagnostics(text);
  }

  run(): SyntaxTree {
    for (;;) {
      this.skip();
      if (this.at >= this.limit) break;
      const top = this.stack[this.stack.length - 1];
      if (top === undefined) {
        if (this.root !== undefined) {
          this.failHere('The JSON is complete before this: there is more text after its end.');
          break;
        }
        if (!this.readRoot()) break;
      } else if (this.state === 'value') this.readValue();
      else if (this.state === 'after') this.readAfter(top);
      else if (this.state === 'key') this.readKey(top);
      else this.readItem(top);
    }
    this.finish();
    const { problems } = this.report;
    problems.sort((a, b) => a.start - b.start);
    return {
      text: this.text,
      root: this.root,
      problems,
      sound: this.root !== undefined && !this.report.broken(),
    };
  }

  /** Passes what stands between tokens. */
  skip(): void {
    this.at = skipTrivia(this.text, this.at, this.limit, this.report);
  }

  failHere(message: string, end = this.at + 1): void {
    this.report.fail(this.at, end, message);
  }

  /** Reads the outermost value; `false` when the text does not look like JSON at all. */
  readRoot(): boolean {
    const end = placeholderEnd(this.text, this.at, this.limit);
    if (end >= 0) {
      // A template's directive before the JSON (`{{ with .Timer }}`).
      this.failHere(placeholderWords(this.report.quote(this.at, end)), end);
      this.at = end;
      return true;
    }
    const char = this.text.charAt(this.at);
    if (
      '{["-0123456789'.includes(char) ||
      /^(?:true|false|null)\b/.test(this.text.slice(this.at, this.at + 6))
    ) {
      this.readValue();
      return true;
    }
    const found = this.report.quote(this.at, this.at + 60);
    this.failHere(`This is no JSON: it begins with ${found}, and a task definition begins with {.`);
    return false;
  }

  readValue(): void {
    const { text, at, limit } = this;
    const char = text.charAt(at);
    const placeholder = '{$%#<'.includes(char) ? placeholderEnd(text, at, limit) : -1;
    if (placeholder >= 0) this.readPlaceholder(placeholder);
    else if (char === '"' || char === "'") this.readString();
    else if (char === '{') this.open('object');
    else if (char === '[') this.open('array');
    else if (',]}:'.includes(char)) this.missValue(char);
    else this.readScalar();
  }

  missValue(char: string): void {
    const after = this.report.quote(this.lastStart, this.lastEnd);
    this.report.fail(this.lastEnd, this.lastEnd + 1, `A value is missing after ${after}.`);
    if (char === ':') this.at += 1;
    this.add({ kind: 'bad', start: this.lastEnd, end: this.lastEnd });
  }

  /** A number, true, false, null, or something that is none. */
  readScalar(): void {
    const { text, at: start, limit } = this;
    const number = numberEnd(text, start, limit);
    const end = number >= 0 ? number : wordEnd(text, start, limit);
    const token = text.slice(start, Math.max(start, end));
    if (number >= 0) this.add({ kind: 'number', start, end, value: Number(token) });
    else if (token === 'true' || token === 'false')
      this.add({ kind: 'literal', start, end, value: token === 'true' });
    else if (token === 'null') this.add({ kind: 'literal', start, end, value: null });
    else {
      const junk = junkEnd(text, start, limit);
      this.failHere(junkWords(this.report.quote(start, junk)), junk);
      this.add({ kind: 'bad', start, end: junk });
    }
  }

  readString(): void {
    const { at } = this;
    const string = this.scanString();
    this.nameFlaws(string);
    this.add({ kind: 'string', start: at, end: string.end, value: string.value });
  }

  /** The text whose opening quote comes next. */
  scanString(): ScannedString {
    return scanString(this.text, this.at, this.limit);
  }

  nameFlaws(string: ScannedString): void {
    const { text, at, report } = this;
    if (text.charCodeAt(at) === 0x27) {
      report.fail(at, string.end, 'JSON puts text between double quotation marks ("), not single ones.');
    } else if (string.unclosed && string.end < LENGTH_LIMIT) {
      const quoted = report.quote(at, string.end);
      report.fail(at, string.end, `The closing quotation mark of ${quoted} is missing in this line.`);
    } else if (string.flaw >= 0) {
      const control = text.charCodeAt(string.flaw) < 0x20;
      const what = control
        ? 'A tab or another control character stands inside a text; JSON wants an escape such as \\t.'
        : `${text.slice(string.flaw, string.flaw + 2)} is no escape that JSON knows; a backslash itself is written \\\\.`;
      report.tolerate(string.flaw, string.flaw + (control ? 1 : 2), what);
    }
  }

  readPlaceholder(end: number): void {
    const { text, at } = this;
    this.failHere(placeholderWords(this.report.quote(this.at, end)), end);
    this.add({ kind: 'bad', start: at, end, placeholder: text.slice(at, end) });
    this.at = end;
  }

  open(kind: ContainerNode['kind']): void {
    const { text, at, limit, report } = this;
    if (this.stack.length >= DEPTH_LIMIT) {
      const end = bracketEnd(text, at, limit);
      report.tooLarge(
        at,
        end,
        `Nested more than ${DEPTH_LIMIT} levels deep: what is further in is not read.`,
      );
      this.add({ kind: 'bad', start: at, end });
      this.at = end;
      return;
    }
    const node: ContainerNode = { kind, start: at, end: limit, children: [] };
    this.add(node);
    this.stack.push(node);
    if (kind === 'object') this.openObjects += 1;
    this.at = at + 1;
    this.mark(at, at + 1);
    this.state = kind === 'object' ? 'key' : 'item';
    this.afterComma = false;
  }

  /** Hands a value to what it belongs to, and stands behind it. */
  add(value: SyntaxNode): void {
    const parent = this.stack[this.stack.length - 1];
    if (parent === undefined) this.root = value;
    else {
      const { key, keyStart, keyEnd } = this;
      parent.children.push({ key, keyStart, keyEnd, value, comma: -1 });
    }
    this.mark(this.keyStart >= 0 ? this.keyStart : value.start, value.end);
    this.key = undefined;
    this.keyStart = -1;
    this.keyEnd = -1;
    this.state = 'after';
    this.afterComma = false;
    if (value.end > this.at) this.at = value.end;
  }

  mark(start: number, end: number): void {
    this.lastStart = start;
    this.lastEnd = end;
  }

  readKey(top: ContainerNode): void {
    const { text, at, limit } = this;
    const char = text.charAt(at);
    if (char === '}' || char === ']') {
      this.close(char, top);
      return;
    }
    if (char === '"' || char === "'") {
      const string = this.scanString();
      this.nameFlaws(string);
      this.readColon(string.value, string.end);
      return;
    }
    if (char === ',') {
      this.failHere('This comma is one too many.');
      this.at += 1;
      return;
    }
    const word = wordEnd(text, at, limit);
    if (word >= 0 && /^\s*[:=]/.test(text.slice(word, word + 20))) {
      const name = text.slice(at, word);
      this.failHere(`The name ${name} needs quotation marks: "${name}".`, word);
      this.readColon(name, word);
      return;
    }
    const placeholder = placeholderEnd(text, at, limit);
    if (placeholder >= 0) {
      this.failHere(placeholderWords(this.report.quote(this.at, placeholder)), placeholder);
      this.at = placeholder;
      return;
    }
    const found = /^.[^\s,:}\]]*/u.exec(text.slice(at, at + 60))?.[0] ?? char;
    this.failHere(`A member's name in quotation marks belongs here, not ${found}.`);
    if (char === ':') this.at += 1;
    else this.state = 'value';
  }

  readColon(key: string, end: number): void {
    this.key = key;
    this.keyStart = this.at;
    this.keyEnd = end;
    this.mark(this.at, end);
    this.at = end;
    this.skip();
    const char = this.text.charAt(this.at);
    if (this.at < this.limit && (char === ':' || char === '=')) {
      if (char === '=') this.failHere('JSON puts a colon between a name and its value, not =.');
      this.at += 1;
      this.lastEnd = this.at;
    } else if (this.at < this.limit) {
      this.report.fail(
        end,
        end + 1,
        `A colon and a value are missing after ${this.report.quote(this.keyStart, end)}.`,
      );
    }
    this.state = 'value';
  }

  readItem(top: ContainerNode): void {
    const { text, at, limit } = this;
    const char = text.charAt(at);
    if (char === '}' || char === ']') {
      this.close(char, top);
      return;
    }
    if (char === '%' && text.charAt(at + 1) === '{') {
      const end = placeholderEnd(text, at, limit);
      if (end >= 0) {
        this.failHere(placeholderWords(this.report.quote(this.at, end)), end);
        this.at = end;
        return;
      }
    }
    if (char === ',') {
      this.failHere('An item is missing before this comma.');
      this.add({ kind: 'bad', start: at, end: at });
      return;
    }
    this.readValue();
  }

  readAfter(top: ContainerNode): void {
    const { text, at } = this;
    const char = text.charAt(at);
    if (char === '}' || char === ']') {
      this.close(char, top);
      return;
    }
    if (char === ',') {
      const last = top.children[top.children.length - 1];
      if (last !== undefined) last.comma = at;
      this.at += 1;
      this.afterComma = true;
    } else if (char === ':') {
      this.failHere(
        top.kind === 'array'
          ? 'A list holds values, not pairs of a name and a value: an object { } belongs round this pair.'
          : 'This colon does not belong here.',
      );
      this.at += 1;
    } else {
      this.missComma();
    }
    this.state = top.kind === 'object' ? 'key' : 'item';
  }

  missComma(): void {
    const after = this.report.quote(this.lastStart, this.lastEnd);
    this.report.fail(this.lastEnd, this.lastEnd + 1, `A comma is missing after ${after}.`);
  }

  close(char: '}' | ']', top: ContainerNode): void {
    const { at, report } = this;
    const kind = char === '}' ? 'object' : 'array';
    if (top.kind !== kind) {
      const missing = kind === 'object' ? ']' : '}';
      const line = report.lineOf(top.start);
      this.failHere(
        `Here a ${missing} belongs first: the ${missing === ']' ? '[' : '{'} of line ${line} is still open.`,
      );
      if ((kind === 'object' ? this.openObjects : this.stack.length - this.openObjects) === 0) {
        this.at += 1;
        return;
      }
      while (this.stack[this.stack.length - 1]?.kind !== kind) {
        this.pop(at);
      }
    } else if (this.afterComma) {
      const comma: Child | undefined = top.children[top.children.length - 1];
      if (comma !== undefined && comma.comma >= 0) {
        report.tolerate(
          comma.comma,
          comma.comma + 1,
          `The comma before ${char} is one too many: JSON allows none there.`,
        );
      }
    }
    this.pop(at + 1);
    this.at = at + 1;
    this.mark(at, at + 1);
    this.state = 'after';
    this.afterComma = false;
  }

  pop(end: number): void {
    const closed = this.stack.pop();
    if (closed === undefined) return;
    closed.end = end;
    if (closed.kind === 'object') this.openObjects -= 1;
  }

  finish(): void {
    const { limit, report, text } = this;
    if (text.length > limit) {
      const most = LENGTH_LIMIT.toLocaleString('en');
      report.tooLarge(
        limit,
        text.length,
        `The text is longer than ${most} characters: the rest is not read.`,
      );
    } else if (this.stack.length > 0) {
      const top = this.stack[this.stack.length - 1];
      const open = top?.kind === 'array' ? '[' : '{';
      const line = report.lineOf(top?.start ?? 0);
      report.fail(limit, limit, `The text ends before the ${open} of line ${line} is closed.`);
    } else if (this.root === undefined && !report.broken()) {
      report.fail(0, limit, 'There is no text here yet.');
    }
    if (this.stack.length > 0 && this.keyStart >= 0) this.add({ kind: 'bad', start: limit, end: limit });
  }
}

/** The tree of a text. Never throws; a text without any value has no root. */
export function parse(text: string): SyntaxTree {
  return new Parser(text).run();
}
