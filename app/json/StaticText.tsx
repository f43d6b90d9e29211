import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDesign } from '../store/designStore.ts';
import { textLanguage } from '../store/textLanguage.ts';
import { JsonPieces } from '../ui/JsonPieces.tsx';

const LINE = 20;
const SPARE = 10;

/** The text, coloured and at once, until the editor is there: same font, same lines. Only what is in sight is drawn. */
export function StaticText() {
  const text = useDesign((state) => state.design.text);
  const language = useDesign((state) => textLanguage(state.design.source));
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    if (box.current !== null) setView({ top: 0, height: box.current.clientHeight });
  }, []);
  const first = Math.max(0, Math.floor(view.top / LINE) - SPARE);
  const last = Math.min(lines.length, Math.ceil((view.top + view.height) / LINE) + SPARE);
  return (
    <section
      ref={box}
      className="json-static"
      aria-label={language.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
      tabIndex={0}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
    >
      <div style={{ height: lines.length * LINE, position: 'relative' }}>
        {lines.slice(first, last).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its number
          <div key={first + index} className="json-line" style={{ top: (first + index) * LINE }}>
            <span className="json-number">{first + index + 1}</span>
            <code>
              <JsonPieces line={line.slice(0, 2000)} language={language.id} />
            </code>
          </div>
        ))}
      </div>
    </section>
  );
}
