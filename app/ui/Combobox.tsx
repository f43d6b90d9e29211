import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ControlSize } from './Button.tsx';
import { classNames } from './classNames.ts';
import './Combobox.css';
import { useDraft } from './draft.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { floatingHost, useDismiss, useFloating } from './floating.ts';
import { Icon } from './Icon.tsx';
import { InputBox } from './InputBox.tsx';
import type { IconName } from './icons.ts';

/** One suggestion of a list. */
export interface Suggestion {
  readonly value: string;
  /** What it is, in a few words, beside it. */
  readonly detail?: string | undefined;
  readonly icon?: IconName | undefined;
}

/** What Combobox takes. */
export interface ComboboxProps extends FieldFrameProps {
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  /** Each keystroke. */
  readonly onChange?: ((text: string) => void) | undefined;
  /** A suggestion picked, or on Enter or leaving what was typed; `false` keeps it on screen, uncommitted. */
  readonly onCommit?: ((text: string) => unknown) | undefined;
  /** All suggestions whatever is typed, when somebody else filters them. */
  readonly unfiltered?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly size?: ControlSize | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Free text with suggestions: arrows choose, Enter takes, Escape closes the list and then takes back the text. */
export function Combobox(props: ComboboxProps) {
  const { value, suggestions, onChange, onCommit, unfiltered, placeholder, mono, icon, size, disabled } =
    props;
  const draft = useDraft(value, onChange, onCommit);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const needle = draft.text.trim().toLowerCase();
  // A list opened without typing shows every choice, not only those like the present value.
  const shown =
    unfiltered || !typed || needle === ''
      ? suggestions
      : suggestions.filter((each) => `${each.value} ${each.detail ?? ''}`.toLowerCase().includes(needle));
  const expanded = open && shown.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
    setTyped(false);
  };
  useFloating(expanded, list, input, { matchWidth: true });
  useDismiss(expanded, list, input, close);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const pick = (suggestion: Suggestion) => {
    draft.type(suggestion.value);
    if (suggestion.value !== value) onCommit?.(suggestion.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = expanded ? shown[active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setActive((at) =>
        at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length,
      );
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (chosen) {
        event.preventDefault();
        pick(chosen);
      } else {
        draft.commit();
        close();
      }
    } else if (event.key === 'Escape' && (expanded || draft.pending)) {
      event.preventDefault();
      event.stopPropagation();
      if (expanded) close();
      else draft.revert();
    }
  };
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <InputBox {...{ icon, invalid, mono, size, disabled }} className="combobox">
          <input
            ref={input}
            id={id}
            className="input-control"
            type="text"
            role="combobox"
            aria-expanded={expanded}
            aria-controls={expanded ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={expanded && shown[active] ? `${listId}-${active}` : undefined}
            value={draft.text}
            placeholder={placeholder}
            disabled={disabled}
            data-autofocus={props.autoFocus || undefined}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onClick={() => setOpen(true)}
            onChange={(event) => {
              draft.type(event.target.value);
              setOpen(true);
              setTyped(true);
              setActive(-1);
            }}
            onBlur={() => {
              draft.commit();
              close();
            }}
            onKeyDown={onKeyDown}
          />
          <Icon name="chevronDown" size={14} className="combobox-chevron" />
          {expanded &&
            createPortal(
              <div
                ref={list}
                id={listId}
                role="listbox"
                aria-label={props.label}
                popover="manual"
                className="combobox-list"
              >
                {shown.map((each, index) => (
                  <button
                    key={each.value}
                    type="button"
                    role="option"
                    id={`${listId}-${index}`}
                    tabIndex={-1}
                    aria-selected={index === active}
                    className={classNames('combobox-option', mono && 'combobox-mono')}
                    // The focus stays in the field, so that leaving it does not commit what was typed.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => pick(each)}
                  >
                    {each.icon && <Icon name={each.icon} size={14} />}
                    <span className="combobox-value">{each.value}</span>
                    {each.detail && <span className="combobox-detail">{each.detail}</span>}
                  </button>
                ))}
              </div>,
              floatingHost(input),
            )}
        </InputBox>
      )}
    </Field>
  );
}
