/** What is found in a text, as the worker tells it: everything that the import dialog shows, and nothing it has to compute. */
import type { FormatProblem, FoundTask, Switches } from '../../src/formats/format.ts';
import { formats, readAny } from '../../src/formats/index.ts';
import { read } from '../../src/lens/index.ts';
import { graph } from '../../src/model/graph.ts';
import { startWaves } from '../../src/model/waves.ts';
import { densityOf } from '../../src/picture/density.ts';
import { layout } from '../../src/picture/layout.ts';
import { canvasSvg } from '../../src/picture/svg/canvasSvg.ts';
import type { Theme } from '../../src/picture/svg/palette.ts';
import { check } from '../../src/rules/check.ts';
import type { Severity } from '../../src/rules/rule.ts';

export interface Offered extends FoundTask {
  readonly containers: number;
}

export interface Found {
  readonly format: string | undefined;
  /** The format's name in words. */
  readonly label: string | undefined;
  readonly tasks: readonly Offered[];
  readonly problems: readonly FormatProblem[];
}

/** The same on its way between threads: a text is copied with every task that has it, so the one that was asked about stays behind. */
export interface Sent extends Omit<Found, 'tasks'> {
  readonly tasks: readonly (Omit<Offered, 'text'> & { readonly text?: string })[];
}

/** What goes to the other thread. */
export function sent({ tasks, ...rest }: Found, asked: string): Sent {
  return { ...rest, tasks: tasks.map(({ text, ...task }) => (text === asked ? task : { ...task, text })) };
}

/** What was sent, with the text that was asked about back in its places. */
export function received({ tasks, ...rest }: Sent, asked: string): Found {
  return { ...rest, tasks: tasks.map((task) => ({ ...task, text: task.text ?? asked })) };
}

export interface Preview {
  /** Standalone SVG. */
  readonly picture: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

export type Question =
  | {
      readonly ask: 'found';
      readonly text: string;
      readonly fileName: string | undefined;
      readonly switches: Switches;
    }
  | { readonly ask: 'preview'; readonly task: FoundTask; readonly theme: Theme };

/** What the reader says to a question. */
export function answerTo(question: Question): Sent | Preview {
  if (question.ask === 'preview') return preview(question.task, question.theme);
  const { text, fileName, switches } = question;
  return sent(found(text, fileName, switches), text);
}

/** The tasks of a text, each with the number of its containers. */
export function found(text: string, fileName: string | undefined, switches: Switches): Found {
  const { format, tasks, problems } = readAny(text, fileName, switches);
  return {
    format,
    label: formats.find(({ id }) => id === format)?.label,
    tasks: tasks.map((task) => ({
      ...task,
      containers: graph(read(task.text, task.source).task).containers.length,
    })),
    problems,
  };
}

/** One of them drawn, and what the rules say of it. */
export function preview({ name, text, source }: FoundTask, theme: Theme): Preview {
  const reading = read(text, source);
  const drawn = graph(reading.task);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of check(reading)) counts[severity] += 1;
  const picture = canvasSvg(
    layout(drawn, { waves: startWaves(reading.task), density: densityOf(drawn) }),
    drawn,
    { theme, title: name },
  );
  return { picture, counts };
}
