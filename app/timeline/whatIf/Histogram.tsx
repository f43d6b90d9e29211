import { inSeconds } from '../../../src/simulate/seconds.ts';
import type { Spread } from '../../../src/simulate/spread.ts';

/** In how many runs the task was RUNNING after how long, with the percentiles as lines; `text` says the same in words. */
export function Histogram({ spread, text }: { readonly spread: Spread; readonly text: string }) {
  const { histogram, p50, p95, p99 } = spread;
  const [first] = histogram;
  const last = histogram.at(-1);
  if (first === undefined || last === undefined) return null;
  const highest = Math.max(...histogram.map(({ count }) => count));
  const length = last.to - first.from;
  const share = (at: number) => (length === 0 ? 50 : ((at - first.from) / length) * 100);
  const marks = [
    ['p50', p50],
    ['p95', p95],
    ['p99', p99],
  ] as const;
  return (
    <figure className="histogram">
      <div className="histogram-plot" role="img" aria-label={text}>
        <div className="histogram-bars">
          {histogram.map(({ from, to, count }) => (
            <span
              key={from}
              title={`${inSeconds(from)} to ${inSeconds(to)}: ${count} runs`}
              style={{ height: `${(count / highest) * 100}%` }}
            />
          ))}
        </div>
        {marks.map(
          ([name, at]) =>
            at !== undefined && (
              <span
                key={name}
                className={`histogram-mark histogram-${name}`}
                style={{ left: `${share(at)}%` }}
              >
                <span>{name}</span>
              </span>
            ),
        )}
      </div>
      <figcaption aria-hidden="true">
        <span>{inSeconds(first.from)}</span>
        <span>seconds to RUNNING</span>
        <span>{inSeconds(last.to)}</span>
      </figcaption>
    </figure>
  );
}
