import type { ReactNode } from 'react';
import './Chip.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** What Chip takes. */
export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName | undefined;
  /** Given, the chip is a button. */
  readonly onSelect?: (() => void) | undefined;
}

/** A word on a grey ground: a role, a container's name. */
export function Chip({ children, icon, onSelect }: ChipProps) {
  const content = (
    <>
      {icon && <Icon name={icon} size={12} />}
      <span className="chip-text">{children}</span>
    </>
  );
  return onSelect ? (
    <button type="button" className="chip chip-button" onClick={onSelect}>
      {content}
    </button>
  ) : (
    <span className="chip">{content}</span>
  );
}
