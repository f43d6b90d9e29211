import type { Point } from './box.ts';

/** The `d` of an SVG path through the points, its right angles rounded by `radius` px, less where a part is too short. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${number(first.x)} ${number(first.y)}`;
  rest.forEach((point, index) => {
    const before = index === 0 ? first : rest[index - 1];
    const after = rest[index + 1];
    if (!before || !after) {
      path += `L${number(point.x)} ${number(point.y)}`;
      return;
    }
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    const enter = towards(point, before, r);
    const leave = towards(point, after, r);
    path += `L${number(enter.x)} ${number(enter.y)}`;
    path += `Q${number(point.x)} ${number(point.y)} ${number(leave.x)} ${number(leave.y)}`;
  });
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  };
}

/** To a hundredth of a px, without trailing zeros. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
