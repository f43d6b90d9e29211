import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';
import './Field.css';

/** What ties a control to its label, hint and error. */
export interface FieldIds {
  /** Goes on the control. */
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** What every field takes. */
export interface FieldFrameProps {
  readonly label: string;
  /** The id of the control; made up when absent. Give one to reach the control from elsewhere. */
  readonly id?: string | undefined;
  /** What is taken, or what follows; below the control. */
  readonly hint?: ReactNode;
  /** What is wrong; in the error colour, and the control is marked invalid. */
  readonly error?: ReactNode;
  /** What is doubtful; in the warning colour. */
  readonly warning?: ReactNode;
  /** `stack`: label above (default); `row`: label to the left, in a column of 96 px. */
  readonly layout?: 'stack' | 'row' | undefined;
  /** The label is there for a screen reader only. */
  readonly hideLabel?: boolean | undefined;
  /** At the end of the label's line: a unit, a "reset" button. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
}

/** What Field takes. */
export interface FieldProps extends FieldFrameProps {
  readonly children: (ids: FieldIds) => ReactNode;
}

/** Label, control, hint and error, tied together by ids. */
export function Field(props: FieldProps) {
  const { label, hint, error, warning, layout = 'stack', hideLabel, aside, className, children } = props;
  const made = useId();
  const id = props.id ?? made;
  const present = (node: ReactNode) => node !== undefined && node !== null && node !== false && node !== '';
  const notes = [
    present(error) && { key: 'error', text: error },
    present(warning) && { key: 'warning', text: warning },
    present(hint) && !present(error) && { key: 'hint', text: hint },
  ].filter((note) => note !== false);
  const describedBy = notes.map((note) => `${id}-${note.key}`).join(' ') || undefined;
  return (
    <div className={classNames('field', `field-${layout}`, hideLabel && 'field-bare', className)}>
      <div className={hideLabel && !aside ? 'visually-hidden' : 'field-head'}>
        <label htmlFor={id} className={classNames('field-label', hideLabel && 'visually-hidden')}>
          {label}
        </label>
        {aside}
      </div>
      <div className="field-body">
        {children({ id, describedBy, invalid: present(error) })}
        {notes.map((note) => (
          <p key={note.key} id={`${id}-${note.key}`} className={`field-note field-${note.key}`}>
            {note.text}
          </p>
        ))}
      </div>
    </div>
  );
}
