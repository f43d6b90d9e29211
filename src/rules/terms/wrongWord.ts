/** Text where the API has a fixed set of words, and another word stands. */
import { oncePer } from '../../model/oncePer.ts';
import type { Path } from '../../model/path.ts';
import { pathKey } from '../../model/path.ts';
import type { Problem, Reading } from '../../model/reading.ts';

/** The word that stands at `path`, when it is text that the API does not know there; a placeholder is none. */
export function wrongWord(reading: Reading, path: Path): string | undefined {
  if (reading.problems.length === 0 || !reading.unreadable.has(pathKey(path))) return undefined;
  const problem = wrongTypes(reading).get(pathKey(path));
  return problem && writtenText(reading, problem);
}

/** The problems of that kind by the key of their path; of a text of rubbish there are thousands. */
const wrongTypes = oncePer((reading: Reading): ReadonlyMap<string, Problem> => {
  const problems = reading.problems.filter(({ kind }) => kind === 'wrong-type');
  return new Map(problems.map((problem) => [pathKey(problem.path), problem]));
});

/** The text literal that a problem is about, or nothing when another kind of value stands there. */
export function writtenText(
  reading: Reading,
  { path, place }: Pick<Problem, 'path' | 'place'>,
): string | undefined {
  const { start, end } = reading.places.value(path) ?? place;
  const raw = reading.text.slice(start, end);
  if (!raw.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the place belongs to a rule of its own, which knows the words that are allowed there. */
export function hasOwnRule(path: Path): boolean {
  const last = path.at(-1);
  const owner = path.at(-2);
  return (
    (last === 'condition' && path.at(-3) === 'dependsOn') ||
    (last === 'logDriver' && owner === 'logConfiguration') ||
    (last === 'protocol' && path.at(-3) === 'portMappings')
  );
}
