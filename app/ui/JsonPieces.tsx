import { highlightCode, type Language } from './highlightCode.ts';
import './JsonText.css';

/** One line of JSON, or of another language, coloured. */
export function JsonPieces({
  line,
  language = 'json',
}: {
  readonly line: string;
  readonly language?: Language;
}) {
  return highlightCode(line, language).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place
    <span key={place} className={`json-${piece.kind}-text`}>
      {piece.text}
    </span>
  ));
}
