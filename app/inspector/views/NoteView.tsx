import { changeNote, removeNote } from '../../../src/edit/changes/canvas.ts';
import type { Note } from '../../../src/edit/parts/notes.ts';
import { apply } from '../../store/designStore.ts';
import { select } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** A note on the canvas: its text. */
export function NoteView({ note }: { readonly note: Note }) {
  return (
    <div className="inspect-plain">
      <div data-path="/name">
        <TextArea
          label="Text"
          rows={4}
          value={note.text}
          hint="For people: it is kept beside the task and never sent to ECS."
          onCommit={(text) => (apply(changeNote(note.id, { text })) === undefined ? undefined : false)}
        />
      </div>
      <div>
        <Button
          variant="danger"
          icon="trash"
          onClick={() => {
            if (apply(removeNote(note.id)) === undefined) select({ kind: 'none' });
          }}
        >
          Remove the note
        </Button>
      </div>
    </div>
  );
}
