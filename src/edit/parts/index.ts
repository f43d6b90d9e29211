/** The parts that this version knows. */
import { asWritten } from './as-written.ts';
import { layout } from './layout.ts';
import { lesson } from './lesson.ts';
import { meantFor } from './meant-for.ts';
import { needs } from './needs.ts';
import { notes } from './notes.ts';
import type { PartCodec } from './part.ts';
import { scenarios } from './scenarios.ts';
import { silenced } from './silenced.ts';

/** All codecs, in the order in which parts are written. A part without a codec is carried through untouched. */
export const codecs: readonly PartCodec<unknown>[] = [
  layout,
  notes,
  scenarios,
  silenced,
  meantFor,
  needs,
  lesson,
  asWritten,
];
