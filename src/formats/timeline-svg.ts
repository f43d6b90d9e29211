/** The timeline as a picture that explains itself. */
import type { Format } from './format.ts';
import { timelineFigure } from './report/timelineFigure.ts';

export const timelineSvg: Format = {
  id: 'timeline-svg',
  label: 'Picture of the timeline (SVG)',
  extension: 'timeline.svg',
  write: (task, _text, _source, parts, look) => ({
    text: `${timelineFigure(task, parts, look).svg}\n`,
    losses: [],
  }),
};
