/** A language in which people keep task definitions. */
import type { Parts } from '../edit/parts/part.ts';
import type { Path } from '../model/path.ts';
import type { Place, Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Theme } from '../picture/svg/palette.ts';
import type { RealRun } from '../simulate/realRun.ts';
import type { Scenario } from '../simulate/scenario.ts';

/** Something of the file that the task cannot hold, or was taken out: named, never dropped in silence. */
export interface Loss {
  readonly path: Path;
  readonly message: string;
}

/** One task definition found in a file: its own text, and how that text holds it. */
export interface FoundTask {
  readonly name: string;
  readonly text: string;
  readonly source: Source;
  readonly losses: readonly Loss[];
  /** What the file leaves open and the reader may choose; read again with the choices to see what comes of them. */
  readonly switches?: readonly Switch[];
  /** What is ours and not ECS's, where the file is a design that was kept here. */
  readonly parts?: Parts;
}

/** A choice that a file leaves open, as a condition of a template. */
export interface Switch {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
}

/** Choices by the ids of their switches. */
export type Switches = Readonly<Record<string, boolean>>;

/** What is wrong with a file; lines and columns are counted from 1. */
export interface FormatProblem {
  readonly message: string;
  readonly place?: Place;
  readonly line?: number;
  readonly column?: number;
}

export interface FormatReading {
  readonly tasks: readonly FoundTask[];
  readonly problems: readonly FormatProblem[];
}

/** What a picture shows beyond the task (its colours, and which run), and what JSON does. */
export interface Look {
  /** Default: light. */
  readonly theme?: Theme;
  /** The scenario to be drawn; default: the design's plan. */
  readonly scenario?: Scenario;
  /** A run that really happened, to be drawn beside it. */
  readonly real?: RealRun;
  /** JSON with the members that were set aside when a description was imported; default: without. */
  readonly described?: boolean;
}

export interface Format {
  readonly id: string;
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether a text looks like this format, judged by its content; the file's name may only tip a balance. */
  recognises?(text: string, fileName?: string): boolean;
  /** It is recognised by a mark that no other format has: such a file is of this one, whatever else sits in it. */
  readonly marked?: true;
  read?(text: string, fileName?: string, switches?: Switches): FormatReading;
  /** Tasks are read without what cannot be registered, and stand in the file as JSON all the same. */
  readonly holdsMore?: true;
  /**
   * Without a source the text itself tells where in it the task sits. What is ours and not ECS's (`parts`: places on the
   * canvas, the scenario) matters to pictures and reports alone,
   * and how it is to look to pictures.
   */
  write?(
    task: TaskDefinition,
    text: string,
    source?: Source,
    parts?: Parts,
    look?: Look,
  ): { readonly text: string; readonly losses: readonly Loss[] };
}
