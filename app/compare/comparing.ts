/** Two sides compared, as the worker tells it: everything that the dialog shows, and nothing it has to compute. */
import { type Comparison, comparison, comparisonMarkdown } from '../../src/explain/comparison/comparison.ts';
import { type Marks, marksOf } from '../../src/explain/comparison/marks.ts';
import { formats, readAny } from '../../src/formats/index.ts';
import { loadLens, read } from '../../src/lens/index.ts';
import { graph } from '../../src/model/graph.ts';
import type { Reading, Source } from '../../src/model/reading.ts';
import { startWaves } from '../../src/model/waves.ts';
import { densityOf } from '../../src/picture/density.ts';
import { layout } from '../../src/picture/layout.ts';
import { canvasSvg } from '../../src/picture/svg/canvasSvg.ts';
import type { Theme } from '../../src/picture/svg/palette.ts';
import { findSecrets } from '../../src/share/scrub.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';

/** A text to compare. Without a source it is anything that somebody pasted. */
export interface Side {
  readonly name: string;
  readonly text: string;
  readonly source?: Source;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** How containers behave, in both. */
  readonly scenario: Scenario | undefined;
  readonly theme: Theme;
}

export type Compared =
  /** Why a side cannot be compared: "Pasted text: no task definition was found." */
  | { readonly problem: string }
  | {
      readonly comparison: Comparison;
      /** Stand-alone SVG. */
      readonly pictures: { readonly before: string; readonly after: string };
      readonly markdown: string;
      /** What was taken of a text that holds more than one task: "Of 3 task definitions the first, web, is compared." */
      readonly note: string | undefined;
    };

/** Reads both sides and compares them. */
export async function compared({ before, after, scenario, theme }: Sides): Promise<Compared> {
  const [one, other] = [await readSide(before), await readSide(after)];
  for (const { reading, name } of [one, other]) {
    if (reading === undefined) return { problem: `${name}: no task definition was found in this text.` };
    if (!reading.whole) return { problem: `${name}: the text cannot be read to its end.` };
  }
  if (one.reading === undefined || other.reading === undefined) return { problem: '' };
  const [old, fresh] = [one.reading.task, other.reading.task];
  const marks = marksOf(old, fresh);
  const result = comparison(old, fresh, scenario);
  const secrets = [...findSecrets(old), ...findSecrets(fresh)].map(({ secret }) => secret);
  return {
    comparison: result,
    pictures: {
      before: picture(one.reading, { marks: marks.before, theme, title: one.name }),
      after: picture(other.reading, { marks: marks.after, theme, title: other.name }),
    },
    markdown: comparisonMarkdown(result, { before: one.name, after: other.name }, secrets),
    note: [one.note, other.note].filter((note) => note !== undefined).join(' ') || undefined,
  };
}

async function readSide({ name, text, source }: Side): Promise<{
  readonly name: string;
  readonly reading: Reading | undefined;
  readonly note?: string;
}> {
  if (source !== undefined) {
    await loadLens(source);
    return { name, reading: read(text, source) };
  }
  const { tasks, format } = readAny(text);
  const [task] = tasks;
  if (task === undefined) return { name, reading: undefined };
  await loadLens(task.source);
  const label = formats.find(({ id }) => id === format)?.label;
  return {
    name: task.name === '' ? name : task.name,
    reading: read(task.text, task.source),
    ...(tasks.length > 1 && {
      note: `Of the ${tasks.length} task definitions${label === undefined ? '' : ` (${label})`} the first, ${task.name}, is compared.`,
    }),
  };
}

function picture(
  { task }: Reading,
  options: { readonly marks: Marks; readonly theme: Theme; readonly title: string },
): string {
  const drawn = graph(task);
  return canvasSvg(layout(drawn, { waves: startWaves(task), density: densityOf(drawn) }), drawn, options);
}
