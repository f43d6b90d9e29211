import { useState } from 'react';
import type { Design } from '../../src/edit/design.ts';
import { type FixedAll, fixAll } from '../../src/rules/fixAll.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { findingsOf } from '../store/derived.ts';
import { apply, designStore, undo, useDesign } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Lines, Review } from './Review.tsx';
import { scrolledByKeys } from './scrolledByKeys.ts';
import { counted, nodeName } from './words.ts';

interface Reviewed {
  readonly design: Design;
  readonly fixed: FixedAll;
  /** The text once it was applied; the words go when somebody changes it further. */
  readonly made: string | undefined;
}

/** Offers to make all fixes that may be made unread, shows what they come to, and makes them as one step. */
export function FixAll({ findings }: { readonly findings: readonly Finding[] }) {
  const text = useDesign((state) => state.design.text);
  const editable = useDesign((state) => state.reading.whole);
  const [reviewed, setReviewed] = useState<Reviewed | undefined>(undefined);
  const safe = findings.filter(({ fix }) => fix?.safe).length;
  if (reviewed !== undefined && text === (reviewed.made ?? reviewed.design.text)) {
    const Shown = reviewed.made === undefined ? FixReview : Fixed;
    return <Shown reviewed={reviewed} onChange={setReviewed} />;
  }
  if (safe === 0 || !editable) return null;
  const offer = () => {
    const { design } = designStore.getState();
    // What somebody has silenced is not mended behind their back.
    const fixed = fixAll(design, { check: (reading) => [...findingsOf(reading, design.parts)] });
    if (fixed !== undefined) setReviewed({ design, fixed, made: undefined });
  };
  return (
    <Button size="dense" onClick={offer}>
      {safe === 1 ? 'Fix the one that is safe' : `Fix all ${safe} that are safe`}
    </Button>
  );
}

interface FixReviewProps {
  readonly reviewed: Reviewed;
  readonly onChange: (next: Reviewed | undefined) => void;
}

function FixReview({ reviewed, onChange }: FixReviewProps) {
  const { design, fixed } = reviewed;
  const label = `Fix ${counted(fixed.done.length, 'problem')}`;
  return (
    <Review
      title={label}
      before={design.text}
      after={fixed.after.text}
      applyLabel={label}
      onApply={() => {
        const refused = apply(fixed.change);
        onChange(
          refused === undefined ? { ...reviewed, made: designStore.getState().design.text } : undefined,
        );
      }}
      onClose={() => onChange(undefined)}
    >
      <ul className="review-steps">
        {fixed.done.map(({ finding, fix }) => (
          <li key={`${finding.rule} ${finding.message}`}>
            {fix.label} <span>({nodeName(finding.node)})</span>
          </li>
        ))}
      </ul>
    </Review>
  );
}

/** What was just mended, until the text changes again. */
function Fixed({ reviewed, onChange }: FixReviewProps) {
  const { design, fixed } = reviewed;
  const [open, setOpen] = useState(!fixed.left.some(({ severity }) => severity === 'error'));
  return (
    <section className="fixed" aria-label="What was fixed">
      <div className="fixed-head">
        <strong role="status">Fixed {counted(fixed.done.length, 'problem')}</strong>
        <Button size="dense" variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          Diff
        </Button>
        <Button size="dense" onClick={undo}>
          Undo
        </Button>
        <IconButton size="dense" icon="close" label="Close" onClick={() => onChange(undefined)} />
      </div>
      {open && (
        <div className="review-body" {...scrolledByKeys}>
          <Lines before={design.text} after={fixed.after.text} />
        </div>
      )}
    </section>
  );
}
