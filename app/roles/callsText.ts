/** Rights as lines of text: `s3:GetObject s3:PutObject on arn:aws:s3:::bucket/*`. */
import type { CallData } from '../../src/edit/parts/needs.ts';

const ACTION = /^[a-z0-9-]+:[A-Za-z0-9*?]+$/i;

/** One line a right; without resources the line ends after the actions. */
export function callsText(calls: readonly CallData[]): string {
  return calls
    .map(({ actions, resources }) =>
      resources.length === 0 ? actions.join(' ') : `${actions.join(' ')} on ${resources.join(' ')}`,
    )
    .join('\n');
}

/** The rights that the lines say. Lines that say none are left out: `strangeLines` names them. */
export function callsIn(text: string): readonly CallData[] {
  return lines(text).flatMap((line) => readLine(line) ?? []);
}

/** The lines that are no right: an action is `service:Action`. */
export function strangeLines(text: string): readonly string[] {
  return lines(text).filter((line) => readLine(line) === undefined);
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readLine(line: string): CallData | undefined {
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  const at = words.indexOf('on');
  const actions = at < 0 ? words : words.slice(0, at);
  const resources = at < 0 ? [] : words.slice(at + 1);
  if (actions.length === 0 || !actions.every((action) => ACTION.test(action))) return undefined;
  return resources.every((resource) => resource === '*' || resource.startsWith('arn:'))
    ? { actions, resources }
    : undefined;
}
