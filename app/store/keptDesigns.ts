/** The way to the designs kept in this browser, for panels that open one of them. The storage hands it over. */

export interface KeptDesigns {
  /** Writes what is not saved yet: before another design is opened. */
  flush(): Promise<void>;
  /** Opens a kept design; whether it is there and could be opened. */
  open(id: string): Promise<boolean>;
}

let kept: KeptDesigns = { flush: () => Promise.resolve(), open: () => Promise.resolve(false) };

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
