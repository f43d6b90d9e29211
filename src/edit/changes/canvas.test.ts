import { describe, expect, it } from 'vitest';
import type { Change } from '../change.ts';
import { applyChange, type Design, newDesign } from '../design.ts';
import { notes } from '../parts/notes.ts';
import { getPart } from '../parts/part.ts';
import { addNote, moveNodes, tidy } from './canvas.ts';

function changed(...changes: readonly Change[]): Design {
  return changes.reduce<Design>((design, change) => {
    const next = applyChange(design, change);
    if ('refused' in next) throw new Error(next.refused);
    return next;
  }, newDesign('{"containerDefinitions":[{"name":"app","image":"a"}]}'));
}

describe('notes on the canvas', () => {
  it('go where they are put, and stay there when the cards are tidied', () => {
    const add = addNote({ text: 'why', x: 40, y: -140 });
    const both = moveNodes({ 'note:note-1': { x: 7, y: 8 }, 'container:app': { x: 1, y: 2 } });
    const moved = changed(add, both);
    expect(getPart(moved.parts, notes)).toEqual([{ id: 'note-1', text: 'why', x: 7, y: 8 }]);
    expect(moved.parts.layout?.moved).toEqual({ 'container:app': { x: 1, y: 2 } });

    const tidied = changed(add, both, tidy());
    expect(getPart(tidied.parts, notes)).toEqual(getPart(moved.parts, notes));
    expect(tidied.parts.layout).toBeUndefined();
  });

  it('never lie on one another when they are added', () => {
    const add = addNote({ text: '', x: 40, y: -140 });
    expect(getPart(changed(add, add, add).parts, notes).map(({ id, x }) => [id, x])).toEqual([
      ['note-1', 40],
      ['note-2', 256],
      ['note-3', 472],
    ]);
  });
});
