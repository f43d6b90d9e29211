import { useState } from 'react';

interface Draft {
  readonly text: string;
  /** The value when it was typed; when the value becomes another, the draft is out of date. */
  readonly base: string;
}

/** What a control shows and how it is edited. */
export interface DraftText {
  /** What the control shows. */
  readonly text: string;
  /** Typed, and not (yet) the value. */
  readonly pending: boolean;
  type(text: string): void;
  /** Hands what was typed to `onCommit`; answered with `false`, it stays on screen and pending. */
  commit(): void;
  revert(): void;
}

/**
 * The text of a control between its keystrokes and the value it edits. What is typed stays as typed while the value
 * is what it was or follows; a value that changes otherwise (undo, another view) wins.
 */
export function useDraft(
  value: string,
  onChange?: (text: string) => void,
  onCommit?: (text: string) => unknown,
): DraftText {
  const [draft, setDraft] = useState<Draft | null>(null);
  let live = draft;
  if (draft && value !== draft.base) {
    live = value === draft.text ? { text: draft.text, base: value } : null;
    setDraft(live);
  }
  const pending = live !== null && live.text !== value;
  return {
    text: live ? live.text : value,
    pending,
    type(text) {
      setDraft({ text, base: value });
      onChange?.(text);
    },
    commit() {
      if (pending && live && onCommit?.(live.text) === false) return;
      setDraft(null);
    },
    revert() {
      setDraft(null);
    },
  };
}
