import { useEffect } from 'react';
import { viewStore } from '../store/viewStore.ts';
import { somethingFloats } from '../ui/floating.ts';
import { commands, runCommand } from './commands.ts';
import { isSingleKey, isTyping, shortcutOf } from './keys.ts';

/** Keys that belong to whatever control has the focus: a button takes Space and Enter, a list its arrows. */
function belongsToControl(target: EventTarget | null, shortcut: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"], dialog, [role="combobox"]'))
    return true;
  // A region may name keys that mean something of its own there.
  if (target.closest<HTMLElement>('[data-own-keys]')?.dataset.ownKeys?.split(' ').includes(shortcut))
    return true;
  return shortcut === 'Delete' || shortcut === 'Backspace' || shortcut === 'Mod+A' || shortcut === 'Mod+D'
    ? target.closest('[data-shortcuts]') === null && target !== document.body
    : false;
}

/** Listens for the shortcuts of the command table on the whole page. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const shortcut = shortcutOf(event);
      const command = commands.find(({ keys }) => keys?.includes(shortcut));
      if (command === undefined) return;
      const { overlay, singleKeys } = viewStore.getState();
      const inText = isTyping(event.target);
      const alwaysOn = command.id === 'undo' || command.id === 'redo' || command.id === 'commands';
      if (inText && !alwaysOn && !['copy-json', 'save-file', 'import'].includes(command.id)) return;
      if (overlay !== 'none' && command.id !== 'commands') return;
      if (isSingleKey(shortcut) && (inText || (!singleKeys && shortcut.length === 1))) return;
      if (!alwaysOn && belongsToControl(event.target, shortcut)) return;
      // What floats over the page goes first.
      if (shortcut === 'Escape' && somethingFloats()) return;
      if (command.disabled?.() !== undefined && isSingleKey(shortcut)) return;
      event.preventDefault();
      event.stopPropagation();
      runCommand(command.id);
    };
    // Before Monaco's own keys, so that undo is one history everywhere.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
