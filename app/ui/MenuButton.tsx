import { useRef, useState } from 'react';
import { Button, type ButtonVariant, type ControlSize } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.ts';
import { Menu, type MenuGroup } from './Menu.tsx';
import type { Align, Side } from './placement.ts';

/** What MenuButton takes. */
export interface MenuButtonProps {
  readonly label: string;
  /** A function is asked only while the menu is open: for items that take time to find. */
  readonly groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  /** With `iconOnly` (the default when there is an icon) the label is its name only. */
  readonly icon?: IconName | undefined;
  readonly iconOnly?: boolean | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ControlSize | undefined;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  readonly disabledReason?: string | undefined;
  readonly className?: string | undefined;
  readonly tabIndex?: number | undefined;
}

const NO_GROUPS: readonly MenuGroup[] = [];

/** A button that opens a menu; the arrows open it at its first or last item. */
export function MenuButton(props: MenuButtonProps) {
  const { label, groups, icon, iconOnly = icon !== undefined, side, align, ...look } = props;
  const [open, setOpen] = useState<'start' | 'end' | null>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  const common = {
    ...look,
    ref: anchor,
    'aria-haspopup': 'menu',
    'aria-expanded': open !== null,
    onClick: () => setOpen(open ? null : 'start'),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (props.disabledReason !== undefined) return;
      event.preventDefault();
      setOpen(event.key === 'ArrowDown' ? 'start' : 'end');
    },
  } as const;
  return (
    <>
      {icon && iconOnly ? (
        <IconButton {...common} icon={icon} label={label} />
      ) : (
        <Button {...common} icon={icon} iconEnd="chevronDown">
          {label}
        </Button>
      )}
      <Menu
        open={open !== null}
        fromEnd={open === 'end'}
        onClose={() => setOpen(null)}
        anchor={anchor}
        label={label}
        groups={typeof groups !== 'function' ? groups : open === null ? NO_GROUPS : groups()}
        side={side}
        align={align}
      />
    </>
  );
}
