import { useRef } from 'react';
import { valueAt } from '../../src/edit/changes/writer.ts';
import type { Field } from '../../src/model/fields/field.ts';
import { termOf } from '../../src/model/glossary.ts';
import type { Path } from '../../src/model/path.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Popover } from '../ui/Popover.tsx';
import { rawAt, receptionOf } from './fieldFacts.ts';
import { useInspected } from './InspectorContext.ts';
import { writeField } from './writeField.ts';

/** Which field is explained, and the button that asked for it. */
export interface HelpWish {
  readonly button: HTMLElement;
  readonly path: Path;
  readonly field: Field;
}

export interface FieldHelpProps {
  readonly wish: HelpWish;
  readonly editable: boolean;
  readonly onClose: () => void;
}

/** What a field does, its name in the API, who takes it, where AWS describes it; and the way back to its default. */
export function FieldHelp({ wish: { button, path, field }, editable, onClose }: FieldHelpProps) {
  const { task, reading } = useInspected();
  const anchor = useRef(button);
  const name = String(path.findLast((step) => typeof step === 'string') ?? '');
  const { text, note } = receptionOf(task, path);
  const term = termOf(name);
  const isItem = typeof path.at(-1) === 'number';
  const isSet = valueAt(task, path) !== undefined || rawAt(reading, path) !== undefined;
  const removable = editable && isSet && !isItem && field.required === undefined && path.length > 0;
  const fallback = 'default' in field && field.default !== undefined ? String(field.default) : undefined;
  return (
    <Popover open onClose={onClose} anchor={anchor} label={`About ${field.label}`} align="end">
      <div className="inspect-about">
        <p className="inspect-about-title">
          {field.label} <code>{name}</code>
        </p>
        {field.ended !== undefined && <p className="inspect-about-ended">{field.ended}</p>}
        <p>{field.help}</p>
        {term !== undefined && (
          <p>
            <strong>{term.term}:</strong> {term.text}
          </p>
        )}
        {fallback !== undefined && (
          <p>
            Without it: <code>{fallback}</code>
          </p>
        )}
        {text !== '' && <p className="inspect-about-ended">{text}</p>}
        {note !== '' && <p>{note}</p>}
        <div className="inspect-about-foot">
          {field.docs !== undefined && (
            <a href={field.docs} target="_blank" rel="noreferrer">
              API reference <Icon name="external" size={12} label="opens in a new tab" />
            </a>
          )}
          {removable && (
            <Button
              size="dense"
              icon="close"
              onClick={() => {
                onClose();
                writeField(path, undefined);
              }}
            >
              Remove from the task
            </Button>
          )}
        </div>
      </div>
    </Popover>
  );
}
