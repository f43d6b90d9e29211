import { isFargate } from '../../../src/model/capacities.ts';
import type { NumberField as NumberOfTask } from '../../../src/model/fields/field.ts';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { useInspected } from '../InspectorContext.ts';
import { writeField } from '../writeField.ts';
import type { ControlProps } from './control.ts';
import { useNotes } from './useNotes.tsx';

const UNITS: Readonly<Record<NumberOfTask['kind'], string | undefined>> = {
  count: undefined,
  seconds: 's',
  mebibytes: 'MiB',
  gibibytes: 'GiB',
  cpuUnits: 'CPU units',
  port: undefined,
  percent: '%',
  exitCode: undefined,
};

/** The range, default and unit of a number in this task. */
export function limitsOf(task: TaskDefinition, field: NumberOfTask) {
  const { min, max } = (isFargate(task) ? field.fargate : undefined) ?? field;
  return { min, max, unit: UNITS[field.kind], defaultValue: field.default };
}

/** One whole number with its unit; emptied, the member goes and the default holds. */
export function NumberControl({ path, field, value, label, layout }: ControlProps) {
  const { task } = useInspected();
  const notes = useNotes(path, value !== undefined);
  if (!isNumber(field)) return null;
  const { min, max, ...rest } = limitsOf(task, field);
  // A range that only says "not negative" teaches nobody anything.
  const plain = max === undefined && (min === undefined || min <= 1);
  return (
    <NumberField
      label={label}
      layout={layout}
      {...notes}
      {...rest}
      min={min}
      max={max}
      hint={notes.hint ?? (plain ? '' : undefined)}
      value={typeof value === 'number' ? value : undefined}
      onCommit={(next) => (writeField(path, next) === undefined ? undefined : false)}
    />
  );
}

/** Whether a field is a number of any unit. */
export function isNumber(field: { readonly kind: string }): field is NumberOfTask {
  return Object.hasOwn(UNITS, field.kind);
}
