/** Where the values of a task stand in the text, found when asked for. */
import type { Path } from '../model/path.ts';
import type { Place, Places } from '../model/reading.ts';
import { fromFile, type Holds, toFile } from './holds.ts';
import { childAt, isContainer, nodeAt, type SyntaxNode, startOf } from './syntax/tree.ts';

export function placesOf(node: SyntaxNode | undefined, holds: Holds): Places {
  const childOf = (path: Path) => {
    const inside = toFile(holds, path);
    const last = inside?.at(-1);
    return inside === undefined || last === undefined
      ? undefined
      : childAt(nodeAt(node, inside.slice(0, -1)), last);
  };
  const valueAt = (path: Path): Place | undefined => {
    const inside = toFile(holds, path);
    return inside && place(nodeAt(node, inside));
  };
  return {
    value: valueAt,
    member: (path) => {
      const child = childOf(path);
      return child === undefined ? valueAt(path) : { start: startOf(child), end: child.value.end };
    },
    key: (path) => {
      const child = childOf(path);
      return child === undefined || child.keyStart < 0
        ? undefined
        : { start: child.keyStart, end: child.keyEnd };
    },
    pathAt: (offset) => {
      if (node === undefined || offset < node.start || offset > node.end) return undefined;
      return fromFile(holds, pathInside(node, offset));
    },
  };
}

function place(node: SyntaxNode | undefined): Place | undefined {
  return node && { start: node.start, end: node.end };
}

/** The path, from `node` on, of the innermost member or item around an offset; both ends of a token belong to it. */
export function pathInside(node: SyntaxNode, offset: number): Path {
  const path: (string | number)[] = [];
  let at: SyntaxNode = node;
  while (isContainer(at)) {
    let low = 0;
    let high = at.children.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const child = at.children[middle];
      if (child !== undefined && startOf(child) <= offset) low = middle;
      else high = middle - 1;
    }
    const child = at.children[low];
    if (child === undefined || startOf(child) > offset || child.value.end < offset) break;
    if (at.kind === 'object' && child.key === undefined) break;
    path.push(child.key ?? low);
    if (offset < child.value.start || offset > child.value.end) break;
    at = child.value;
  }
  return path;
}
