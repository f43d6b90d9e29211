import type { Loss } from '../../src/formats/format.ts';
import { formatPath } from '../../src/model/path.ts';
import './LossList.css';

/** So many are listed; the rest is counted. */
const MOST = 500;

/** What is lost, by name and place; the place begins the sentence where the sentence begins with it. */
export function LossList({ losses }: { readonly losses: readonly Loss[] }) {
  const rest = losses.length - MOST;
  return (
    <ul className="losses">
      {losses.slice(0, MOST).map((loss) => (
        <li key={`${formatPath(loss.path)} ${loss.message}`}>
          {loss.path.length > 0 && <code>{formatPath(loss.path)}</code>} {wordsOf(loss)}
        </li>
      ))}
      {rest > 0 && <li>and {rest.toLocaleString('en')} more</li>}
    </ul>
  );
}

/** The sentence without the name that stands before it already. */
function wordsOf({ path, message }: Loss): string {
  const name = [formatPath(path), String(path.at(-1))].find((lead) => message.startsWith(`${lead} `));
  return path.length === 0 || name === undefined ? message : message.slice(name.length + 1);
}
