import { applyEdits, removeField, setField } from '../../../src/edit/changes/fields.ts';
import { apply } from '../../store/designStore.ts';
import { notify } from '../../store/viewStore.ts';
import { KeyValueTable } from '../../ui/KeyValueTable.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, oddKeysBelow, rawAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { pastedVariables } from '../pastedVariables.ts';
import type { ControlProps } from './control.ts';
import { OddTableValue } from './OddTableValue.tsx';

/** Free keys with their texts. `without`: keys that other controls show. */
export function MapControl({
  path,
  field,
  value,
  label,
  without,
}: ControlProps & { readonly without?: ReadonlySet<string> }) {
  const { reading, findings, task } = useInspected();
  const texts = (value ?? {}) as Readonly<Record<string, string>>;
  const odd = oddKeysBelow(reading, path).map(String);
  const keys = [...Object.keys(texts), ...odd].filter((key) => !without?.has(key));
  const takes = (name: string) => {
    if (name !== '' && !(name in texts) && !odd.includes(name)) return true;
    notify(name === '' ? 'A key must not be empty.' : `${name} is there already.`, 'error');
    return false;
  };
  const { text } = receptionOf(task, path);
  return (
    <div className="inspect-table">
      <p className="inspect-label">{label}</p>
      <KeyValueTable
        label={label}
        noun={noun(field.label)}
        nameLabel="Key"
        valueLabel="Value"
        rows={keys.map((key) => ({
          id: key,
          name: key,
          value: texts[key] ?? '',
          error: findingsWithin(findings, [...path, key])[0]?.message,
          content: odd.includes(key) ? (
            <OddTableValue path={[...path, key]} raw={rawAt(reading, [...path, key]) ?? ''} name={key} />
          ) : undefined,
        }))}
        onName={(index, name) => {
          const key = keys[index] ?? '';
          if (!takes(name)) return false;
          const edits = [{ op: 'move' as const, from: [...path, key], path: [...path, name] }];
          return apply(applyEdits(`Rename ${key}`, edits, { replaces: true })) === undefined;
        }}
        onValue={(index, next) =>
          apply(setField([...path, keys[index] ?? ''], next, { label: `Set ${keys[index]}` })) === undefined
        }
        onAdd={(name, next) =>
          takes(name) && apply(setField([...path, name], next, { label: `Add ${name}` })) === undefined
        }
        onRemove={(index) => {
          const only = keys.length === 1 && without === undefined;
          const going = only ? path : [...path, keys[index] ?? ''];
          apply(removeField(going, { label: `Remove ${keys[index]}` }));
        }}
        onPaste={(pasted) => {
          const found = pastedVariables(pasted, { oneLine: false });
          if (found === undefined || found.secrets.length > 0) return false;
          const edits = found.variables.map(({ name, value: next }) => ({
            op: 'set' as const,
            path: [...path, name],
            value: next,
          }));
          return apply(applyEdits(`Paste into ${field.label}`, edits)) === undefined;
        }}
      />
      <FindingNotes findings={findingsAt(findings, path)} />
      {text !== '' && <p className="inspect-quiet">{text}</p>}
    </div>
  );
}

function noun(label: string): string {
  return label === 'Options' || label === 'Driver options' ? 'option' : 'label';
}
