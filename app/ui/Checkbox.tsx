import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import './Checkbox.css';

/** What Checkbox takes. */
export interface CheckboxProps {
  readonly label: ReactNode;
  /** `mixed`: some of several. */
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
}

/** A choice that can be on or off beside others. */
export function Checkbox({ label, checked, onChange, hint, disabled, id, className }: CheckboxProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div className={classNames('checkbox', className)}>
      <input
        id={own}
        type="checkbox"
        className="checkbox-box"
        ref={(element) => {
          if (element) element.indeterminate = checked === 'mixed';
        }}
        checked={checked === true}
        disabled={disabled}
        aria-describedby={hint ? `${own}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={own} className="checkbox-label">
        {label}
      </label>
      {hint && (
        <p id={`${own}-hint`} className="checkbox-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
