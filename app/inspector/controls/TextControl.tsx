import type { TextFormat, TextField as TextOfTask } from '../../../src/model/fields/field.ts';
import { items } from '../../../src/model/list.ts';
import { namedContainers } from '../../../src/model/namedContainers.ts';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { Combobox, type Suggestion } from '../../ui/Combobox.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useInspected } from '../InspectorContext.ts';
import { writeField } from '../writeField.ts';
import type { ControlProps } from './control.ts';
import { useNotes } from './useNotes.tsx';

const MONO: ReadonlySet<TextFormat> = new Set<TextFormat>(['image', 'role', 'arn', 'secret', 'path', 'link']);

/** What may stand in a text, as far as the task or the table of fields knows. */
export function suggestionsFor(task: TaskDefinition, field: TextOfTask): readonly Suggestion[] {
  switch (field.format) {
    case 'containerName':
      return namedContainers(task).flatMap(({ name }) => (name === '' ? [] : { value: name }));
    case 'volumeName':
      return items(task.volumes).flatMap(([{ name }]) => (name === undefined ? [] : { value: name }));
    default:
      return (field.suggestions ?? []).map((value) => ({ value }));
  }
}

/** One text. Emptied, the member goes. */
export function TextControl({ path, field, value, label, layout }: ControlProps) {
  const { task } = useInspected();
  const notes = useNotes(path, value !== undefined);
  if (field.kind !== 'text' && field.kind !== 'longText') return null;
  const text = typeof value === 'string' ? value : '';
  const common = {
    label,
    layout,
    ...notes,
    value: text,
    placeholder: field.default,
    mono: field.format !== undefined && MONO.has(field.format),
    onCommit: (next: string) =>
      writeField(path, next === '' ? undefined : next) === undefined ? undefined : false,
  };
  const suggestions = suggestionsFor(task, field);
  if (suggestions.length > 0) return <Combobox {...common} suggestions={suggestions} />;
  return field.kind === 'longText' || text.includes('\n') ? (
    <TextArea {...common} rows={1} />
  ) : (
    <TextField {...common} />
  );
}
