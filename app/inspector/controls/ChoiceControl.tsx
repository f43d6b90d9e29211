import type { Field } from '../../../src/model/fields/field.ts';
import { Select } from '../../ui/Select.tsx';
import { writeField } from '../writeField.ts';
import type { ControlProps } from './control.ts';
import { useNotes } from './useNotes.tsx';

/** Left out: what ECS takes then. */
const DEFAULT = '';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of an enum or of true and false; the first one leaves the member out, unless it must be there. */
export function choicesOf(field: Field): readonly Choice[] {
  if (field.kind === 'boolean') {
    const { default: fallback, required } = field;
    const words = fallback === undefined ? 'Not set' : `${fallback ? 'Yes' : 'No'}, default`;
    return [
      ...(required ? [] : [{ value: DEFAULT, label: words }]),
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ];
  }
  if (field.kind !== 'enum') return [];
  const values = Object.keys(field.values).map((value) => ({ value, label: value }));
  if (field.required !== undefined) return values;
  const words = field.default === undefined ? 'Not set' : `${field.default}, default`;
  return [{ value: DEFAULT, label: words }, ...values];
}

/** Text of a choice as the value of the member; `undefined` leaves it out. */
export function chosenValue(field: Field, choice: string): string | boolean | undefined {
  if (choice === DEFAULT) return undefined;
  return field.kind === 'boolean' ? choice === 'true' : choice;
}

/** One of a few: an enum, or yes, no and the default. */
export function ChoiceControl({ path, field, value, label, layout }: ControlProps) {
  const notes = useNotes(path, value !== undefined);
  const chosen = value === undefined ? DEFAULT : String(value);
  const words = field.kind === 'enum' ? field.values[chosen] : undefined;
  return (
    <Select
      label={label}
      layout={layout}
      {...notes}
      hint={notes.hint ?? words}
      value={chosen}
      options={choicesOf(field)}
      onChange={(choice) => writeField(path, chosenValue(field, choice))}
    />
  );
}
