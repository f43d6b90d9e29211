import type { ContainerDefinition } from '../model/containerDefinition.ts';
import type { Args, Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeDefinition } from './terms/found.ts';

interface Thing {
  readonly words: string;
  readonly has: (definition: ContainerDefinition) => boolean;
}

const things: Readonly<Record<string, Thing>> = {
  healthCheck: { words: 'a health check', has: ({ healthCheck }) => healthCheck !== undefined },
  restartPolicy: { words: 'a restart policy', has: ({ restartPolicy }) => restartPolicy?.enabled === true },
  startTimeout: { words: 'a start timeout', has: ({ startTimeout }) => (startTimeout ?? 0) > 0 },
  stopTimeout: { words: 'a stop timeout', has: ({ stopTimeout }) => (stopTimeout ?? 0) > 0 },
  firelensConfiguration: {
    words: 'a FireLens configuration',
    has: ({ firelensConfiguration }) => firelensConfiguration !== undefined,
  },
  secrets: { words: 'secrets', has: ({ secrets }) => (secrets?.length ?? 0) > 0 },
  portMappings: { words: 'a port', has: ({ portMappings }) => (portMappings?.length ?? 0) > 0 },
};

/** A container has a health check, a restart policy, a timeout, a FireLens configuration, secrets or a port. */
export const containerHas: Predicate = {
  id: 'container-has',
  title: '… has a health check, a restart policy …',
  args: [
    CONTAINER,
    {
      name: 'what',
      label: 'What',
      type: { kind: 'choice', choices: Object.keys(things) },
      suggestion: 'healthCheck',
    },
  ],
  about: 'task',
  says: (args) => `${wordOf(args, 'container')} has ${thingOf(args)?.words ?? '…'}`,
  holds: (context, args) =>
    judgeDefinition(context, args, (definition) => {
      const thing = thingOf(args);
      if (!thing) return { holds: false, why: 'it is not said what' };
      const has = thing.has(definition);
      return {
        holds: has,
        why: has ? `it has ${thing.words}` : `it has ${thing.words.replace(/^a |^/, 'no ')}`,
      };
    }),
  examples: {
    good: { task: ordered, args: { container: 'router', what: 'healthCheck' } },
    bad: { task: ordered, args: { container: 'app', what: 'healthCheck' } },
  },
};

function thingOf(args: Args): Thing | undefined {
  const what = textOf(args, 'what');
  return Object.hasOwn(things, what) ? things[what] : undefined;
}
