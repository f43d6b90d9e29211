import { handOffs } from '../simulate/handOffs.ts';
import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered, unordered } from './terms/examples.ts';

/** Whatever another container leaves in a volume for this one is complete before it starts. */
export const filesAreReady: Predicate = {
  id: 'files-are-ready',
  title: '… finds its files complete',
  args: [CONTAINER],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} finds its files complete`,
  holds({ task, run }, args) {
    const reads = handOffs(task, run).filter(({ reader }) => reader === textOf(args, 'container'));
    if (reads.length === 0) return { holds: false, why: 'nobody leaves files for it in a volume' };
    const early = reads.find(({ inOrder }) => !inOrder);
    if (!early) return { holds: true, why: `${reads[0]?.writer} has finished before it starts` };
    const { writer, writtenAt, readsFrom = 0 } = early;
    const done =
      writtenAt === undefined ? `${writer} goes on writing` : `${writer} is done at ${inSeconds(writtenAt)}`;
    return { holds: false, why: `it starts at ${inSeconds(readsFrom)}, ${done}` };
  },
  examples: {
    good: { task: ordered, args: { container: 'app' } },
    bad: {
      task: unordered,
      scenario: { behaviours: { init: { exits: { afterSeconds: 20, code: 0 } } } },
      args: { container: 'app' },
    },
  },
};
