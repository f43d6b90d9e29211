import { Button, type ButtonProps } from './Button.tsx';
import './Button.css';
import { classNames } from './classNames.ts';
import type { IconName } from './icons.ts';
import { Tooltip } from './Tooltip.tsx';

/** What IconButton takes. */
export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'iconEnd' | 'children'> {
  readonly icon: IconName;
  /** Its name, read out and shown on hover and focus. */
  readonly label: string;
  /** A shortcut as people read it, shown beside the name. */
  readonly shortcut?: string | undefined;
}

/** A square button with an icon and no words; plain unless a variant says otherwise. */
export function IconButton({
  icon,
  label,
  shortcut,
  variant = 'plain',
  className,
  disabledReason,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      variant={variant}
      icon={icon}
      aria-label={label}
      disabledReason={disabledReason}
      className={classNames('button-icon', className)}
    />
  );
  // A reason brings a tooltip of its own.
  return disabledReason === undefined ? (
    <Tooltip text={label} shortcut={shortcut} isName>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
