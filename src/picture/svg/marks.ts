/** Marks on a figure of the canvas: what is new, gone or different beside another one. By sign, word and colour. */
import type { Rect } from '../box.ts';
import { textWidth } from '../textWidth.ts';
import type { RoutedEdge } from '../wire.ts';
import { element } from './markup.ts';
import { palette, type Theme } from './palette.ts';

export type Mark = 'added' | 'removed' | 'changed';

const colours: Readonly<Record<Theme, Readonly<Record<Mark, string>>>> = {
  light: { added: '#00756A', removed: '#AE1238', changed: '#8A5200' },
  dark: { added: '#4CCBB6', removed: '#FF8DA3', changed: '#EDB658' },
};

const words: Readonly<Record<Mark, string>> = {
  added: '+ added',
  removed: '− removed',
  changed: '± changed',
};
const dashes: Readonly<Record<Mark, string | undefined>> = {
  added: undefined,
  removed: '6 4',
  changed: '2 3',
};

/** An outline around a node, and a flag at its upper right corner. */
export function nodeMark({ x, y, width, height }: Rect, mark: Mark, theme: Theme): string {
  const colour = colours[theme][mark];
  const outline = element('rect', {
    x: x - 3,
    y: y - 3,
    width: width + 6,
    height: height + 6,
    rx: 10,
    fill: 'none',
    stroke: colour,
    'stroke-width': 2.5,
    'stroke-dasharray': dashes[mark],
  });
  return outline + flag(words[mark], { x: x + width, y: y - 3 }, colour, theme);
}

/** A band under a line, and a flag with the sign in its middle. */
export function edgeMark({ path, points, label }: RoutedEdge, mark: Mark, theme: Theme): string {
  const colour = colours[theme][mark];
  const band = element('path', {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': 9,
    'stroke-linecap': 'round',
    opacity: 0.3,
  });
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const at = label ? { x: label.x + 8, y: label.y } : middle;
  return band + flag(words[mark].slice(0, 1), at, colour, theme);
}

function flag(
  text: string,
  end: { readonly x: number; readonly y: number },
  colour: string,
  theme: Theme,
): string {
  const size = 11;
  const width = textWidth(text, { size, weight: 600 }) + 20;
  const back = element('rect', { x: end.x - width, y: end.y - 9, width, height: 18, rx: 9, fill: colour });
  const attributes = {
    x: end.x - width / 2,
    y: end.y + 4,
    'text-anchor': 'middle',
    'font-size': size,
    'font-weight': 600,
    fill: palette[theme].panel,
  };
  return back + element('text', attributes, text);
}
