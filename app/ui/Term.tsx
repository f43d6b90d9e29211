import './Term.css';
import { Tooltip } from './Tooltip.tsx';

/** What Term takes. */
export interface TermProps {
  readonly term: string;
  /** What it means, in a sentence or two. */
  readonly text: string;
}

/** A word that explains itself on hover and on keyboard focus. */
export function Term({ term, text }: TermProps) {
  return (
    <Tooltip text={text}>
      <button type="button" className="term">
        {term}
      </button>
    </Tooltip>
  );
}
