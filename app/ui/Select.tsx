import type { ControlSize } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { InputBox } from './InputBox.tsx';
import type { IconName } from './icons.ts';
import './Select.css';

/** One of the choices. */
export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Why it cannot be chosen; shown after its label. */
  readonly disabledReason?: string | undefined;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

/** A condition whose colour a control takes. */
export type ConditionTone = 'start' | 'complete' | 'success' | 'healthy';

/** What Select takes. */
export interface SelectProps<Value extends string> extends FieldFrameProps {
  /** A value that is no option is shown as it is; `''` shows the placeholder. */
  readonly value: Value | '';
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** What stands there when nothing is chosen. */
  readonly placeholder?: string | undefined;
  readonly icon?: IconName | undefined;
  /** The colour of a condition. */
  readonly tone?: ConditionTone | undefined;
  readonly mono?: boolean | undefined;
  readonly size?: ControlSize | undefined;
  readonly disabled?: boolean | undefined;
}

/** A native list of choices in the product's look. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onChange, placeholder, icon, tone, mono, size, disabled } = props;
  const known = options.find((option) => option.value === value);
  const groups = [...new Set(options.map((option) => option.group))];
  const choices = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map(({ value: each, label, disabledReason }) => (
        <option key={each} value={each} disabled={disabledReason !== undefined && each !== value}>
          {disabledReason ? `${label}: ${disabledReason}` : label}
        </option>
      ));
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <InputBox
          {...{ icon, invalid, mono, size, disabled }}
          className={classNames('select', tone && `select-${tone}`)}
        >
          <select
            id={id}
            className="input-control"
            value={value}
            disabled={disabled}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {!known && (
              <option value={value} disabled>
                {value === '' ? (placeholder ?? 'Choose') : value}
              </option>
            )}
            {groups.map((group) =>
              group === undefined ? (
                choices(group)
              ) : (
                <optgroup key={group} label={group}>
                  {choices(group)}
                </optgroup>
              ),
            )}
          </select>
          <Icon name="chevronDown" size={14} className="select-chevron" />
        </InputBox>
      )}
    </Field>
  );
}
