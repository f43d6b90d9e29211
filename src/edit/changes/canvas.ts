/** What happens on the canvas and nowhere in the text: positions, notes, silenced findings. */
import { type NodeKey, nodeKeys, parseNodeKey } from '../../model/nodeKey.ts';
import type { Change } from '../change.ts';
import { layout, type Position } from '../parts/layout.ts';
import { type Note, notes } from '../parts/notes.ts';
import { getPart, type Parts, setPart } from '../parts/part.ts';
import { type Silence, silenced } from '../parts/silenced.ts';
import { titleOf } from './address.ts';

/** Puts cards and notes where they were dragged to (upper left corners in canvas pixels). */
export function moveNodes(positions: Readonly<Record<NodeKey, Position>>): Change {
  const keys = Object.keys(positions);
  const [first] = keys;
  const what = keys.length === 1 && first !== undefined ? titleOf(first) : `${keys.length} things`;
  return ours(
    `Move ${what}`,
    (parts) => {
      const cards = Object.entries(positions).filter(([key]) => parseNodeKey(key).kind !== 'note');
      let next = parts;
      // A note carries its place itself: tidying leaves it where it is.
      if (cards.length < keys.length) {
        const moved = getPart(parts, notes).map((note) => ({ ...note, ...positions[noteKey(note.id)] }));
        next = setPart(next, notes, moved);
      }
      if (cards.length > 0) {
        const moved = { ...getPart(parts, layout).moved, ...Object.fromEntries(cards) };
        next = setPart(next, layout, { moved });
      }
      return next;
    },
    `move:${keys.sort().join(',')}`,
  );
}

/** Forgets all positions: the automatic layout places everything again. */
export function tidy(): Change {
  return ours('Tidy', (parts) => setPart(parts, layout, layout.empty));
}

/** Sticks a note on the canvas, under an id that no other note has, and beside one that would lie below it. */
export function addNote(note: Omit<Note, 'id'>): Change {
  return ours('Add a note', (parts) => {
    const list = getPart(parts, notes);
    let number = list.length + 1;
    while (list.some(({ id }) => id === `note-${number}`)) number += 1;
    let { x } = note;
    while (list.some((other) => Math.abs(other.x - x) < 16 && Math.abs(other.y - note.y) < 16)) x += 216;
    return setPart(parts, notes, [...list, { id: `note-${number}`, ...note, x }]);
  });
}

/** Changes text, place or size of a note; typing is one step of undo. */
export function changeNote(id: string, changes: Partial<Omit<Note, 'id'>>): Change {
  return ours(
    'Change a note',
    (parts) =>
      setPart(
        parts,
        notes,
        getPart(parts, notes).map((note) => (note.id === id ? { ...note, ...changes } : note)),
      ),
    `note:${id}:${Object.keys(changes).sort().join(',')}`,
  );
}

/** Takes a note off the canvas. */
export function removeNote(id: string): Change {
  return ours('Remove a note', (parts) =>
    setPart(
      parts,
      notes,
      getPart(parts, notes).filter((note) => note.id !== id),
    ),
  );
}

/** The node key of a note. */
export function noteKey(id: string): NodeKey {
  return nodeKeys('note', [id])[0] ?? '';
}

/** Silences a finding with a reason; an earlier silence of the same finding is replaced. */
export function silence(finding: Silence): Change {
  return ours(`Silence ${finding.rule}`, (parts) =>
    setPart(parts, silenced, [...getPart(parts, silenced).filter((one) => !isSame(one, finding)), finding]),
  );
}

/** Lets a silenced finding speak again. */
export function unsilence(finding: Omit<Silence, 'reason'>): Change {
  return ours(`Show ${finding.rule} again`, (parts) =>
    setPart(
      parts,
      silenced,
      getPart(parts, silenced).filter((one) => !isSame(one, finding)),
    ),
  );
}

function isSame(a: Omit<Silence, 'reason'>, b: Omit<Silence, 'reason'>): boolean {
  return a.rule === b.rule && a.node === b.node && a.field === b.field;
}

function ours(label: string, parts: (parts: Parts) => Parts, mergeKey?: string): Change {
  return { label, ...(mergeKey === undefined ? {} : { mergeKey }), edits: () => [], parts };
}
