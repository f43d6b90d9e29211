/**
 * How a default stood in the text before a change overrode it: left out, `null`, `[]`, `true` or `false`; and how empty
 * brackets were spelt that lines stood between.
 *
 * So that the way back gives the text that was there: `essential` toggled twice, a mount added and taken out again.
 * All forms of one member mean the same to ECS, so a note that has grown stale changes no meaning.
 */
import type { NodeKey } from '../../model/nodeKey.ts';
import { asRecord, type PartCodec, rekeyRecord } from './part.ts';

/** A default as it stood: left out of the text, or written as this value, or as empty brackets with lines between. */
export type DefaultForm = 'absent' | null | boolean | readonly [] | EmptyPair;

/** Brackets with nothing but blanks between, as they stood in the text. */
export type EmptyPair = `[${string}]` | `{${string}}`;

/** Forms by node, then by the path key below the node. */
export type AsWritten = Readonly<Record<NodeKey, Readonly<Record<string, DefaultForm>>>>;

/** The codec: forms of any other kind are left out. */
export const asWritten: PartCodec<AsWritten> = {
  id: 'as-written',
  version: 1,
  empty: {},
  read(part) {
    const nodes = Object.entries(asRecord(part?.nodes) ?? {}).map(([key, members]) => [
      key,
      Object.fromEntries(Object.entries(asRecord(members) ?? {}).filter(([, form]) => isForm(form))),
    ]);
    return Object.fromEntries(nodes);
  },
  write: (nodes) => ({ v: 1, nodes }),
  rekey: rekeyRecord,
};

function isForm(form: unknown): form is DefaultForm {
  return (
    form === 'absent' ||
    form === null ||
    typeof form === 'boolean' ||
    isEmptyPair(form) ||
    (Array.isArray(form) && form.length === 0)
  );
}

/** Whether a form is a pair of brackets with blanks between. */
export function isEmptyPair(form: unknown): form is EmptyPair {
  return typeof form === 'string' && /^(\[[ \t\r\n]*\]|\{[ \t\r\n]*\})$/.test(form);
}
