import { useState } from 'react';
import { addItem, removeField } from '../../../src/edit/changes/fields.ts';
import { linuxCapabilities } from '../../../src/model/linuxCapabilities.ts';
import { apply } from '../../store/designStore.ts';
import { Combobox, type Suggestion } from '../../ui/Combobox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin, rawAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import type { ControlProps } from './control.ts';

const allowed = new Map(linuxCapabilities.map(({ name, allows }) => [name, allows]));

/** A list of words most of which are known: what is in it, and a field that suggests the others. */
export function TokensControl({ path, field, value, label }: ControlProps) {
  const { reading, findings } = useInspected();
  // A fresh field after each word taken.
  const [count, setCount] = useState(0);
  if (field.kind !== 'list') return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const known = field.item.kind === 'text' ? (field.item.suggestions ?? []) : [];
  const suggestions = known
    .filter((word) => !list.includes(word))
    .map((word): Suggestion => ({ value: word, detail: allowed.get(word) }));
  const noun = field.item.label.toLowerCase();
  return (
    <fieldset className="inspect-tokens">
      <legend className="inspect-label">{label}</legend>
      {list.length > 0 && (
        <ul className="inspect-token-list">
          {list.map((item, index) => {
            const word = item === undefined ? (rawAt(reading, [...path, index]) ?? '') : String(item);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice
              <li key={index} className="inspect-token">
                <code>{word}</code>
                <button
                  type="button"
                  aria-label={`Remove ${noun} ${word}`}
                  onClick={() => apply(removeField([...path, index], { label: `Remove ${word}` }))}
                >
                  <Icon name="close" size={12} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Combobox
        key={count}
        label={`Add ${noun} to ${label}`}
        hideLabel
        size="dense"
        value=""
        placeholder={`Add ${noun}`}
        suggestions={suggestions}
        onCommit={(word) => {
          if (word.trim() === '') return undefined;
          if (apply(addItem(path, word.trim(), { label: `Add ${word.trim()}` })) !== undefined) return false;
          setCount(count + 1);
          return undefined;
        }}
      />
      <FindingNotes findings={findingsWithin(findings, path)} />
    </fieldset>
  );
}
