/** Finds what an error message of ECS is about, however a client has wrapped it. */

import type { Field } from '../model/fields/field.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import { oncePer } from '../model/oncePer.ts';
import { formatPath } from '../model/path.ts';
import { rules as everyRule } from './index.ts';
import type { Finding, Rule } from './rule.ts';

/** What a message means. Both lists are empty when nobody knows it. */
export interface Meant {
  /** The rules whose answer it is, the likeliest first; their help can be shown even where the task has no such finding. */
  readonly rules: readonly Rule[];
  /** Those of the findings that it is about, narrowed to the names in the message where it names any. */
  readonly findings: readonly Finding[];
}

/** So much of the weight of an answer's words must stand in the message. */
const ENOUGH = 0.66;
/** Answers that fit nearly as well as the best are meant as well: one sentence may be that of two rules. */
const AS_GOOD = 0.04;
const MOST_WORDS = 1500;

/**
 * The findings and rules that an error text of ECS, of a client or of a deployment tool means. Names and numbers in the
 * answers stand for any other. Any text may be given; never throws.
 */
export function findingsFor(
  errorText: string,
  findings: readonly Finding[],
  rules: readonly Rule[] = everyRule,
): Meant {
  const text = wordsOf(errorText.slice(0, MOST_WORDS * 12)).slice(0, MOST_WORDS);
  const judged = answersOf(rules)
    .map(({ rule, words, weight }) => ({ rule, words, fit: fitOf(words, weight, text) }))
    .filter(({ fit }) => fit >= ENOUGH)
    .sort((a, b) => b.fit - a.fit);
  const best = judged[0]?.fit ?? 0;
  const good = judged.filter(({ fit }) => fit >= best - AS_GOOD);
  const meant = [...new Set(good.filter((one) => !saysMore(good, one)).map(({ rule }) => rule))];
  const ids = new Set(meant.map(({ id }) => id));
  const ofRules = findings.filter(({ rule }) => ids.has(rule));
  return { rules: meant, findings: narrowed(ofRules, errorText) };
}

type Fitting = Pick<Answer, 'rule' | 'words'>;

/** Whether another answer that fits as well has all words of this one and more: then that one is meant. */
function saysMore(good: readonly Fitting[], one: Fitting): boolean {
  return good.some(
    ({ rule, words }) =>
      rule !== one.rule && words.length > one.words.length && one.words.every((word) => words.includes(word)),
  );
}

interface Word {
  readonly text: string;
  /** A name or a number of the example: any other may stand there. */
  readonly variable: boolean;
}

interface Answer {
  readonly rule: Rule;
  readonly words: readonly string[];
  readonly weight: ReadonlyMap<string, number>;
}

/** Every answer as its fixed words; a word counts the more, the fewer answers have it. */
const answersOf = oncePer((rules: readonly Rule[]): readonly Answer[] => {
  const all = rules.flatMap((rule) =>
    [
      ...(rule.answer === undefined ? [] : [rule.answer]),
      ...(rule.alsoAnswers ?? []),
      ...(rule.assumedAnswers ?? []),
    ]
      .flatMap(withFirstSentence)
      .map((answer) => ({
        rule,
        words: wordsOf(answer).flatMap(({ text, variable }) => (variable ? [] : [text])),
      })),
  );
  const uses = new Map<string, number>();
  for (const { words } of all) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weight = new Map([...uses].map(([word, count]) => [word, 1 / (1 + Math.log(count))]));
  return all.filter(({ words }) => words.length > 0).map((answer) => ({ ...answer, weight }));
});

/** An answer of several sentences is known by its first one too, if that has some words: the rest comes and goes. */
function withFirstSentence(answer: string): string[] {
  const [first = ''] = answer.split(/(?<=[.:]) /);
  return first !== answer && first.split(' ').length > 4 ? [answer, first] : [answer];
}

/** How much of the answer stands in one stretch of the text, in its order: 0 to 1. */
function fitOf(words: readonly string[], weight: Answer['weight'], text: readonly Word[]): number {
  const total = words.reduce((sum, word) => sum + (weight.get(word) ?? 1), 0);
  const opening = new Set(words.slice(0, 3));
  let best = 0;
  for (let start = 0; start < text.length && best < total; start += 1) {
    if (!opening.has(text[start]?.text ?? '')) continue;
    best = Math.max(best, common(words, weight, text.slice(start, start + words.length + 12)));
  }
  return best / total;
}

/** The weight of the heaviest sequence of words that both have in this order. */
function common(words: readonly string[], weight: Answer['weight'], text: readonly Word[]): number {
  let row = new Array<number>(words.length + 1).fill(0);
  for (const { text: said } of text) {
    const next = [0];
    for (const [index, word] of words.entries()) {
      const with_ = (row[index] ?? 0) + (word === said ? (weight.get(word) ?? 1) : -1);
      next.push(Math.max(with_, row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Words in lower case; quoted or bracketed words that are none of the API's, and whatever has a digit, are variable. */
function wordsOf(text: string): Word[] {
  const plain = text.replace(/[‘’`´]/g, "'").replace(/[“”]|\\"/g, '"');
  return [...plain.matchAll(/(["'[]?)([A-Za-z0-9][A-Za-z0-9_-]*)(["'\]]?)/g)].map(
    ([, before = '', word = '', after = '']) => {
      const lower = word.toLowerCase();
      const inside = before !== '' && after !== '' && !apiWords().has(lower);
      return { text: lower, variable: inside || /\d|_/.test(word) };
    },
  );
}

let known: ReadonlySet<string> | undefined;

/** Words that messages quote because they belong to the API: members, and a few values. */
function apiWords(): ReadonlySet<string> {
  if (known) return known;
  const found = new Set(['true', 'false', 'task', 's3', 'host', 'awsvpc', 'containerportrange']);
  const walk = (fields: Readonly<Record<string, Field>>) => {
    for (const [name, field] of Object.entries(fields)) {
      found.add(name.toLowerCase());
      const inner = field.kind === 'list' ? field.item : field;
      if (inner.kind === 'structure') walk(inner.fields);
    }
  };
  walk(taskFields);
  known = found;
  return found;
}

/** Those findings that speak of what the message names, by path or by name; all of them when it names nothing here. */
function narrowed(findings: readonly Finding[], text: string): readonly Finding[] {
  const atPath = findings.filter(({ path }) => path.length > 1 && text.includes(formatPath(path)));
  if (atPath.length > 0) return atPath;
  const names = [...text.matchAll(/['"[]([^'"[\]\s]{1,255})['"\]]/g)].map(([, name = '']) => name);
  const named = findings.filter(({ node = '', message }) =>
    names.some((name) => node.endsWith(`:${name}`) || message.includes(`"${name}"`)),
  );
  return named.length > 0 ? named : findings;
}
