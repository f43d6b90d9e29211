import { useId } from 'react';
import type { ControlSize } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import './SegmentedControl.css';

/** One of the choices. */
export interface Segment<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** Only the icon is shown; the label is its name. */
  readonly iconOnly?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** What SegmentedControl takes. */
export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: ControlSize | undefined;
  readonly className?: string | undefined;
}

/** One of a few, all in view: native radio buttons in one row. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, size, className } = props;
  const name = useId();
  return (
    <fieldset className={classNames('segmented', size === 'dense' && 'segmented-dense', className)}>
      <legend className="visually-hidden">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={classNames(
            'segmented-option',
            segment.value === value && 'segmented-checked',
            segment.disabled && 'segmented-disabled',
          )}
          title={segment.iconOnly ? segment.label : undefined}
        >
          <input
            type="radio"
            className="segmented-radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} size={14} />}
          <span className={segment.iconOnly ? 'visually-hidden' : undefined}>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
