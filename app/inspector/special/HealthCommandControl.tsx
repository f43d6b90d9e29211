import { addItem, applyEdits, removeField, setField } from '../../../src/edit/changes/fields.ts';
import { apply } from '../../store/designStore.ts';
import { ListField } from '../../ui/ListField.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { ControlProps } from '../controls/control.ts';
import { TextsControl } from '../controls/TextsControl.tsx';
import { FindingNotes, wordsOf } from '../FindingNotes.tsx';
import { findingsWithin } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { joinedWords, partedLine } from './commandLine.ts';

/** The command of a health check: one line for a shell, or the words of a program; anything else as the list it is. */
export function HealthCommandControl(props: ControlProps) {
  const { path, value, label } = props;
  const { findings } = useInspected();
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const [kind] = list;
  const words = list.filter((each): each is string => typeof each === 'string');
  const readable =
    words.length === list.length && (kind === 'CMD' || (kind === 'CMD-SHELL' && list.length <= 2));
  if (list.length > 0 && !readable) return <TextsControl {...props} />;
  const shell = kind !== 'CMD';
  const line = words[1] ?? '';
  const own = findingsWithin(findings, path);
  const write = (next: readonly string[]) =>
    apply(setField(path, [...next], { label: 'Set the command of the health check' })) === undefined
      ? undefined
      : false;
  return (
    <div className="inspect-command">
      <div className="inspect-command-head">
        <span className="inspect-label" aria-hidden="true">
          {label}
        </span>
        <SegmentedControl<'CMD-SHELL' | 'CMD'>
          label="How the command is run"
          size="dense"
          value={shell ? 'CMD-SHELL' : 'CMD'}
          segments={[
            { value: 'CMD-SHELL', label: 'Shell line' },
            { value: 'CMD', label: 'Words' },
          ]}
          onChange={(next) =>
            write(next === 'CMD' ? ['CMD', ...partedLine(line)] : ['CMD-SHELL', joinedWords(words.slice(1))])
          }
        />
      </div>
      {shell ? (
        <TextArea
          label={label}
          hideLabel
          mono
          rows={1}
          value={line}
          placeholder="curl -f http://localhost/ || exit 1"
          error={wordsOf(own, (severity) => severity === 'error')}
          warning={wordsOf(own, (severity) => severity !== 'error')}
          onCommit={(text) => write(['CMD-SHELL', text])}
        />
      ) : (
        <>
          <ListField
            label={label}
            hideLabel
            noun="word"
            items={words.slice(1)}
            onItem={(index, text) => apply(setField([...path, index + 1], text)) === undefined}
            onAdd={(text) => apply(addItem(path, text)) === undefined}
            onRemove={(index) => apply(removeField([...path, index + 1]))}
            onMove={(from, to) =>
              apply(
                applyEdits('Reorder the command', [
                  { op: 'move', from: [...path, from + 1], path: [...path, to + 1] },
                ]),
              )
            }
          />
          <FindingNotes findings={own} />
        </>
      )}
    </div>
  );
}
