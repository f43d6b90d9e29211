/** What happened in a real run, in words, and what to change. */

import { containersByName, namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { culpritOf } from '../simulate/culprit.ts';
import type { RealContainer, RealRun } from '../simulate/realRun.ts';
import { meaningOf } from './stoppedReasons.ts';
import { seconds, sentence } from './words.ts';

export interface WhatHappened {
  /** Two or three sentences. */
  readonly text: string;
  /** What to look at or to change. */
  readonly todo?: string;
  /** The container that brought the task down. */
  readonly container?: string;
  /** The member of it that decides. */
  readonly field?: string;
  /** The edge along which the fault spread: `waits` needs a condition of the culprit. */
  readonly edge?: { readonly waits: string; readonly on: string; readonly condition: string };
}

/** Why the real task stopped, or that it runs. */
export function whatHappened(task: TaskDefinition, run: RealRun): WhatHappened {
  if (run.stoppedAt === undefined && run.stoppingAt === undefined && run.lastStatus !== 'STOPPED')
    return stillThere(run);
  const at = run.stoppingAt ?? run.stoppedAt ?? run.endsAt;
  const before =
    run.startedAt === undefined
      ? ', before it was RUNNING'
      : `, ${seconds(at - run.startedAt)} after it was RUNNING`;
  const stops = sentence(`The task stopped ${seconds(at)} after it was created${before}`);
  const said = meaningOf(`${run.stoppedReason ?? ''} ${run.stopCode ?? ''}`);
  const culprit = culpritOf(task, run);
  if (!culprit) return { text: `${stops} ${said?.means ?? ''}`.trim(), ...(said && { todo: said.todo }) };
  const meaning = meaningOf(culprit.reason ?? '');
  const edge = edgeFrom(task, run, culprit);
  const text = [stops, sentence(deed(culprit)), spread(task, culprit, edge), meaning?.means ?? ''];
  const todo = meaning?.todo ?? (edge ? edgeAdvice(edge) : exitAdvice(culprit));
  const field = meaning?.field ?? (edge ? 'dependsOn' : 'essential');
  return {
    text: text.filter((part) => part !== '').join(' '),
    todo,
    container: culprit.name,
    field,
    ...(edge && { edge }),
  };
}

function stillThere({ lastStatus, startedAt, endsAt }: RealRun): WhatHappened {
  if (startedAt !== undefined)
    return {
      text: sentence(`The task is ${lastStatus}; it was RUNNING ${seconds(startedAt)} after it was created`),
    };
  return {
    text: sentence(
      `The task is ${lastStatus || 'PENDING'}: nothing has been heard of it since ${seconds(endsAt)} after it was created`,
    ),
    todo: 'See in the planned run whom its containers wait for, and give that one a startTimeout.',
    field: 'startTimeout',
  };
}

function deed({ name, exitCode, reason }: RealContainer): string {
  if (exitCode !== undefined)
    return `${name} exited with code ${exitCode}${/OutOfMemory/.test(reason ?? '') ? ', for want of memory' : ''}`;
  return reason === undefined
    ? `${name} ended without an exit code`
    : `${name} never ran: ${reason.replace(/\.+$/, '')}`;
}

function spread(task: TaskDefinition, { name }: RealContainer, edge: WhatHappened['edge']): string {
  if (edge)
    return sentence(
      `${edge.waits} needs its ${edge.condition} and was given up with exit code 143; being essential, it ended the task`,
    );
  const definition = containersByName(namedContainers(task)).get(name)?.definition;
  return definition && definition.essential !== false
    ? sentence(`${name} is essential, so ECS stopped the rest`)
    : '';
}

/** An essential container that never ran because of the culprit. */
function edgeFrom(
  task: TaskDefinition,
  run: RealRun,
  { name: on, exitCode }: RealContainer,
): WhatHappened['edge'] {
  const given = run.containers.filter(
    (container) => container.exitCode === 143 || container.exitCode === undefined,
  );
  const byName = containersByName(namedContainers(task));
  if (byName.get(on)?.definition.essential !== false) return undefined;
  for (const { name: waits } of given) {
    const entry = byName.get(waits)?.definition.dependsOn?.find((one) => one?.containerName === on);
    const condition = entry?.condition;
    if (condition === 'SUCCESS' && exitCode !== 0) return { waits, on, condition };
    if (condition !== undefined && exitCode === undefined) return { waits, on, condition };
  }
  return undefined;
}

function edgeAdvice({ waits, on, condition }: NonNullable<WhatHappened['edge']>): string {
  if (condition === 'SUCCESS') {
    return `Look at the logs of ${on}. If ${waits} can do without it, let ${waits} wait for COMPLETE.`;
  }
  return `Look at why ${on} did not start; ${waits} waits for its ${condition}.`;
}

function exitAdvice({ name, exitCode }: RealContainer): string {
  if (exitCode === 0) return `${name} ended as if its work were done. If it may, make it non-essential.`;
  if (exitCode === 137)
    return `${name} was killed: for want of memory, or because it took longer than its stopTimeout.`;
  return `Look at the logs of ${name}. If the task can do without it, make it non-essential or give it a restart policy.`;
}
