import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import './Button.css';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Tooltip } from './Tooltip.tsx';

/** How much a button weighs: `primary` once a view, `danger` for what takes something away. */
export type ButtonVariant = 'primary' | 'secondary' | 'plain' | 'danger';
/** `regular` is 28 px high, `dense` 24. */
export type ControlSize = 'regular' | 'dense';

/** What Button takes. */
export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ControlSize | undefined;
  readonly icon?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Why it cannot be used now: it stays in the tab order, does nothing, and says so on hover and focus. */
  readonly disabledReason?: string | undefined;
  readonly children?: ReactNode;
}

/** A native button in the product's look; its type is `button` unless said otherwise. */
export function Button({
  variant = 'secondary',
  size = 'regular',
  icon,
  iconEnd,
  disabledReason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const blocked = disabledReason !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      className={classNames('button', `button-${variant}`, size === 'dense' && 'button-dense', className)}
      aria-disabled={blocked || undefined}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} size={size === 'dense' ? 14 : 16} />}
      {children}
      {iconEnd && <Icon name={iconEnd} size={size === 'dense' ? 14 : 16} />}
    </button>
  );
  return blocked ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}
