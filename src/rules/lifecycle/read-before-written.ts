import { items } from '../../model/list.ts';
import { handOffs } from '../../simulate/handOffs.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import type { Fix } from '../rule.ts';
import { fargate } from '../terms/examples.ts';
import { seconds } from '../terms/seconds.ts';
import { api } from '../terms/sources.ts';
import { quote } from '../terms/words.ts';
import type { Life, LifecycleRule } from './lifecycleRule.ts';

const mounts = (readOnly?: boolean) => ({
  mountPoints: [{ sourceVolume: 'secrets', containerPath: '/secrets', ...(readOnly && { readOnly }) }],
});
const WRITER = { name: 'secrets-init', essential: false, startTimeout: 60, ...mounts() };
const VOLUME = { volumes: [{ name: 'secrets' }] };
const wait = (condition: string) => ({ dependsOn: [{ containerName: 'secrets-init', condition }] });

/** A reader that runs while the writer of its files is still at work. */
export const readBeforeWrittenRule: LifecycleRule = {
  id: 'read-before-written',
  severity: 'warning',
  title: 'Who reads a volume starts before it is filled',
  why: 'A volume of the task begins empty. A container that starts before the init container has ended finds no files, or half of them.',
  source: api('ContainerDependency'),
  examples: {
    good: [
      {
        title: 'The app waits for SUCCESS',
        task: fargate(VOLUME, { ...mounts(true), ...wait('SUCCESS') }, WRITER),
      },
      { title: 'Nobody reads it', task: fargate(VOLUME, wait('SUCCESS'), WRITER) },
    ],
    bad: [
      { title: 'Nobody waits', task: fargate(VOLUME, mounts(true), WRITER) },
      {
        title: 'START is too early',
        task: fargate(VOLUME, { ...mounts(true), ...wait('START') }, WRITER),
        behaviours: { 'secrets-init': { exits: { afterSeconds: 5, code: 0 } } },
      },
    ],
  },
  *check(life) {
    const { reading, run } = life;
    for (const { volume, writer, reader, writesFrom, writtenAt, readsFrom, inOrder } of handOffs(
      reading.task,
      run,
    )) {
      // Who goes on writing hands nothing over at any one time.
      if (inOrder || writtenAt === undefined || readsFrom === undefined) continue;
      const { index = -1, name: readerName = reader } = containerOf(run, reader) ?? {};
      const definition = reading.task.containerDefinitions?.[index];
      const mount = items(definition?.mountPoints).find(([{ sourceVolume }]) => sourceVolume === volume);
      if (!mount) continue;
      const writerName = containerOf(run, writer)?.name ?? writer;
      const began =
        writesFrom === undefined || writesFrom >= readsFrom
          ? 'has not started writing yet'
          : 'is still writing';
      const fix = waitForWriter(life, index, writerName);
      yield {
        path: ['containerDefinitions', index, 'mountPoints', mount[1]],
        container: reader,
        at: readsFrom,
        until: writtenAt,
        instead: { rule: 'init-not-awaited', node: `container:${writer}` },
        message: `${quote(readerName)} starts at ${seconds(readsFrom)} and finds ${quote(volume)} unfilled: ${quote(writerName)} ${began} and ends at ${seconds(writtenAt)}. Let ${quote(readerName)} wait for it with SUCCESS.`,
        ...(fix && { fix }),
      };
    }
  },
};

/** A dependency with SUCCESS; none where the writer is essential, or waits for the reader itself. */
function waitForWriter({ reading }: Life, reader: number, writerName: string): Fix | undefined {
  const containers = items(reading.task.containerDefinitions);
  const writer = containers.find(([{ name }]) => name === writerName)?.[0];
  const waits = reading.task.containerDefinitions?.[reader];
  if (writer?.essential !== false || writer.dependsOn?.length || !waits) return undefined;
  const list = ['containerDefinitions', reader, 'dependsOn'];
  const before = items(waits.dependsOn).find(([{ containerName }]) => containerName === writerName);
  const label = `Let ${quote(waits.name ?? 'it')} wait until ${quote(writerName)} has succeeded`;
  if (before) {
    return {
      label,
      safe: false,
      edits: [{ op: 'set', path: [...list, before[1], 'condition'], value: 'SUCCESS' }],
    };
  }
  const value = { containerName: writerName, condition: 'SUCCESS' };
  return {
    label,
    safe: false,
    edits: [{ op: 'insert', path: [...list, waits.dependsOn?.length ?? 0], value }],
  };
}
