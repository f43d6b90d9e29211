/** The files of the table: what they were, what they are now, and what is proposed. Kept while the page lives. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FileSummary } from '../../src/many/fileSummary.ts';
import type { ManyChange } from '../../src/many/manyChange.ts';
import { mayHoldTask } from '../../src/many/mayHoldTask.ts';
import type { BroughtFile } from '../store/broughtFiles.ts';
import { downloadBlob } from '../store/download.ts';
import { notify } from '../store/viewStore.ts';
import { askMany } from './askMany.ts';

export interface ManyFile {
  readonly path: string;
  readonly original: string;
  readonly text: string;
  readonly summary: FileSummary;
}

/** What a change would make of one file. */
export interface Proposal {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly refused: readonly string[];
  readonly taken: boolean;
}

export interface ManyState {
  readonly files: readonly ManyFile[];
  /** How many files are still to be read, of how many. */
  readonly reading: { readonly done: number; readonly of: number } | undefined;
  readonly proposals: readonly Proposal[] | undefined;
  /** The texts before each change that was taken, the last one last. */
  readonly past: readonly (readonly ManyFile[])[];
  readonly notes: readonly string[];
}

const nothing: ManyState = { files: [], reading: undefined, proposals: undefined, past: [], notes: [] };

export const manyStore = createStore<ManyState>()(() => nothing);

export function useMany<T>(select: (state: ManyState) => T): T {
  return useStore(manyStore, select);
}

/** Rows are shown in batches, so that a table of hundreds is not drawn hundreds of times. */
const BATCH_MS = 400;
let readings = 0;

/** Takes in what was brought, in place of what the table held. */
export async function readFiles(brought: readonly BroughtFile[]): Promise<void> {
  readings += 1;
  const own = readings;
  manyStore.setState({ ...nothing, reading: { done: 0, of: brought.length } });
  const { files: waiting, notes } = await unpackedFiles(brought);
  const files: ManyFile[] = [];
  let shownAt = performance.now();
  for (const [index, { path, bytes }] of waiting.entries()) {
    const { text, summary } = await askMany('read', { path, bytes: await bytes() });
    if (own !== readings) return;
    // Of a whole folder, what holds no task and does not look broken is none of the table's business.
    if (summary.tasks.length > 0 || waiting.length <= 20) files.push({ path, original: text, text, summary });
    if (performance.now() - shownAt > BATCH_MS) {
      shownAt = performance.now();
      manyStore.setState({ files: [...files], reading: { done: index + 1, of: waiting.length } });
    }
  }
  const without = waiting.length - files.length;
  manyStore.setState({
    files,
    reading: undefined,
    notes:
      without === 0 ? notes : [...notes, `${without} of ${waiting.length} files hold no task definition.`],
  });
}

interface Waiting {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array>;
}

const LONGEST_FILE = 4_000_000;

async function unpackedFiles(
  brought: readonly BroughtFile[],
): Promise<{ readonly files: readonly Waiting[]; readonly notes: readonly string[] }> {
  const files: Waiting[] = [];
  const notes: string[] = [];
  for (const { path, file } of brought) {
    // A file that was picked by itself is told about, whatever it is; of a folder only what may be meant.
    if (path.includes('/') && !mayHoldTask(path) && !/\.zip$/i.test(path)) continue;
    if (/\.zip$/i.test(path)) {
      const {
        files: inner,
        left,
        problem,
      } = await askMany('unpack', {
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      if (problem !== undefined) notes.push(`${path}: ${problem}`);
      if (left > 0) notes.push(`${path}: ${left} files are too many or too long and were left out.`);
      files.push(...inner.map((each) => ({ path: each.path, bytes: () => Promise.resolve(each.bytes) })));
    } else if (file.size > LONGEST_FILE) notes.push(`${path} is too long and was left out.`);
    else files.push({ path, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
  }
  return { files, notes };
}

/** Works out what a change makes of some files; only those that it changes, or refuses to, are proposed. */
export async function propose(paths: ReadonlySet<string>, change: ManyChange): Promise<void> {
  readings += 1;
  const own = readings;
  const chosen = manyStore.getState().files.filter(({ path }) => paths.has(path));
  const proposals: Proposal[] = [];
  manyStore.setState({ proposals: undefined, reading: { done: 0, of: chosen.length } });
  for (const [index, { path, text, summary }] of chosen.entries()) {
    const sources = summary.tasks.flatMap(({ place }) => place ?? []);
    if (sources.length > 0) {
      const { text: after, refused } = await askMany('change', { text, sources, change });
      if (own !== readings) return;
      if (after !== text || refused.length > 0)
        proposals.push({ path, before: text, after, refused, taken: after !== text });
    }
    if (index % 20 === 19) manyStore.setState({ reading: { done: index + 1, of: chosen.length } });
  }
  manyStore.setState({ proposals, reading: undefined });
}

export function takeProposal(path: string, taken: boolean): void {
  manyStore.setState(({ proposals }) => ({
    proposals: proposals?.map((each) => (each.path === path ? { ...each, taken } : each)),
  }));
}

export function dropProposals(): void {
  manyStore.setState({ proposals: undefined });
}

/** Makes the ticked changes in the files of the table; what they were before can be taken back. */
export async function makeChanges(): Promise<void> {
  const { proposals = [], files } = manyStore.getState();
  const made = new Map(proposals.flatMap(({ path, after, taken }) => (taken ? [[path, after]] : [])));
  manyStore.setState({ proposals: undefined, reading: { done: 0, of: made.size } });
  const changed: ManyFile[] = [];
  for (const file of files) {
    const text = made.get(file.path);
    changed.push(
      text === undefined ? file : { ...file, text, summary: await askMany('sum', { path: file.path, text }) },
    );
  }
  manyStore.setState(({ past }) => ({ files: changed, reading: undefined, past: [...past, files] }));
}

/** Takes the last change back, in all files at once. */
export function takeBack(): void {
  manyStore.setState(({ past, files }) => ({
    files: past.at(-1) ?? files,
    past: past.slice(0, -1),
    proposals: undefined,
  }));
}

/** A zip of the changed files alone, each under its own path. */
export async function downloadChanged(): Promise<void> {
  const changed = manyStore.getState().files.filter(({ original, text }) => original !== text);
  const zip = await askMany('pack', { files: changed.map(({ path, text }) => ({ path, text })) });
  downloadBlob('task-definitions.zip', new Blob([new Uint8Array(zip)], { type: 'application/zip' }));
  notify(
    `${changed.length === 1 ? 'One changed file is' : `${changed.length} changed files are`} in the zip.`,
  );
}
