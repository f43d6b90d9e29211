/** Saving inside one transaction: two tabs never overwrite each other. */
import type { Transaction } from './backend.ts';
import { freeName } from './freeName.ts';
import type { DesignToSave, SaveResult } from './library.ts';
import type { Body, Head } from './record.ts';
import { recordVersion } from './record.ts';
import { damaged, find, moveAside, readableHeads } from './shelf.ts';
import { keepState } from './states.ts';

interface Circumstances {
  readonly now: number;
  /** The id for our text when another tab was first. */
  readonly copyId: string;
}

type Written = Extract<SaveResult, { status: 'saved' | 'conflict' }>;

const untitled = 'Untitled';

function put(transaction: Transaction, id: string, head: Head, design: DesignToSave): void {
  const { file, view, thumbnail, label } = design;
  const body: Body = {
    v: recordVersion,
    file,
    ...(view === undefined ? {} : { view }),
    ...(label === undefined ? {} : { label }),
  };
  transaction.put('heads', id, { ...head, ...(thumbnail === undefined ? {} : { thumbnail }) });
  transaction.put('bodies', id, body);
}

function newHead(design: DesignToSave, name: string, revision: number, now: number): Head {
  return { v: recordVersion, name, createdAt: now, updatedAt: now, revision, containers: design.containers };
}

async function keepBoth(
  transaction: Transaction,
  design: DesignToSave,
  theirs: { readonly name: string; readonly revision: number },
  { now, copyId }: Circumstances,
): Promise<Written> {
  const names = [...(await readableHeads(transaction)).values()].map((head) => head.name);
  const name = freeName(design.name ?? theirs.name, [...names, theirs.name]);
  put(transaction, copyId, newHead(design, name, 1, now), design);
  return {
    status: 'conflict',
    theirs: { revision: theirs.revision },
    kept: { id: copyId, name, revision: 1 },
  };
}

/** Writes a design over the revision that the caller knows; over any other, keeps both. A saved design leaves the trash. */
export async function saveDesign(
  transaction: Transaction,
  id: string,
  design: DesignToSave,
  expectedRevision: number,
  circumstances: Circumstances,
): Promise<Written> {
  const { now } = circumstances;
  const found = await find(transaction, id);
  const { head, body } = found;
  if (head.status === 'newer' || body.status === 'newer') {
    return keepBoth(transaction, design, { name: design.name ?? untitled, revision: 0 }, circumstances);
  }
  if (head.status !== 'ok' || body.status !== 'ok') {
    // New, or deleted by another tab: what this tab shows must not be lost. Nor must the half of a record.
    const isNew = found.rawHead === undefined && found.rawBody === undefined;
    if (!isNew) moveAside(transaction, id, found, damaged, now);
    const revision = Math.max(0, expectedRevision) + 1;
    const name = design.name ?? (head.status === 'ok' ? head.value.name : untitled);
    put(transaction, id, newHead(design, name, revision, now), design);
    return { status: 'saved', revision };
  }
  const stored = head.value;
  if (stored.revision !== expectedRevision) {
    if (body.value.file === design.file) return { status: 'saved', revision: stored.revision };
    return keepBoth(transaction, design, stored, circumstances);
  }
  const former = { at: stored.updatedAt, label: body.value.label ?? '', file: body.value.file };
  if (former.file !== design.file)
    await keepState(transaction, id, former, { now, milestone: design.milestone ?? false });
  const revision = stored.revision + 1;
  const { trashedAt: _trashedAt, ...kept } = stored;
  const { containers, name = stored.name } = design;
  put(transaction, id, { ...kept, name, containers, revision, updatedAt: now }, design);
  return { status: 'saved', revision };
}
