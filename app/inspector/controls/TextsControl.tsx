import { addItem, applyEdits, removeField, setField } from '../../../src/edit/changes/fields.ts';
import type { Path } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { ListField } from '../../ui/ListField.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, mustReplace, rawAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import type { ControlProps } from './control.ts';

/** A list of texts or of whole numbers, edited in place. An item that cannot be read shows its text. */
export function TextsControl({ path, field, value, label }: ControlProps) {
  const { reading, findings, task } = useInspected();
  if (field.kind !== 'list') return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const numbers = field.item.kind !== 'text' && field.item.kind !== 'longText';
  const at = (index: number): Path => [...path, index];
  const parsed = (text: string): string | number | undefined =>
    !numbers ? text : /^-?\d+$/.test(text.trim()) ? Number(text) : undefined;
  const { text: reception } = receptionOf(task, path);
  return (
    <>
      <ListField
        label={label}
        noun={field.item.label.toLowerCase()}
        items={list.map((item, index) =>
          item === undefined ? (rawAt(reading, at(index)) ?? '') : String(item),
        )}
        onItem={(index, text) => {
          const next = parsed(text);
          if (next === undefined) return false;
          const replaces = mustReplace(reading, at(index));
          return apply(setField(at(index), next, { replaces, label: `Set ${field.label}` })) === undefined;
        }}
        onAdd={(text) => {
          const next = parsed(text);
          return next !== undefined && apply(addItem(path, next)) === undefined;
        }}
        onRemove={(index) => apply(removeField(at(index), { label: `Remove from ${field.label}` }))}
        onMove={(from, to) =>
          apply(applyEdits(`Reorder ${field.label}`, [{ op: 'move', from: at(from), path: at(to) }]))
        }
        onPaste={(text) => {
          const words = wordsOfPaste(text);
          if (words === undefined || numbers) return false;
          const edits = words.map((word, offset) => ({
            op: 'insert' as const,
            path: at(list.length + offset),
            value: word,
          }));
          return apply(applyEdits(`Paste into ${field.label}`, edits)) === undefined;
        }}
        hint={findingsWithin(findings, path).length === 0 ? reception : undefined}
        errorOf={(index) => {
          const [own] = findingsWithin(findings, at(index));
          if (own !== undefined) return own.message;
          return list[index] === undefined ? 'This is not what ECS takes here.' : undefined;
        }}
      />
      <FindingNotes findings={findingsAt(findings, path)} />
    </>
  );
}

/** The items of a pasted JSON list of texts. */
function wordsOfPaste(text: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
