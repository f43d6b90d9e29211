/** What the essential switch of a container decides, in words: what dies with it, in which order, how long it takes. */
import { namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { type Death, deathOf } from '../simulate/deaths.ts';
import { containerKey } from '../simulate/defaults.ts';
import type { ContainerKey } from '../simulate/run.ts';
import type { Scenario } from '../simulate/scenario.ts';
import { listed, seconds, sentence } from './words.ts';

export interface EssentialPreview {
  /** Two or three sentences. */
  readonly text: string;
  /** By container, in the order in which they go: the one that dies first of all. */
  readonly marks: ReadonlyMap<ContainerKey, EssentialMark>;
}

export interface EssentialMark {
  readonly order: number;
  /** "dies", "stops after 1.3 s", "never starts". */
  readonly words: string;
}

/**
 * For a container that is essential what its death takes along; for one that is not, that it takes nobody along (or who
 * stops the task all the same), and what it would if it were. Marks are of the essential case.
 */
export function essentialPreview(
  task: TaskDefinition,
  scenario: Scenario,
  key: ContainerKey,
): EssentialPreview {
  const death = deathOf(task, scenario, key, true);
  if (death === undefined)
    return { text: `${key} never starts in this run, so nobody dies with it.`, marks: new Map() };
  const marks = new Map<ContainerKey, EssentialMark>([
    [key, { order: 1, words: death.planned ? 'ends' : 'dies' }],
  ]);
  for (const end of death.ends) marks.set(end.container, { order: marks.size + 1, words: endWords(end) });
  const container = namedContainers(task).find((named) => containerKey(named) === key);
  if (container?.definition.essential !== false) {
    const when = death.planned ? `When ${key} ends at ${seconds(death.at)}` : `If ${key} dies`;
    return { text: `${when}, the task stops. ${followers(death)}`, marks };
  }
  const now = deathOf(task, scenario, key, false);
  const when = death.planned ? `${key} ends at ${seconds(death.at)}` : `If ${key} dies`;
  const then =
    now?.stopCause === undefined
      ? 'the task runs on without it'
      : `the task stops all the same, through ${now.stopCause}`;
  const join = death.planned ? ', and ' : ', ';
  return {
    text: `${when}${join}${then}. If it were essential, the task would stop. ${followers(death)}`,
    marks,
  };
}

function followers({ ends, takes }: Death): string {
  if (ends.length === 0) return 'There is nobody else to stop.';
  const words = ends.map((end) => `${end.container} ${endWords(end)}`);
  const all = takes === undefined ? '' : ` ${sentence(`All is STOPPED ${seconds(takes)} after it`)}`;
  return `In this order: ${sentence(listed(words))}${all}`;
}

function endWords({ how, after }: Death['ends'][number]): string {
  switch (how) {
    case 'neverRuns':
      return 'never starts';
    case 'givenUp':
      return 'is given up, 143';
    case 'cannotStart':
      return 'cannot start';
    case 'killed':
      return `is killed after ${seconds(after)}`;
    case 'exits':
      return `leaves by itself after ${seconds(after)}`;
    case 'signalled':
      return `stops after ${seconds(after)}`;
  }
}
