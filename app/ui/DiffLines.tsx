import './DiffLines.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** One line and what became of it. */
export interface DiffLine {
  readonly kind: 'add' | 'remove' | 'same';
  readonly text: string;
}

/** What DiffLines takes. */
export interface DiffLinesProps {
  /** Of what, for a screen reader. */
  readonly label: string;
  readonly lines: readonly DiffLine[];
}

const marks = { add: '+', remove: '−', same: ' ' } as const;
const words = { add: 'added: ', remove: 'removed: ', same: '' } as const;

/** Lines that came and went: each with its sign and its tint. */
export function DiffLines({ label, lines }: DiffLinesProps) {
  return (
    <ol className="diff" aria-label={label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity than their place
        <li key={index} className={`diff-line diff-${line.kind}`}>
          <span className="diff-mark" aria-hidden="true">
            {marks[line.kind]}
          </span>
          <VisuallyHidden>{words[line.kind]}</VisuallyHidden>
          <code className="diff-text">{line.text}</code>
        </li>
      ))}
    </ol>
  );
}
