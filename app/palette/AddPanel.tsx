import { useEffect, useRef, useState } from 'react';
import { type AddEntry, type AddGroup, addEntries } from '../commands/addEntries.ts';
import { useDesign } from '../store/designStore.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { useView } from '../store/viewStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
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
  useEffect(() => {
    if (wish !== undefined) panel.current?.querySelector<HTMLInputElement>('input')?.focus();
  }, [wish]);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (entry: AddEntry) => {
    const all = `${entry.label} ${entry.group} ${entry.note ?? ''} ${entry.why}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const shown = addEntries.filter(fits);
  return (
    <div className="add" ref={panel}>
      <div className="add-search">
        <SearchField label="Add anything" shortcut="A" value={text} onChange={setText} />
      </div>
      {GROUPS.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        return entries.length === 0 ? null : (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {entries.map((entry) => {
                const unfit = entry.unfit?.(task);
                const blocked = !editable && group !== 'Examples';
                return (
                  <li key={entry.id}>
                    <Tooltip text={entry.why} side="right">
                      <button
                        type="button"
                        className={unfit === undefined ? 'add-entry' : 'add-entry add-unfit'}
                        draggable={!blocked && group !== 'Examples'}
                        aria-disabled={blocked}
                        data-entry={entry.id}
                        onDragStart={(event) => {
                          event.dataTransfer.setData(DRAG_TYPE, entry.id);
                          event.dataTransfer.effectAllowed = 'copy';
                        }}
                        onClick={() => !blocked && entry.add({})}
                      >
                        <Icon name={entry.icon} />
                        <span className="add-label">{entry.label}</span>
                        {(unfit ?? entry.note) !== undefined && (
                          <span className="add-note">{unfit ?? entry.note}</span>
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
