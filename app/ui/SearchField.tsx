import type { KeyboardEvent } from 'react';
import { Field } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { InputBox } from './InputBox.tsx';
import { Kbd } from './Kbd.tsx';
import './SearchField.css';

/** What SearchField takes. */
export interface SearchFieldProps {
  /** What is searched; its name, and its placeholder unless there is one. */
  readonly label: string;
  readonly id?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string | undefined;
  /** The key that leads here, shown while it is empty. */
  readonly shortcut?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A search with a button that clears it; Escape clears it too. */
export function SearchField(props: SearchFieldProps) {
  const { label, id, value, onChange, placeholder, shortcut, onKeyDown, autoFocus, className } = props;
  const end =
    value !== '' ? (
      <IconButton icon="close" label="Clear" size="dense" onClick={() => onChange('')} />
    ) : (
      shortcut && <Kbd>{shortcut}</Kbd>
    );
  return (
    <Field label={label} id={id} hideLabel className={className}>
      {({ id: inputId }) => (
        <InputBox icon="search" end={end} className="search">
          <input
            id={inputId}
            className="input-control"
            type="search"
            value={value}
            placeholder={placeholder ?? label}
            data-autofocus={autoFocus || undefined}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              onKeyDown?.(event);
              if (event.key !== 'Escape' || value === '' || event.defaultPrevented) return;
              event.preventDefault();
              event.stopPropagation();
              onChange('');
            }}
          />
        </InputBox>
      )}
    </Field>
  );
}
