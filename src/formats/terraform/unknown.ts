/** Names what stayed a placeholder, with its place. */
import type { Json } from '../../model/json.ts';
import { formatPath, type Path } from '../../model/path.ts';
import type { Loss } from '../format.ts';

const MOST_NAMED = 100;

/** One sentence a value that Terraform alone knows. */
export function findUnknown(task: Json): readonly Loss[] {
  const losses: Loss[] = [];
  const visit = (value: Json, path: Path): void => {
    if (losses.length >= MOST_NAMED) return;
    if (typeof value === 'string') {
      if (value.includes('${'))
        losses.push({
          path,
          message: `${formatPath(path)} stays ${value.slice(0, 120)}: only Terraform knows it.`,
        });
    } else if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(task, []);
  return losses;
}
