/** How times, names and conditions are written in sentences. */
import type { Condition } from '../model/containerDefinition.ts';
import { visibleMarks } from '../model/visibleMarks.ts';
import type { ContainerKey, GateCondition, Run } from '../simulate/run.ts';
import { containerOf } from '../simulate/stateAt.ts';

export { inSeconds as seconds } from '../simulate/seconds.ts';

/** A container's name as people know it. */
export function nameOf(run: Run, key: ContainerKey): string {
  const container = containerOf(run, key);
  if (container?.index === -1) return 'the Service Connect proxy';
  if (container?.name === '') return 'the container without a name';
  return visibleMarks(key);
}

/** "to be HEALTHY", "to exit with code 0": what somebody waits for a container to do. */
export function awaited(condition: GateCondition): string {
  return awaitedWords[condition];
}

const awaitedWords: Readonly<Record<Condition | 'CREATE', string>> = {
  START: 'to start',
  COMPLETE: 'to exit',
  SUCCESS: 'to exit with code 0',
  HEALTHY: 'to be HEALTHY',
  CREATE: 'to be created',
};

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A sentence: first letter large, a full stop at the end. A container's name keeps its spelling. */
export function sentence(text: string): string {
  return `${text.startsWith('the ') ? `T${text.slice(1)}` : text}.`;
}
