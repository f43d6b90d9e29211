/** Parses YAML, or a stretch of it, into the tree that all lenses share. Never throws. */
import { parseDocument } from 'yaml';
import type { SyntaxProblem } from '../syntax/tree.ts';
import { Converter } from './convert.ts';
import type { YamlTree } from './tree.ts';

/** Longer stretches are not read: no template that CloudFormation takes is that long (1 MB, service quota). */
const LONGEST = 2_000_000;

/**
 * The tree of `text` between two offsets; its own offsets are those of the whole text. Values are told apart as YAML 1.1
 * does, which CloudFormation reads; a short function `!Ref X` becomes the map `{ Ref: X }`.
 */
export function parseYaml(text: string, from = 0, to = text.length): YamlTree {
  const failed = (kind: SyntaxProblem['kind'], message: string): YamlTree => ({
    text,
    root: undefined,
    problems: [{ kind, fatal: true, start: from, end: to, message }],
    sound: false,
    locks: new Map(),
  });
  if (to - from > LONGEST)
    return failed(
      'too-large',
      `The text is longer than ${LONGEST.toLocaleString('en')} characters: it is not read.`,
    );
  try {
    const parsed = parseDocument(text.slice(from, to), {
      keepSourceTokens: true,
      uniqueKeys: false,
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
    });
    const problems = parsed.errors.map(({ message, pos: [start, end] }): SyntaxProblem => {
      const deep = message.includes('call stack');
      return {
        kind: deep ? 'too-large' : 'syntax',
        fatal: true,
        start: from + start,
        end: from + Math.max(end, start),
        message: deep ? 'The text is nested too deeply to be read.' : asSentence(message),
      };
    });
    const converter = new Converter(text, from);
    const root = parsed.contents === null ? undefined : converter.convert(parsed.contents);
    problems.push(...converter.problems);
    return { text, root, problems, sound: problems.length === 0, locks: converter.locks };
  } catch (error) {
    // The parser calls itself for every level of nesting.
    if (error instanceof RangeError) return failed('too-large', 'The text is nested too deeply to be read.');
    return failed('syntax', 'The text cannot be read as YAML.');
  }
}

function asSentence(message: string): string {
  const trimmed = message.trim().replace(/ at line \d+, column \d+:?[\s\S]*$/, '');
  return /[.!?)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
