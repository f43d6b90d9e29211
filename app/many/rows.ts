/** The lines of the table: one a task, filtered and sorted. */
import { outcomeWords } from '../../src/explain/faults.ts';
import type { TaskSummary } from '../../src/many/fileSummary.ts';
import { oncePer } from '../../src/model/oncePer.ts';
import type { ManyFile } from './manyStore.ts';

export interface Row {
  readonly key: string;
  readonly path: string;
  readonly file: ManyFile;
  /** Absent: the file holds none. */
  readonly task?: TaskSummary;
  /** Which of the file's tasks it is. */
  readonly index: number;
  readonly changed: boolean;
}

export type Column = 'name' | 'containers' | 'errors' | 'warnings' | 'runningAt' | 'fatal';
export type Sorting = { readonly by: Column; readonly down: boolean };
export type Show = 'all' | 'errors' | 'warnings' | 'neverRuns' | 'changed';

/** The same rows for the same file, so that a table that grows draws the new ones alone. */
export function rowsOf(files: readonly ManyFile[]): readonly Row[] {
  return files.flatMap(linesOf);
}

const linesOf = oncePer((file: ManyFile): readonly Row[] => {
  const { path, summary, original, text } = file;
  const changed = original !== text;
  if (summary.tasks.length === 0) return [{ key: path, path, file, index: 0, changed }];
  return summary.tasks.map((task, index) => ({
    key: `${path} ${index}`,
    path,
    file,
    task,
    index,
    changed,
  }));
});

export function filtered(rows: readonly Row[], words: string, show: Show): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ path, task, changed }) => {
    const text = `${path} ${task?.name ?? ''} ${task?.images.join(' ') ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word)) && isShown(show, task, changed);
  });
}

function isShown(show: Show, task: TaskSummary | undefined, changed: boolean): boolean {
  switch (show) {
    case 'errors':
      return task === undefined || task.errors > 0;
    case 'warnings':
      return task !== undefined && task.warnings > 0;
    case 'neverRuns':
      return task !== undefined && task.runningAt === undefined;
    case 'changed':
      return changed;
    default:
      return true;
  }
}

export function sorted(rows: readonly Row[], { by, down }: Sorting): readonly Row[] {
  const value = ({ task, path }: Row): number | string => {
    if (by === 'name') return (task?.name ?? path).toLowerCase();
    // What never runs comes after all that does, and what is no task after that.
    return task === undefined ? Number.MAX_VALUE : (task[by] ?? 1e9);
  };
  const order = down ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    const difference =
      typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;
    return order * difference || one.key.localeCompare(other.key);
  });
}

/** "Never runs (envoy)". */
export function worstWords({ worst }: TaskSummary): string {
  return worst === undefined ? 'nothing' : `${outcomeWords[worst.outcome]} (${worst.container})`;
}
