import type { ReactNode } from 'react';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';

export interface SubjectHeadProps {
  readonly icon: IconName;
  readonly title: string;
  /** What it is, in a word or two. */
  readonly chip: string;
  readonly actions?: ReactNode;
}

/** What is inspected: its sign, its name, what it is, and what can be done with it. */
export function SubjectHead({ icon, title, chip, actions }: SubjectHeadProps) {
  return (
    <div className="inspect-head">
      <Icon name={icon} />
      <h2 className="inspect-title">{title}</h2>
      <Chip>{chip}</Chip>
      <span className="inspect-head-actions">{actions}</span>
    </div>
  );
}
