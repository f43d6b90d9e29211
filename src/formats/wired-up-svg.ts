/** The task wired up: a column a container, by what each is there for. */
import { wiredUpSvg as figure } from '../picture/wired/wiredUpSvg.ts';
import type { Format } from './format.ts';
import { shownRun } from './report/timelineFigure.ts';

export const wiredUpSvg: Format = {
  id: 'wired-up-svg',
  label: 'The task wired up (SVG)',
  extension: 'wired-up.svg',
  write: (task, _text, _source, parts, look = {}) => {
    const run = shownRun(task, parts, look);
    const title = `${task.family ?? 'Task definition'}, wired up`;
    return { text: `${figure(task, run, { theme: look.theme ?? 'light', title })}\n`, losses: [] };
  },
};
