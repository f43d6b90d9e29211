import { setView, useView } from '../store/viewStore.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import type { CommandGroup } from './command.ts';
import { commands } from './commands.ts';
import { MAC, shownShortcut } from './keys.ts';
import './ShortcutSheet.css';

const GROUPS: readonly CommandGroup[] = ['Edit', 'Selection', 'Design', 'View', 'Timeline', 'Add', 'Help'];

/** Keys that belong to one panel and are no commands of their own. */
const IN_PLACE: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'Tab', label: 'Canvas: go from card to card' },
  { keys: 'Enter', label: 'Canvas: select the card that has the focus' },
  { keys: 'Arrows', label: 'Canvas: move the selected cards; Shift for larger steps' },
  { keys: shownShortcut('Mod+click'), label: 'Canvas: select one card more' },
  { keys: shownShortcut('Shift+drag'), label: 'Canvas: select the cards in a box' },
  { keys: shownShortcut('Mod+C'), label: 'Canvas: copy the selected containers as plain JSON' },
  { keys: shownShortcut('Mod+V'), label: 'Anywhere but in a field: paste containers, a task or a file' },
  { keys: '↑ ↓', label: 'Add: go from entry to entry; Tab from group to group' },
  { keys: 'Arrows', label: 'Outline: walk the tree; left and right fold and unfold' },
  { keys: '↑ ↓', label: 'Problems: go from problem to problem; Enter leads to its place' },
  { keys: shownShortcut('Mod+.'), label: 'Problems: make the fix; in the JSON: show the fixes here' },
  { keys: 'S', label: 'Problems: silence the problem that has the focus, with a reason' },
  { keys: 'Esc Tab', label: 'JSON: leave the editor' },
  { keys: shownShortcut(MAC ? 'Ctrl+Shift+M' : 'Ctrl+M'), label: 'JSON: let Tab always leave the editor' },
  {
    keys: '← →',
    label: 'Timeline: move the playhead from event to event; with Shift by a tenth of a second',
  },
  { keys: 'Space', label: 'Timeline: play or pause, on the axis' },
  { keys: '+ − 0', label: 'Timeline: zoom in, zoom out, fit, on the axis' },
];

/** All shortcuts, from the same table that the keys run. */
export function ShortcutSheet() {
  const singleKeys = useView((view) => view.singleKeys);
  return (
    <Dialog open title="Keyboard shortcuts" size="large" onClose={() => setView({ overlay: 'none' })}>
      <Toggle
        label="Shortcuts of a single letter are on"
        offLabel="Shortcuts of a single letter are off"
        checked={singleKeys}
        onChange={(on) => setView({ singleKeys: on })}
      />
      <div className="shortcuts">
        {GROUPS.map((group) => {
          const rows = commands.filter((command) => command.group === group && command.keys !== undefined);
          return rows.length === 0 ? null : (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {rows.map(({ id, label, keys }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      {keys?.map((key) => (
                        <Kbd key={key}>{shownShortcut(key)}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>In place</h3>
          <dl>
            {IN_PLACE.map(({ keys, label }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Kbd>{keys}</Kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
