import { copyText } from '../store/copyText.ts';
import { type EventRow, eventText } from './eventRows.ts';

/** Puts the table on the clipboard, columns apart by tabs. */
export function copyEvents(rows: readonly EventRow[]): Promise<void> {
  return copyText(
    eventText(rows),
    'The events are copied, as a table.',
    'Mark the rows and copy them by hand.',
  );
}
