/** The way to the designs kept in this browser, for panels that open or read them. The storage hands it over. */
import type { Design } from '../../src/edit/design.ts';

/** One of the designs, in the trash or not yet saved ones left out. */
export interface KeptDesign {
  readonly id: string;
  readonly name: string;
}

/** A former state of a design. */
export interface KeptState {
  /** Milliseconds since 1970; tells the states of a design apart. */
  readonly at: number;
  /** What led to it: "Connect envoy to app". */
  readonly label: string;
}

export interface KeptDesigns {
  /** Writes what is not saved yet: before another design is opened. */
  flush(): Promise<void>;
  /** Opens a kept design; whether it is there and could be opened. */
  open(id: string): Promise<boolean>;
  /** Last changed first. */
  list(): Promise<readonly KeptDesign[]>;
  /** Reads one without opening it. */
  read(id: string): Promise<{ readonly name: string; readonly design: Design } | undefined>;
  /** The former states of a design, the latest first. */
  states(id: string): Promise<readonly KeptState[]>;
  stateAt(id: string, at: number): Promise<Design | undefined>;
  /** Keeps something small beside the designs, under a name; gone with "erase everything". */
  remember(name: string, value: unknown): Promise<void>;
  recall(name: string): Promise<unknown>;
}

let kept: KeptDesigns = {
  flush: () => Promise.resolve(),
  open: () => Promise.resolve(false),
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
  states: () => Promise.resolve([]),
  stateAt: () => Promise.resolve(undefined),
  remember: () => Promise.resolve(),
  recall: () => Promise.resolve(undefined),
};

/** Says who keeps the designs. */
export function setKeptDesigns(designs: KeptDesigns): void {
  kept = designs;
}

export function keptDesigns(): KeptDesigns {
  return kept;
}

/** Under which id a try at a lesson is kept. */
export function lessonDesignId(lesson: string): string {
  return `lesson-${lesson}`;
}
