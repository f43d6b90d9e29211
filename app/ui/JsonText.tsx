import { Fragment } from 'react';
import { JsonPieces } from './JsonPieces.tsx';
import './JsonText.css';

/** What JsonText takes. */
export interface JsonTextProps {
  /** What it shows, for a screen reader. */
  readonly label: string;
  readonly text: string;
}

/** A short JSON text to read: coloured, scrolls by itself. */
export function JsonText({ label, text }: JsonTextProps) {
  return (
    <section
      className="json-text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
      tabIndex={0}
      aria-label={label}
    >
      <pre>
        {text.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its number
          <Fragment key={index}>
            <JsonPieces line={line} />
            {'\n'}
          </Fragment>
        ))}
      </pre>
    </section>
  );
}
