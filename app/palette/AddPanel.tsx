import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type AddEntry, type AddGroup, addEntries } from '../commands/addEntries.ts';
import { useDesign } from '../store/designStore.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { signal, useView } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import './AddPanel.css';

const GROUPS: readonly AddGroup[] = [
  'Containers',
  'Sidecars, wired for you',
  'Volumes',
  'Logs to',
  'On the canvas',
  'Examples',
];

/** All that can be added: drag it onto the canvas, or press it. */
export function AddPanel() {
  const [text, setText] = useState('');
  const task = useDesign((state) => state.shown.task);
  const editable = useDesign((state) => state.reading.whole);
  const wish = useView((view) => view.signals.focusAdd);
  const panel = useRef<HTMLDivElement>(null);
  const [stops, setStops] = useState<Readonly<Partial<Record<AddGroup, string>>>>({});
  useEffect(() => {
    if (wish !== undefined) panel.current?.querySelector<HTMLInputElement>('input')?.focus();
  }, [wish]);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (entry: AddEntry) => {
    const all = `${entry.label} ${entry.group} ${entry.note ?? ''} ${entry.why}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const shown = addEntries.filter(fits);
  const blocked = ({ group }: AddEntry) => !editable && group !== 'Examples';
  const best = words.length === 0 ? undefined : bestOf(shown, words);
  const onKeyDown = (event: KeyboardEvent) => {
    const places = [...(panel.current?.querySelectorAll<HTMLElement>('input, .add-entry') ?? [])];
    const at = places.indexOf(event.target as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0) return;
    if (step !== undefined) places[Math.max(0, Math.min(places.length - 1, at + step))]?.focus();
    else if (event.key !== 'Enter' || at > 0 || best === undefined || blocked(best)) return;
    else {
      best.add({});
      setText('');
      // What was added is selected: the next key is meant for it.
      signal('focusCanvas');
    }
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and the buttons inside
    <div className="add" ref={panel} onKeyDown={onKeyDown}>
      <div className="add-search">
        <SearchField label="Add anything" shortcut="A" value={text} onChange={setText} />
        <VisuallyHidden>
          <span role="status">{best === undefined ? '' : `Enter adds: ${best.label}`}</span>
        </VisuallyHidden>
      </div>
      {GROUPS.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        // Tab goes from group to group, the arrows from entry to entry.
        const stop = entries.find(({ id }) => id === stops[group]) ?? entries[0];
        return entries.length === 0 ? null : (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {entries.map((entry) => {
                const unfit = entry.unfit?.(task);
                const off = blocked(entry);
                return (
                  <li key={entry.id}>
                    <Tooltip text={entry.why} side="right">
                      <button
                        type="button"
                        tabIndex={entry === stop ? 0 : -1}
                        onFocus={() => setStops((before) => ({ ...before, [group]: entry.id }))}
                        className={classNames(
                          'add-entry',
                          unfit !== undefined && 'add-unfit',
                          entry === best && 'add-best',
                        )}
                        draggable={!off && group !== 'Examples'}
                        aria-disabled={off}
                        data-entry={entry.id}
                        onDragStart={(event) => {
                          event.dataTransfer.setData(DRAG_TYPE, entry.id);
                          event.dataTransfer.effectAllowed = 'copy';
                        }}
                        onClick={() => !off && entry.add({})}
                      >
                        <Icon name={entry.icon} />
                        <span className="add-label">{entry.label}</span>
                        {entry === best ? (
                          <Kbd>↵</Kbd>
                        ) : (
                          (unfit ?? entry.note) !== undefined && (
                            <span className="add-note">{unfit ?? entry.note}</span>
                          )
                        )}
                      </button>
                    </Tooltip>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {shown.length === 0 && (
        <p className="add-nothing" role="status">
          Nothing is called that. A container of any image can be added and named.
        </p>
      )}
    </div>
  );
}

/** What Enter in the search adds: the first whose label begins with the words, else has them, else the first of all. */
function bestOf(entries: readonly AddEntry[], words: readonly string[]): AddEntry | undefined {
  const [first = ''] = words;
  const labelled = entries.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return (
    labelled.find(({ label }) => label.toLowerCase() === words.join(' ')) ??
    labelled.find(({ label }) => label.toLowerCase().startsWith(first)) ??
    labelled[0] ??
    entries[0]
  );
}
