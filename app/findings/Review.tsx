import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { Button } from '../ui/Button.tsx';
import { DiffLines } from '../ui/DiffLines.tsx';
import { lineDiff } from '../ui/lineDiff.ts';
import { reviewing } from './listStore.ts';
import { scrolledByKeys } from './scrolledByKeys.ts';
import { counted } from './words.ts';

/** More lines than this are not read one by one. */
const MOST = 200;

export interface ReviewProps {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What it does, in words. */
  readonly children?: ReactNode;
  readonly applyLabel: string;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

/** A change of many lines, to be read before it is made. */
export function Review(props: ReviewProps) {
  const { title, before, after, children, onApply, applyLabel, onClose } = props;
  useLayoutEffect(reviewing, []);
  return (
    <section className="review" aria-label={title}>
      <h3>{title}</h3>
      <div className="review-body" {...scrolledByKeys}>
        {children}
        <Lines before={before} after={after} />
      </div>
      <div className="findings-buttons">
        <Button size="dense" variant="primary" onClick={onApply}>
          {applyLabel}
        </Button>
        <Button size="dense" variant="plain" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

/** The lines that differ between two texts. */
export function Lines({ before, after }: Pick<ReviewProps, 'before' | 'after'>) {
  const { lines } = useMemo(() => lineDiff(before, after, 1), [before, after]);
  return (
    <>
      <DiffLines label="Lines that change" lines={lines.slice(0, MOST)} />
      {lines.length > MOST && <p>and {counted(lines.length - MOST, 'more line')}</p>}
    </>
  );
}
