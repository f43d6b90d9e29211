/** Where a reader of HCL stands in its text, and what it found wrong so far. */
import { bracketsEnd, triviaEnd } from './scan.ts';

const NAME = /[A-Za-z_][\w-]*/y;

export interface Complaint {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export class HclCursor {
  readonly complaints: Complaint[] = [];
  protected at = 0;
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  protected word(): string | undefined {
    NAME.lastIndex = this.at;
    const found = NAME.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  protected digits(): string | undefined {
    const found = /^\d+/.exec(this.text.slice(this.at, this.at + 12))?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  protected quotedWord(): string | undefined {
    const found = /^"([^"\r\n\\]*)"/.exec(this.text.slice(this.at, this.at + 300));
    if (found === null) return undefined;
    this.at += found[0].length;
    return found[1];
  }

  protected skip(lines: boolean): void {
    this.at = triviaEnd(this.text, this.at, lines);
  }

  protected endOfLine(): void {
    this.skip(false);
    const char = this.text.charAt(this.at);
    if (char === ',' || char === '') this.at += char.length;
    else if (!'\r\n}'.includes(char)) this.passLine(this.at, 'The line should end before this.');
  }

  protected passLine(start: number, message: string): void {
    this.complain(start, message);
    this.at = Math.max(this.at, start + 1);
    while (this.at < this.text.length && !'\r\n'.includes(this.text.charAt(this.at))) {
      this.at = '{[('.includes(this.text.charAt(this.at)) ? bracketsEnd(this.text, this.at) : this.at + 1;
    }
  }

  protected complain(start: number, message: string): void {
    const last = this.complaints.at(-1);
    if (this.complaints.length < 100 && last?.start !== start)
      this.complaints.push({ start, end: Math.min(this.text.length, start + 1), message });
  }
}
