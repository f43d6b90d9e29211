import type { KeyboardEvent } from 'react';
import type { ControlSize } from './Button.tsx';
import { useDraft } from './draft.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { InputBox } from './InputBox.tsx';
import { limitsText, type NumberLimits, outside, parseNumber } from './numberText.ts';

/** What NumberField takes. */
export interface NumberFieldProps extends FieldFrameProps, NumberLimits {
  /** Absent: the field is empty and shows the default. */
  readonly value: number | undefined;
  /** What stands there when it is no number; shown as it is, with an error. */
  readonly raw?: string | undefined;
  /** Each keystroke that leaves a number or nothing. */
  readonly onChange?: ((value: number | undefined) => void) | undefined;
  /** On Enter and on leaving the field; a number outside the limits too, with an error beside it. */
  readonly onCommit?: ((value: number | undefined) => unknown) | undefined;
  readonly unit?: string | undefined;
  /** What ECS takes when it is absent; stands in the empty field as "30 … s, default". */
  readonly defaultValue?: number | string | undefined;
  /** What an arrow key adds; 1. */
  readonly step?: number | undefined;
  readonly size?: ControlSize | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** A number with its unit. What is no number stays visible, is named, and is never committed. */
export function NumberField(props: NumberFieldProps) {
  const { value, raw, onChange, onCommit, unit, defaultValue, step = 1, min, max, size, disabled } = props;
  const read = (text: string) => parseNumber(text, props);
  const draft = useDraft(
    value === undefined ? (raw ?? '') : String(value),
    (text) => {
      const parsed = read(text);
      if (parsed.ok) onChange?.(parsed.value);
    },
    (text) => {
      const parsed = read(text);
      return parsed.ok ? onCommit?.(parsed.value) : false;
    },
  );
  const parsed = read(draft.text);
  const limits = limitsText(props);
  const ownError = !parsed.ok
    ? parsed.why
    : parsed.value !== undefined && outside(parsed.value, props) && `Takes ${limits}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction !== 0 && parsed.ok && !event.altKey) {
      event.preventDefault();
      const from = parsed.value ?? (typeof defaultValue === 'number' ? defaultValue : (min ?? 0));
      const next = from + direction * step;
      draft.type(String(Math.min(Math.max(next, min ?? next), max ?? next)));
    }
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape' && draft.pending) {
      event.stopPropagation();
      event.preventDefault();
      draft.revert();
    }
  };
  const isDefault = draft.text === '' && defaultValue !== undefined;
  const suffix = [unit, isDefault && 'default'].filter(Boolean).join(', ');
  return (
    <Field {...props} hint={props.hint ?? limits} error={props.error || ownError}>
      {({ id, describedBy, invalid }) => (
        <InputBox {...{ invalid, size, disabled, suffix }}>
          <input
            id={id}
            className="input-control"
            type="text"
            inputMode={props.fractions ? 'decimal' : 'numeric'}
            value={draft.text}
            placeholder={props.placeholder ?? (defaultValue === undefined ? undefined : String(defaultValue))}
            disabled={disabled}
            autoComplete="off"
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.commit}
            onKeyDown={onKeyDown}
          />
        </InputBox>
      )}
    </Field>
  );
}
