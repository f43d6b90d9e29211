/** Reading and writing keyboard shortcuts. */

/** Whether the keys of a Mac are meant. */
export const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The shortcut that a key press is, written as in the command table. */
export function shortcutOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts: string[] = [];
  if (MAC ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (MAC ? event.ctrlKey : event.metaKey) parts.push(MAC ? 'Ctrl' : 'Meta');
  if (event.altKey) parts.push('Alt');
  // A printable sign says by itself whether Shift was down.
  if (event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key))) parts.push('Shift');
  parts.push(key);
  return parts.join('+');
}

/** A shortcut as people read it: ⌘⇧Z on a Mac, Ctrl Shift Z elsewhere. */
export function shownShortcut(shortcut: string): string {
  const marks: Record<string, string> = MAC
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Delete: '⌫', Enter: '↵' }
    : { Mod: 'Ctrl', Delete: 'Del' };
  return shortcut
    .split(/\+(?=.)/)
    .map((part) => marks[part] ?? part)
    .join(MAC ? '' : ' ');
}

/** Whether a shortcut is one key without Ctrl, ⌘ or Alt: such ones never fire while somebody types. */
export function isSingleKey(shortcut: string): boolean {
  return !/(^|\+)(Mod|Ctrl|Meta|Alt)\+/.test(shortcut);
}

/** Whether key presses on an element are somebody's text: fields, editable areas, the JSON editor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input, textarea, select, [contenteditable="true"], .monaco-editor, [role="textbox"]') !==
    null
  );
}
