/** What is shown of a text whose lens is still to be loaded: nothing, and nothing can be written into it. */
import type { Lens } from './lens.ts';

const REASON = 'The reader for this kind of file is still being loaded.';

export const waiting: Lens = {
  id: 'waiting',
  detect: () => undefined,
  read: (text, source) => ({
    text,
    source,
    task: {},
    whole: false,
    places: {
      value: () => undefined,
      member: () => undefined,
      key: () => undefined,
      pathAt: () => undefined,
    },
    problems: [
      { kind: 'no-task', path: [], place: { start: 0, end: 0 }, line: 1, column: 1, message: REASON },
    ],
    opaque: new Map(),
    unreadable: new Set(),
  }),
  patch: () => ({ refused: REASON }),
  cannotEdit: () => ({ refused: REASON }),
};
