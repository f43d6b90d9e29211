/** The lifecycle as a poster: the timeline, and the key behaviours below it. */
import { keyBehaviours } from '../explain/keyBehaviours.ts';
import { posterSvg } from '../picture/posterSvg.ts';
import type { Format } from './format.ts';
import { timelineFigure } from './report/timelineFigure.ts';

export const lifecycleSvg: Format = {
  id: 'lifecycle-svg',
  label: 'Poster of the lifecycle (SVG)',
  extension: 'lifecycle.svg',
  write: (task, _text, _source, parts, look = {}) => {
    const timeline = timelineFigure(task, parts, look);
    const text = posterSvg({
      theme: look.theme ?? 'light',
      title: `${task.family ?? 'Task definition'}, the lifecycle of one task`,
      timeline,
      behaviours: keyBehaviours(task, timeline.run),
    });
    return { text: `${text}\n`, losses: [] };
  },
};
