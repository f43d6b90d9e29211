import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import type { ControlSize } from './Button.tsx';
import { useDraft } from './draft.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { InputBox } from './InputBox.tsx';
import type { IconName } from './icons.ts';

/** What TextField takes. */
export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  /** Each keystroke. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** What was typed, when Enter is pressed or the field is left; `false` keeps it on screen, uncommitted. */
  readonly onCommit?: ((text: string) => unknown) | undefined;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly suffix?: string | undefined;
  readonly end?: ReactNode;
  readonly size?: ControlSize | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLInputElement>) => void) | undefined;
}

/** One line of text. Escape takes back what was typed and not yet committed. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, placeholder, mono, icon, suffix, end, size, disabled, readOnly } = props;
  const draft = useDraft(value, onChange, onCommit);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) draft.commit();
    if (event.key === 'Escape' && draft.pending) {
      event.stopPropagation();
      event.preventDefault();
      draft.revert();
    }
  };
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <InputBox {...{ icon, suffix, invalid, mono, size, disabled, end }}>
          <input
            id={id}
            className="input-control"
            type="text"
            value={draft.text}
            placeholder={placeholder}
            disabled={disabled}
            readOnly={readOnly}
            data-autofocus={props.autoFocus || undefined}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
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
