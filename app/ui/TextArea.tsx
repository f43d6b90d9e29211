import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useDraft } from './draft.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { InputBox } from './InputBox.tsx';

/** What TextArea takes. */
export interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  /** Each keystroke. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** On Ctrl/⌘ Enter and on leaving the field; `false` keeps the text on screen, uncommitted. */
  readonly onCommit?: ((text: string) => unknown) | undefined;
  readonly placeholder?: string | undefined;
  /** Code: monospaced. */
  readonly mono?: boolean | undefined;
  /** Lines at least; it grows with its text. */
  readonly rows?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
}

/** Several lines of text or code. Escape takes back what was typed and not yet committed. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onCommit, placeholder, mono, rows = 3, disabled, readOnly } = props;
  const draft = useDraft(value, onChange, onCommit);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit();
    if (event.key === 'Escape' && draft.pending) {
      event.stopPropagation();
      event.preventDefault();
      draft.revert();
    }
  };
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <InputBox {...{ invalid, mono, disabled }}>
          <textarea
            id={id}
            className="input-control"
            rows={rows}
            // A field that takes the height of its text goes by no rows of its own.
            style={{ minBlockSize: `calc(${rows}lh + 8px)` }}
            value={draft.text}
            placeholder={placeholder}
            disabled={disabled}
            readOnly={readOnly}
            data-autofocus={props.autoFocus || undefined}
            spellCheck={!mono}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.commit}
            onKeyDown={onKeyDown}
            onPaste={props.onPaste}
          />
        </InputBox>
      )}
    </Field>
  );
}
