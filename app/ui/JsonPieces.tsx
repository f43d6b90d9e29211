import { highlight } from './highlight.ts';
import { highlightYaml } from './highlightYaml.ts';
import './JsonText.css';

/** One line of JSON, or of YAML, coloured. */
export function JsonPieces({
  line,
  language = 'json',
}: {
  readonly line: string;
  readonly language?: 'json' | 'yaml';
}) {
  const pieces = language === 'yaml' ? highlightYaml(line) : highlight(line);
  return pieces.map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place
    <span key={place} className={`json-${piece.kind}-text`}>
      {piece.text}
    </span>
  ));
}
