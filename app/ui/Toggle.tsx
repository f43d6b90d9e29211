import { classNames } from './classNames.ts';
import { Tooltip } from './Tooltip.tsx';
import './Toggle.css';

/** What Toggle takes. */
export interface ToggleProps {
  /** What is on when it is on: "Essential". */
  readonly label: string;
  /** What is shown while it is off: "Not essential"; the label when absent. */
  readonly offLabel?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The name read out, where the label alone would not tell of what: "app: Essential". */
  readonly name?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  /** Why it cannot be switched now. */
  readonly disabledReason?: string | undefined;
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly className?: string | undefined;
  /** What follows from it: shown while the pointer or the keyboard is on it. Given even while it is empty. */
  readonly tip?: string | undefined;
  /** The pointer or the keyboard has come to it, or is gone. */
  readonly onPeek?: ((looking: boolean) => void) | undefined;
}

/** On or off, at once: 26 × 16, neutral in colour, the knob outlined when off. */
export function Toggle(props: ToggleProps) {
  const { label, offLabel, checked, onChange, hideLabel, disabledReason, id, describedBy, className } = props;
  const { onPeek } = props;
  const shown = checked || offLabel === undefined ? label : offLabel;
  const name = props.name ?? label;
  const blocked = disabledReason !== undefined;
  const toggle = (
    <button
      type="button"
      role="switch"
      id={id}
      className={classNames('toggle', className)}
      aria-checked={checked}
      aria-disabled={blocked || undefined}
      aria-describedby={describedBy}
      // The words on screen are part of the name, so that they can be said to a voice control.
      aria-label={shown === label ? name : `${name}: ${shown}`}
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && onPeek?.(true)}
      onPointerLeave={() => onPeek?.(false)}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onPeek?.(true)}
      onBlur={() => onPeek?.(false)}
      onClick={() => !blocked && onChange(!checked)}
    >
      <span className="toggle-track" />
      {!hideLabel && <span className="toggle-label">{shown}</span>}
    </button>
  );
  const tip = disabledReason ?? props.tip;
  return tip === undefined ? toggle : <Tooltip text={tip}>{toggle}</Tooltip>;
}
