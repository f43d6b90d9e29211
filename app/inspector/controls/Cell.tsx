import { useState } from 'react';
import { removeField } from '../../../src/edit/changes/fields.ts';
import { valueAt } from '../../../src/edit/changes/writer.ts';
import type { Field } from '../../../src/model/fields/field.ts';
import type { Json } from '../../../src/model/json.ts';
import { type Path, pathKey } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { writeField } from '../writeField.ts';
import { choicesOf, chosenValue } from './ChoiceControl.tsx';
import { isNumber, limitsOf } from './NumberControl.tsx';
import { suggestionsFor } from './TextControl.tsx';

export interface CellProps {
  readonly path: Path;
  readonly field: Field;
  /** Read out: "Soft limit of limit 1". */
  readonly label: string;
}

/** One member of an item in a row of its own: a dense control without a visible label. */
export function Cell({ path, field, label }: CellProps) {
  const { reading, task } = useInspected();
  const [replacing, setReplacing] = useState(false);
  const value = valueAt(task, path);
  const odd = oddAt(reading, path, value);
  if (odd !== undefined && !replacing) {
    return (
      <button
        type="button"
        className="inspect-odd-button"
        data-path={pathKey(path)}
        title={`${odd.why} Press to replace it.`}
        aria-label={`Replace ${label}, ${odd.raw}: ${odd.why}`}
        onClick={() => setReplacing(true)}
      >
        {odd.raw}
      </button>
    );
  }
  const write = (next: Json | undefined) => {
    const refusal = next === undefined ? apply(removeField(path)) : writeField(path, next);
    return refusal === undefined ? undefined : false;
  };
  // What was pressed gives way to a control, which takes its focus.
  const asked = (element: HTMLElement | null) => {
    if (odd !== undefined && replacing && element?.contains(document.activeElement) === false) {
      element.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }
  };
  const common = { label, hideLabel: true, size: 'dense' } as const;
  return (
    <span className="inspect-cell" data-path={pathKey(path)} ref={asked}>
      {control()}
    </span>
  );

  function control() {
    if (field.kind === 'text' || field.kind === 'longText') {
      const text = typeof value === 'string' ? value : '';
      const commit = (next: string) => write(next === '' && field.required === undefined ? undefined : next);
      const suggestions = suggestionsFor(task, field);
      const props = { ...common, value: text, onCommit: commit, mono: true, placeholder: field.default };
      return suggestions.length > 0 ? (
        <Combobox {...props} suggestions={suggestions} />
      ) : (
        <TextField {...props} />
      );
    }
    if (isNumber(field)) {
      const { unit: _, ...limits } = limitsOf(task, field);
      return (
        <NumberField
          {...common}
          {...limits}
          hint=""
          value={typeof value === 'number' ? value : undefined}
          onCommit={write}
        />
      );
    }
    if (field.kind === 'boolean') {
      return (
        <Checkbox
          label={<VisuallyHidden>{label}</VisuallyHidden>}
          checked={value === true}
          onChange={(checked) => write(checked ? true : undefined)}
        />
      );
    }
    return (
      <Select
        {...common}
        value={value === undefined ? '' : String(value)}
        options={choicesOf(field)}
        onChange={(choice) => write(chosenValue(field, choice))}
      />
    );
  }
}
