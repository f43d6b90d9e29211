import type { CSSProperties, ReactNode } from 'react';
import type { ControlSize } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import './InputBox.css';

/** What InputBox takes. */
export interface InputBoxProps {
  readonly icon?: IconName | undefined;
  /** A unit inside the field, at its end. */
  readonly suffix?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly size?: ControlSize | undefined;
  readonly disabled?: boolean | undefined;
  /** Buttons inside the field, at its end. */
  readonly end?: ReactNode;
  readonly className?: string | undefined;
  /** An `<input>`, `<textarea>` or `<select>` of class `input-control`. */
  readonly children: ReactNode;
}

/** The edge of a field: icon, control, unit. */
export function InputBox({
  icon,
  suffix,
  invalid,
  mono,
  size,
  disabled,
  end,
  className,
  children,
}: InputBoxProps) {
  const style = suffix ? ({ '--suffix': suffix.length } as CSSProperties) : undefined;
  return (
    <span
      className={classNames(
        'input',
        icon && 'input-with-icon',
        suffix && 'input-with-suffix',
        invalid && 'input-invalid',
        mono && 'input-mono',
        size === 'dense' && 'input-dense',
        disabled && 'input-disabled',
        className,
      )}
      style={style}
    >
      {icon && <Icon name={icon} size={size === 'dense' ? 14 : 16} className="input-icon" />}
      {children}
      {suffix && <span className="input-suffix">{suffix}</span>}
      {end && <span className="input-end">{end}</span>}
    </span>
  );
}
