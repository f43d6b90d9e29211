import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { changeNote, removeNote } from '../../src/edit/changes/canvas.ts';
import { apply } from '../store/designStore.ts';
import { classNames } from '../ui/classNames.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { NoteFlowNode } from './toFlow.ts';

/** A note stuck on the canvas; no word of it reaches ECS. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteFlowNode>) {
  const { note } = data;
  return (
    <div className={classNames('note', selected && 'note-selected')}>
      <textarea
        className="note-text nodrag nowheel"
        aria-label="Note"
        value={note.text}
        placeholder="A note for people"
        onChange={(event) => apply(changeNote(note.id, { text: event.target.value }))}
      />
      {selected && (
        <span className="note-remove nodrag">
          <IconButton
            icon="trash"
            size="dense"
            label="Remove the note"
            onClick={() => apply(removeNote(note.id))}
          />
        </span>
      )}
    </div>
  );
});
