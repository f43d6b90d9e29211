import { type ReactNode, useMemo, useRef } from 'react';
import { addItem, removeField, setField } from '../../../src/edit/changes/fields.ts';
import { changeOf } from '../../../src/edit/changes/writer.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Path } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { KeyValueTable } from '../../ui/KeyValueTable.tsx';
import { OddTableValue } from '../controls/OddTableValue.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, oddAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { pastedVariables } from '../pastedVariables.ts';
import { pasteEdits } from './pasteEdits.ts';

export interface VariablesTableProps {
  readonly path: Path;
  readonly label: string;
  readonly items: readonly unknown[];
  /** The member that holds the value: `value`, or `valueFrom` for a secret. */
  readonly member: 'value' | 'valueFrom';
  readonly noun: string;
  readonly valueLabel: string;
  readonly valuePlaceholder?: string | undefined;
  readonly actions?: ReactNode;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  /** What stands there in the text and is no text, or no variable at all. */
  readonly odd: string | undefined;
  /** The row as a whole is odd. */
  readonly whole: boolean;
}

/** Names with their values or secrets; takes what is pasted as lines of a .env file, JSON object or list. */
export function VariablesTable(props: VariablesTableProps) {
  const { path, label, items, member, noun, valueLabel } = props;
  const { reading, findings, task } = useInspected();
  // What is pasted into a value may look like variables and be one value.
  const intoValue = useRef(false);
  const { text } = receptionOf(task, path);
  const rows = items.map((item, index): Row => {
    const at = [...path, index];
    const texts = (item ?? {}) as Readonly<Record<string, string | undefined>>;
    const oddItem = oddAt(reading, at, item);
    const odd = oddItem ?? oddAt(reading, [...at, member], texts[member]);
    const [finding] = findingsWithin(findings, at);
    return {
      name: texts.name ?? oddAt(reading, [...at, 'name'], texts.name)?.raw ?? '',
      value: texts[member] ?? '',
      error: finding?.message ?? oddItem?.why,
      odd: odd?.raw,
      whole: oddItem !== undefined,
    };
  });
  // A long table is drawn anew only when it says something else.
  const state = JSON.stringify([path, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state holds all that the table shows
  const table = useMemo(() => {
    const set = (index: number, name: string, next: Json) =>
      apply(setField([...path, index, name], next, { replaces: true, label: `Set a ${noun}` })) === undefined;
    return (
      <KeyValueTable
        label={label}
        noun={noun}
        nameLabel="Name"
        valueLabel={valueLabel}
        valuePlaceholder={props.valuePlaceholder}
        rows={rows.map(({ name, value, error, odd, whole }, index) => ({
          id: String(index),
          name,
          value,
          error,
          content:
            odd === undefined ? undefined : whole ? (
              <code className="inspect-row-odd">{odd}</code>
            ) : (
              <OddTableValue
                path={[...path, index, member]}
                raw={odd}
                name={name || `${noun} ${index + 1}`}
              />
            ),
        }))}
        onName={(index, name) => set(index, 'name', name)}
        onValue={(index, next) => set(index, member, next)}
        onAdd={(name, next) =>
          apply(addItem(path, { name, [member]: next }, { label: `Add ${name}` })) === undefined
        }
        onRemove={(index) => apply(removeField([...path, index], { label: `Remove a ${noun}` }))}
        onPaste={(pasted) => {
          const single = intoValue.current && !/\n/.test(pasted.trim());
          const found = single ? undefined : pastedVariables(pasted, { oneLine: !intoValue.current });
          if (found === undefined) return false;
          const count = found.variables.length + found.secrets.length;
          const paste = changeOf(
            `Paste ${count} ${count === 1 ? noun : `${noun}s`}`,
            (writer) => {
              pasteEdits(writer, path, member, found);
              return undefined;
            },
            { replaces: true },
          );
          return apply(paste) === undefined;
        }}
        actions={props.actions}
      />
    );
  }, [state, label, noun, member]);
  return (
    <div
      className="inspect-table"
      onPasteCapture={(event) => {
        intoValue.current = event.target instanceof Element && event.target.closest('.table-value') !== null;
      }}
    >
      <p className="inspect-label">{label}</p>
      {table}
      <FindingNotes findings={findingsAt(findings, path)} />
      {text !== '' && <p className="inspect-quiet">{text}</p>}
    </div>
  );
}
