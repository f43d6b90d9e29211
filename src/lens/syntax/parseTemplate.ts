/**
 * Reads JSON with the placeholders and directives of a template in it. A placeholder without quotation marks is a value
 * whose text nobody judges; a directive between the tokens is let pass like a comment. The tree stays sound.
 */
import { directiveEnd, valueEnd } from './directive.ts';
import { Parser } from './parse.ts';
import { type ScannedString, scanString } from './scanString.ts';
import type { ContainerNode, SyntaxTree } from './tree.ts';

/** A text with more of them is searched for no more placeholders, so that the time grows with the text and no faster. */
const MOST_MISSES = 20_000;

class TemplateParser extends Parser {
  readonly directives: { start: number; end: number }[] = [];
  placeholders = 0;
  /** Where the last placeholder or directive ended: commas near it may come out of it. */
  lastLoose = -1;
  /** Brackets that could have begun a placeholder and did not. */
  misses = 0;

  override skip(): void {
    for (;;) {
      super.skip();
      const between = this.state !== 'value' || this.stack.length === 0;
      const end = between && this.at < this.limit ? directiveEnd(this.text, this.at, this.limit) : -1;
      if (end < 0) return;
      this.directives.push({ start: this.at, end });
      this.lastLoose = end;
      this.at = end;
    }
  }

  override readValue(): void {
    const end = this.valueEnd(this.at);
    if (end >= 0) this.readPlaceholder(end);
    else super.readValue();
  }

  override readPlaceholder(end: number): void {
    const { at, text } = this;
    this.placeholders += 1;
    this.add({ kind: 'bad', start: at, end, placeholder: text.slice(at, end) });
    this.at = end;
    this.lastLoose = end;
  }

  override readKey(top: ContainerNode): void {
    const { text, at } = this;
    if (text.charAt(at) === ',' && this.isLoose()) {
      this.passComma();
      return;
    }
    const end = this.valueEnd(at);
    if (end < 0) {
      super.readKey(top);
      return;
    }
    if (/^\s*:/.test(text.slice(end, end + 20))) {
      this.placeholders += 1;
      this.readColon(text.slice(at, end), end);
      return;
    }
    // Members that are filled in where it stands. With or without a comma: that may come out of it.
    this.directives.push({ start: at, end });
    this.readPlaceholder(end);
  }

  override readItem(top: ContainerNode): void {
    if (this.text.charAt(this.at) === ',' && this.isLoose()) this.passComma();
    else super.readItem(top);
  }

  override missComma(): void {
    if (this.isLoose() || this.valueEnd(this.at) >= 0) {
      this.directives.push({ start: this.lastEnd, end: this.lastEnd });
    } else super.missComma();
  }

  /** Go and Terraform have quotation marks of their own inside a text: `"app:{{ env "TAG" }}"`. */
  override scanString(): ScannedString {
    const { text, at, limit } = this;
    const plain = scanString(text, at, limit);
    if (/^[ \t]*(?:[,:}\]\r\n]|$)/.test(text.slice(plain.end, plain.end + 20))) return plain;
    const inside = text.slice(at, plain.end);
    if (!/\$\{[^}]*"$|\{\{(?!.*\}\}).*"$/.test(inside)) return plain;
    let end = at + 1;
    while (end < limit && !'"\r\n'.includes(text.charAt(end))) {
      const placeholder = /[${%]/.test(text.charAt(end)) ? this.valueEnd(end) : -1;
      if (placeholder >= 0) end = placeholder;
      else end += text.charAt(end) === '\\' ? 2 : 1;
    }
    if (text.charAt(end) !== '"') return plain;
    this.placeholders += 1;
    return { value: text.slice(at + 1, end), end: end + 1, unclosed: false, flaw: -1 };
  }

  /** A comma that may be one too many or not, as the placeholder before it turns out. */
  private passComma(): void {
    this.directives.push({ start: this.at, end: this.at + 1 });
    this.at += 1;
  }

  private valueEnd(at: number): number {
    if (this.misses > MOST_MISSES) return -1;
    const end = valueEnd(this.text, at, this.limit);
    if (end < 0 && /[{$%<]/.test(this.text.charAt(at))) this.misses += 1;
    return end;
  }

  private isLoose(): boolean {
    return this.lastLoose >= this.lastEnd;
  }
}

/** The tree of a template. Never throws. */
export function parseTemplate(text: string): SyntaxTree {
  const parser = new TemplateParser(text);
  const tree = parser.run();
  return { ...tree, directives: parser.directives, placeholders: parser.placeholders };
}
