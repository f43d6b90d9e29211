import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import './CellInput.css';
import { classNames } from './classNames.ts';
import { useDraft } from './draft.ts';

/** What CellInput takes. */
export interface CellInputProps {
  /** What the cell is, read out: "Value of LOG_LEVEL". */
  readonly label: string;
  readonly value: string;
  readonly onChange?: ((text: string) => void) | undefined;
  readonly onCommit?: ((text: string) => unknown) | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
  /** Enter; the value is committed. */
  readonly onEnter?: (() => void) | undefined;
  /** Keys that it does not take itself. */
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly className?: string | undefined;
}

/** Monospaced text in a cell, without an edge until it is used; grows to several lines with its text. */
export function CellInput(props: CellInputProps) {
  const { label, value, onChange, onCommit, onPaste, onEnter, onKeyDown, placeholder, invalid } = props;
  const draft = useDraft(value, onChange, onCommit);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (props.autoFocus) area.current?.focus();
  }, [props.autoFocus]);
  return (
    <textarea
      ref={area}
      rows={1}
      className={classNames('cell', invalid && 'cell-invalid', props.className)}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={props.describedBy}
      value={draft.text}
      placeholder={placeholder}
      readOnly={props.readOnly}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.commit}
      onPaste={onPaste}
      onKeyDown={(event) => {
        // Shift and Alt make a new line, as in a spreadsheet.
        if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.nativeEvent.isComposing) {
          event.preventDefault();
          draft.commit();
          onEnter?.();
        } else if (event.key === 'Escape' && draft.pending) {
          event.preventDefault();
          event.stopPropagation();
          draft.revert();
        } else {
          onKeyDown?.(event);
        }
      }}
    />
  );
}
