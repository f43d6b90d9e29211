/**
 * Real files. CORPUS names a folder with one folder a shape, as `register/`, `describe/`, `broken/`; without it nothing
 * runs. Every file is decoded, read, checked, simulated and written; a table by shape is printed at the end.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { permissions } from '../iam/permissions.ts';
import { decodeText, read } from '../lens/index.ts';
import { items } from '../model/list.ts';
import { namedContainers } from '../model/namedContainers.ts';
import { check } from '../rules/check.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import type { FoundTask } from './format.ts';
import { formats, readAny } from './index.ts';
import { readBack, roundTrip } from './testing/roundTrip.ts';

const folder = process.env.CORPUS;
/** Losses in the table. */
const MOST_LOSSES = 40;
/** Shapes that hold a task definition or containers in full: each file of them gives a task. */
const MUST_BE_READ = new Set(['register', 'describe', 'containers', 'cloudformation']);

interface Row {
  read: number;
  partly: number;
  refused: number;
  readonly refusals: Map<string, number>;
  readonly errors: Map<string, number>;
  readonly losses: Map<string, number>;
}

const table = new Map<string, Row>();

const shapes =
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => statSync(join(folder, name)).isDirectory())
        .sort();

test.runIf(folder !== undefined)('the folder has shapes', () => {
  expect(shapes).not.toEqual([]);
});

describe.each(shapes)('%s', (shape) => {
  const files = readdirSync(join(folder ?? '', shape)).sort();
  const row: Row = {
    read: 0,
    partly: 0,
    refused: 0,
    refusals: new Map(),
    errors: new Map(),
    losses: new Map(),
  };
  table.set(shape, row);

  test.each(files)('%s', (file) => {
    const { text } = decodeText(readFileSync(join(folder ?? '', shape, file)));
    const { format, tasks, problems } = readAny(text, file);
    for (const problem of problems) {
      expect(problem.message).toMatch(/\S.*[.)]$/s);
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.column).toBeGreaterThan(0);
    }
    if (tasks.length === 0) {
      row.refused += 1;
      expect(problems).not.toEqual([]);
      count(row.refusals, problems[0]?.message.slice(0, 110) ?? '');
    } else if (problems.length > 0) row.partly += 1;
    else row.read += 1;

    if (MUST_BE_READ.has(shape)) {
      expect(tasks.length, JSON.stringify(problems[0])).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    }
    for (const task of tasks) walkThrough(task, row);
    if (shape === 'register' && format === 'register' && tasks[0]?.source.lens === 'json') {
      const [task] = tasks;
      expect(task?.text).toBe(text);
      expect(formats.find(({ id }) => id === 'register')?.write?.({}, text, task?.source).text).toBe(text);
    }
    if (shape === 'describe') expect(tasks.every(({ losses }) => losses.length > 0)).toBe(true);
  });
});

function walkThrough({ text, source, losses, name }: FoundTask, row: Row): void {
  const reading = read(text, source);
  expect(name).not.toBe('');
  expect(losses.every(({ message }) => message !== '')).toBe(true);
  for (const { rule, severity } of check(reading)) if (severity === 'error') count(row.errors, rule);
  const scenario = defaultScenario(reading.task);
  const run = simulate(reading.task, scenario);
  const { execution, task } = permissions(reading.task);
  expect([...execution, ...task].every(({ reasons }) => reasons.length > 0)).toBe(true);
  expect(run.containers.length).toBeGreaterThanOrEqual(namedContainers(reading.task).length);
  for (const { id, write } of formats) {
    if (write === undefined) continue;
    const { text: written, losses: named } = write(reading.task, text, source);
    expect(write(reading.task, text, source).text).toBe(written);
    for (const { message } of named) count(row.losses, `${id}: ${inGeneral(message)}`);
  }
  for (const { message } of losses) count(row.losses, `read: ${inGeneral(message)}`);
  if (!reading.whole) return;
  for (const id of readBack) {
    // Without a container there is nothing by which a list or a Compose file could be recognised.
    const speaks = items(reading.task.containerDefinitions).length > 0;
    if (!speaks && (id === 'containers' || id === 'docker-compose')) continue;
    const { unnamed, errors, problems } = roundTrip(id, reading);
    expect({ id, unnamed, errors, problems }).toEqual({ id, unnamed: [], errors: [], problems: [] });
  }
}

/** The sentence without what is this file's own. */
function inGeneral(message: string): string {
  return message
    .replace(/\$\{[^}]*\}?|"[^"]*"|\[\d+\]|arn:\S+|\d+/g, '…')
    .replace(/(?<![\w.])[\w-]*[./_-]\w[\w./:-]*/g, '…')
    .slice(0, 110);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

afterAll(() => {
  if (table.size === 0) return;
  const lines = ['shape            read  partly  refused'];
  for (const [shape, { read: whole, partly, refused }] of table) {
    lines.push(
      `${shape.padEnd(15)} ${String(whole).padStart(5)} ${String(partly).padStart(7)} ${String(refused).padStart(8)}`,
    );
  }
  for (const [shape, { errors, refusals }] of table) {
    for (const [what, counts] of [
      ['errors by rule', errors],
      ['refused', refusals],
    ] as const) {
      if (counts.size === 0) continue;
      lines.push(`\n${shape}, ${what}:`);
      for (const [key, times] of [...counts].sort((a, b) => b[1] - a[1]))
        lines.push(`  ${String(times).padStart(4)}  ${key}`);
    }
  }
  const losses = new Map<string, number>();
  for (const row of table.values())
    for (const [key, times] of row.losses) losses.set(key, (losses.get(key) ?? 0) + times);
  lines.push('\nlosses of all shapes, the most frequent:');
  for (const [key, times] of [...losses].sort((a, b) => b[1] - a[1]).slice(0, MOST_LOSSES))
    lines.push(`  ${String(times).padStart(4)}  ${key}`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
});
