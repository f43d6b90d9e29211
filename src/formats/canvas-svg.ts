/** The canvas as a picture. */
import { layout as layoutPart } from '../edit/parts/layout.ts';
import { getPart } from '../edit/parts/part.ts';
import { graph } from '../model/graph.ts';
import { startWaves } from '../model/waves.ts';
import { densityOf } from '../picture/density.ts';
import { layout } from '../picture/layout.ts';
import { canvasSvg as figure } from '../picture/svg/canvasSvg.ts';
import type { Format } from './format.ts';

export const canvasSvg: Format = {
  id: 'canvas-svg',
  label: 'Picture of the canvas (SVG)',
  extension: 'svg',
  write: (task, _text, _source, parts = {}, { theme = 'light' } = {}) => {
    const drawn = graph(task);
    const places = layout(drawn, {
      waves: startWaves(task),
      positions: getPart(parts, layoutPart).moved,
      density: densityOf(drawn),
    });
    const title = task.family ?? 'Task definition';
    return { text: `${figure(places, drawn, { theme, title })}\n`, losses: [] };
  },
};
