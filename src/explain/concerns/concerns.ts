/** The six concerns of a task of several containers, in the order in which one meets them. */
import type { Needs } from '../../iam/needs.ts';
import { graph } from '../../model/graph.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Concern, ConcernFacts, ConcernId } from './concern.ts';
import { files } from './files.ts';
import { iam } from './iam.ts';
import { logs } from './logs.ts';
import { network } from './network.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';

/** All six. */
export const concerns: readonly Concern[] = [start, stop, files, network, logs, iam];

/** A concern with what it says of a task. */
export interface SettledConcern extends ConcernFacts {
  readonly id: ConcernId;
  readonly title: string;
  readonly question: string;
}

/** Which of the task's own fields settle each concern, and what is missing. What cannot be read is not in it. */
export function concernsOf(task: TaskDefinition, needs: Needs = {}): readonly SettledConcern[] {
  const subject = { task, graph: graph(task), needs };
  return concerns.map(({ id, title, question, facts }) => ({ id, title, question, ...facts(subject) }));
}

/** A row of the matrix: a field, and how many of its places settle each concern. */
export interface MatrixRow {
  readonly field: string;
  readonly counts: Readonly<Partial<Record<ConcernId, number>>>;
}

/** The fields that this task uses by the concerns that they settle, in the order in which they are met. */
export function matrixOf(settled: readonly SettledConcern[]): readonly MatrixRow[] {
  const rows = new Map<string, Partial<Record<ConcernId, number>>>();
  for (const concern of settled) {
    for (const { field } of concern.settled) {
      const row = rows.get(field) ?? {};
      row[concern.id] = (row[concern.id] ?? 0) + 1;
      rows.set(field, row);
    }
  }
  return [...rows].map(([field, counts]) => ({ field, counts }));
}
