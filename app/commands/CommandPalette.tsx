import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useState } from 'react';
import { formatPath } from '../../src/model/path.ts';
import { findingsOf, graphOf } from '../store/derived.ts';
import { designStore } from '../store/designStore.ts';
import { openPanel, reveal, selectNode, setView, signal } from '../store/viewStore.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { addCommands } from './addCommands.ts';
import { commands, run } from './commands.ts';
import { shownShortcut } from './keys.ts';
import { takeTyped } from './typedAhead.ts';
import './CommandPalette.css';

interface Entry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly words: string;
  readonly shortcut?: string;
  readonly disabled?: string | undefined;
  readonly run: () => void;
}

function entries(): Entry[] {
  const { shown, reading, design } = designStore.getState();
  const graph = graphOf(shown);
  const places: Entry[] = [...graph.containers, ...graph.volumes].map(({ key, name }) => ({
    id: `go:${key}`,
    group: 'Go to',
    label: name || 'without a name',
    words: key,
    run: () => {
      selectNode(key);
      openPanel('inspect');
      signal('focusCanvas');
    },
  }));
  const findings: Entry[] = findingsOf(reading, design.parts)
    .slice(0, 50)
    .map((finding, index) => ({
      id: `finding:${index}`,
      group: 'Problems',
      label: finding.message,
      words: `${finding.rule} ${formatPath(finding.path)}`,
      run: () => {
        openPanel('problems');
        reveal(finding.path);
      },
    }));
  const all: Entry[] = [...commands, ...addCommands].map((command) => ({
    id: command.id,
    group: command.group,
    label: command.label,
    words: command.words ?? '',
    disabled: command.disabled?.(),
    run: () => run(command),
    ...(command.keys?.[0] === undefined ? {} : { shortcut: shownShortcut(command.keys[0]) }),
  }));
  return [...all.filter(({ id }) => id !== 'commands'), ...places, ...findings];
}

/** How well an entry fits what was typed; 0 for not at all. Every word must occur somewhere. */
function score(entry: Entry, words: readonly string[]): number {
  const label = entry.label.toLowerCase();
  const all = `${label} ${entry.words.toLowerCase()} ${entry.group.toLowerCase()}`;
  // Whoever types the whole name of a thing wants to go there.
  let total = label === words.join(' ') ? 20 : 1;
  for (const word of words) {
    if (label.startsWith(word)) total += 4;
    else if (new RegExp(`\\b${word.replace(/[^\w-]/g, '.')}`).test(label)) total += 3;
    else if (label.includes(word)) total += 2;
    else if (!all.includes(word)) return 0;
  }
  return total;
}

function isIdle({ disabled }: Entry): boolean {
  return disabled !== undefined;
}

/** Everything that can be done or gone to, by typing. */
export function CommandPalette() {
  const [text, setText] = useState('');
  // Once it is on screen: a look that is thrown away must take nothing. In development effects run twice.
  useLayoutEffect(() => {
    const typed = takeTyped();
    if (typed !== '') setText(typed);
  }, []);
  const [active, setActive] = useState(0);
  const list = useId();
  const all = useMemo(entries, []);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all
    .map((entry) => ({ entry, points: score(entry, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) =>
      // Before anything is typed, what can be done now comes first.
      words.length === 0 ? Number(isIdle(a.entry)) - Number(isIdle(b.entry)) : b.points - a.points,
    )
    .slice(0, 60)
    .map(({ entry }) => entry);
  const close = () => setView({ overlay: 'none' });
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    close();
    // After the dialog has given the focus back, so that the command may move it.
    requestAnimationFrame(() => entry.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    else if (event.key === 'Enter') run(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open bare title="Find or run a command" onClose={close} className="commands">
      <div className="commands-field">
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[active] === undefined ? undefined : `${list}-${active}`}
          aria-label="Find or run a command"
          placeholder="Find or run a command"
          value={text}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={list} aria-label="Commands" className="commands-list" tabIndex={-1}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={entry.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={entry.disabled !== undefined}
            className="commands-entry"
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => run(entry)}
          >
            <span className="commands-label">{entry.label}</span>
            {entry.disabled !== undefined && <span className="commands-note">{entry.disabled}</span>}
            <span className="commands-group">{entry.group}</span>
            {entry.shortcut !== undefined && <Kbd>{entry.shortcut}</Kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="commands-empty" role="status">
          Nothing is called that. Try the name of a container, a field, or what you want to do.
        </p>
      )}
    </Dialog>
  );
}
