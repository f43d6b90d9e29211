/** Designs inside one transaction: reading them, and setting aside what cannot be read. */
import type { Transaction } from './backend.ts';
import type { Aside, Summary } from './library.ts';
import type { Body, Head, Stored } from './record.ts';
import { readBody, readHead } from './record.ts';

export interface Found {
  readonly head: Stored<Head>;
  readonly body: Stored<Body>;
  readonly rawHead: unknown;
  readonly rawBody: unknown;
}

export async function find(transaction: Transaction, id: string): Promise<Found> {
  const [rawHead, rawBody] = await Promise.all([transaction.get('heads', id), transaction.get('bodies', id)]);
  return { head: readHead(rawHead), body: readBody(rawBody), rawHead, rawBody };
}

export function summaryOf(id: string, head: Head): Summary {
  const { name, createdAt, updatedAt, containers, thumbnail, trashedAt } = head;
  return {
    id,
    name,
    createdAt,
    updatedAt,
    containers,
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(trashedAt === undefined ? {} : { trashedAt }),
  };
}

/** The line of the list for what is stored under an id; `undefined` for what is damaged. */
export function listed(id: string, raw: unknown): Summary | undefined {
  const head = readHead(raw);
  if (head.status === 'ok') return summaryOf(id, head.value);
  if (head.status !== 'newer') return undefined;
  const name = textIn(raw, 'name') ?? 'Untitled';
  return { id, name, createdAt: 0, updatedAt: 0, containers: 0, unreadable: 'newer' };
}

/** Heads of all designs that this version can read, by id. */
export async function readableHeads(transaction: Transaction): Promise<ReadonlyMap<string, Head>> {
  const heads = new Map<string, Head>();
  for (const [id, raw] of await transaction.entries('heads')) {
    const head = readHead(raw);
    if (head.status === 'ok') heads.set(id, head.value);
  }
  return heads;
}

function textIn(raw: unknown, member: string): string | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const value: unknown = Reflect.get(raw, member);
  return typeof value === 'string' ? value : undefined;
}

/** What cannot be read, as something to download: its text where that is whole, else all that is stored of it. */
export function asideOf(id: string, found: Found, reason: string, at: number): Aside {
  const file = textIn(found.rawBody, 'file');
  const name = textIn(found.rawHead, 'name') ?? 'Untitled';
  return {
    key: `${id} ${at}`,
    name,
    at,
    reason,
    fileName: `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'design'}.unreadable.json`,
    text: file ?? JSON.stringify({ head: found.rawHead, body: found.rawBody }, null, 2),
  };
}

/** Moves a design out of the way, under a key of its own; nothing of it is lost. */
export function moveAside(
  transaction: Transaction,
  id: string,
  found: Found,
  reason: string,
  at: number,
): Aside {
  const aside = asideOf(id, found, reason, at);
  transaction.put('setAside', aside.key, { ...aside, rawHead: found.rawHead, rawBody: found.rawBody });
  transaction.remove('heads', id);
  transaction.remove('bodies', id);
  return aside;
}

export const damaged = 'What is stored of this design is damaged.';
export const newer = 'A newer version of the designer saved this design.';
