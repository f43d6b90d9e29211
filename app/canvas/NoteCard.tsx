import { memo, useEffect, useRef } from 'react';
import type { NodeProps } from 'reactflow';
import { changeNote, removeNote } from '../../src/edit/changes/canvas.ts';
import { apply } from '../store/designStore.ts';
import { classNames } from '../ui/classNames.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { NoteFlowNode } from './toFlow.ts';
import './NoteCard.css';

/** A note stuck on the canvas; no word of it reaches ECS. A click writes in it, a drag moves it. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<NoteFlowNode>) {
  const { note } = data;
  const field = useRef<HTMLTextAreaElement>(null);
  // One that was just added waits for its words.
  const isNew = useRef(selected && note.text === '');
  useEffect(() => {
    if (isNew.current) field.current?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the keyboard the field is a stop of its own
    // biome-ignore lint/a11y/noStaticElementInteractions: the card around it is what can be focused
    <div
      className={classNames('note', selected && 'note-selected')}
      onClick={({ shiftKey, ctrlKey, metaKey }) => {
        if (!(shiftKey || ctrlKey || metaKey)) field.current?.focus();
      }}
    >
      <textarea
        ref={field}
        className="note-text nodrag nowheel"
        aria-label="Note"
        value={note.text}
        placeholder="A note for people"
        onChange={(event) => apply(changeNote(note.id, { text: event.target.value }))}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          event.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus();
        }}
      />
      {selected && (
        <span className="note-remove nodrag">
          <IconButton icon="trash" label="Remove the note" onClick={() => apply(removeNote(note.id))} />
        </span>
      )}
    </div>
  );
});
