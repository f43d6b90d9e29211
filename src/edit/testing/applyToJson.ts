/** What edits mean, said a second time on plain values: the oracle for texts. */
import type { Edit } from '../../model/edit.ts';
import type { Path } from '../../model/path.ts';

type Holder = Record<string | number, unknown>;

/** A copy of a value with the edits applied in order. */
export function applyToJson(value: unknown, edits: readonly Edit[]): unknown {
  const root = { task: structuredClone(value) };
  for (const edit of edits) {
    const path: Path = ['task', ...edit.path];
    switch (edit.op) {
      case 'set':
        put(root, path, structuredClone(edit.value));
        break;
      case 'insert':
        insert(root, path, structuredClone(edit.value));
        break;
      case 'remove':
        take(root, path);
        break;
      case 'copy':
        insert(root, path, structuredClone(at(root, ['task', ...edit.from])));
        break;
      case 'move': {
        const moved = at(root, ['task', ...edit.from]);
        take(root, ['task', ...edit.from]);
        insert(root, path, moved);
        break;
      }
      default:
        throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`);
    }
  }
  return root.task;
}

function at(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = isOwn(value, step) ? (value as Holder)[step] : undefined;
  return value;
}

const isOwn = (value: unknown, step: string | number) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step);

function holder(root: unknown, path: Path, whenMissing: () => unknown): Holder {
  const above = path.slice(0, -1);
  const found = at(root, above);
  if (found !== undefined && found !== null) return found as Holder;
  put(root, above, whenMissing());
  return at(root, above) as Holder;
}

function put(root: unknown, path: Path, value: unknown): void {
  const last = path.at(-1) as string | number;
  const above = holder(root, path, () => (typeof last === 'number' ? [] : {}));
  // Written by its name, a member called __proto__ would be lost.
  Object.defineProperty(above, last, { value, writable: true, enumerable: true, configurable: true });
}

function insert(root: unknown, path: Path, value: unknown): void {
  const last = path.at(-1) as string | number;
  if (typeof last === 'string') put(root, path, value);
  else (holder(root, path, () => []) as unknown as unknown[]).splice(last, 0, value);
}

function take(root: unknown, path: Path): void {
  const last = path.at(-1) as string | number;
  const above = at(root, path.slice(0, -1));
  if (Array.isArray(above)) above.splice(last as number, 1);
  else if (typeof above === 'object' && above !== null) delete (above as Holder)[last];
}
