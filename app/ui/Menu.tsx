import { Fragment, type KeyboardEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './classNames.ts';
import { type Anchor, floatingHost, useDismiss, useFloating, useFocusInside } from './floating.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import type { Align, Side } from './placement.ts';
import './Menu.css';

/** One thing to do. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: IconName | undefined;
  /** As people read it: ⌘D. */
  readonly shortcut?: string | undefined;
  /** A few words below the label. */
  readonly detail?: string | undefined;
  /** It takes something away. */
  readonly danger?: boolean | undefined;
  /** Why it cannot be chosen now; shown below the label. */
  readonly disabledReason?: string | undefined;
  /** Makes it an item that is on or off; with `radio` one of several. */
  readonly checked?: boolean | undefined;
  readonly radio?: boolean | undefined;
}

/** Items that belong together: a line stands between two groups, a heading above when there is one. */
export interface MenuGroup {
  readonly id: string;
  readonly heading?: string | undefined;
  readonly items: readonly MenuItem[];
}

/** What Menu takes. */
export interface MenuProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The element it belongs to, or the pointer's spot for a context menu. */
  readonly anchor: Anchor;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  /** The last item gets the focus instead of the first: opened by the up arrow. */
  readonly fromEnd?: boolean | undefined;
}

/** Things to do: arrows, Home, End and first letters move, Enter and Space choose, Escape and Tab leave. */
export function Menu(props: MenuProps) {
  return props.open ? createPortal(<OpenMenu {...props} />, floatingHost(props.anchor)) : null;
}

function OpenMenu({ onClose, anchor, label, groups, side, align, fromEnd = false }: MenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const entries = () => [...(panel.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
  useFloating(true, panel, anchor, { side, align });
  useDismiss(true, panel, anchor, onClose);
  useFocusInside(true, panel, () => (fromEnd ? entries().at(-1) : entries()[0]));

  const toLetter = (event: KeyboardEvent) => {
    const now = event.timeStamp;
    const fresh = now - typed.current.at > 600;
    const text = (fresh ? '' : typed.current.text) + event.key.toLowerCase();
    typed.current = { text, at: now };
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    // One letter goes on to the next item; more letters narrow the present one down.
    const from = text.length === 1 ? at + 1 : at;
    const order = [...all.slice(from), ...all.slice(0, from)];
    order.find((each) => each.dataset.label?.toLowerCase().startsWith(text))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    // What happens in a menu is none of the business of what it was opened from.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      all.at(event.key === 'Home' ? 0 : -1)?.focus();
    } else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      toLetter(event);
    }
  };
  const filled = groups.filter((group) => group.items.length > 0);
  const drawings = filled.some(({ items }) =>
    items.some(({ icon, checked }) => icon !== undefined || checked !== undefined),
  );
  return (
    <div
      ref={panel}
      role="menu"
      aria-label={label}
      popover="manual"
      tabIndex={-1}
      className={classNames('menu', !drawings && 'menu-plain')}
      onKeyDown={onKeyDown}
    >
      {filled.map((group, index) => (
        <Fragment key={group.id}>
          {index > 0 && <hr className="menu-line" />}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a menu */}
          <div role="group" aria-label={group.heading}>
            {group.heading && (
              <div className="menu-heading" aria-hidden="true">
                {group.heading}
              </div>
            )}
            {group.items.map((item) => (
              <MenuRow key={item.id} item={item} onClose={onClose} />
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

function MenuRow({ item, onClose }: { readonly item: MenuItem; readonly onClose: () => void }) {
  const { label, icon, shortcut, danger, disabledReason, checked, radio, onSelect } = item;
  const detail = disabledReason ?? item.detail;
  const blocked = disabledReason !== undefined;
  const role = checked === undefined ? 'menuitem' : radio ? 'menuitemradio' : 'menuitemcheckbox';
  const glyph = checked === undefined ? icon : checked ? 'success' : undefined;
  return (
    <button
      type="button"
      role={role}
      tabIndex={-1}
      data-label={label}
      {...(checked === undefined ? undefined : { 'aria-checked': checked })}
      aria-disabled={blocked || undefined}
      className={classNames('menu-item', danger && 'menu-danger')}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (blocked) return;
        // First the focus goes back, then the action may move it on.
        onClose();
        onSelect();
      }}
    >
      <span className="menu-glyph">{glyph && <Icon name={glyph} />}</span>
      <span className="menu-words">
        {label}
        {detail && <span className="menu-detail">{detail}</span>}
      </span>
      {shortcut && <span className="menu-shortcut">{shortcut}</span>}
    </button>
  );
}
