import { useMemo, useState } from 'react';
import { dismissSteps, type Step, undo, useDesign } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { DiffLines } from '../ui/DiffLines.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { lineDiff } from '../ui/lineDiff.ts';

const SHOWN = 5;

/** What the latest actions did to the text, line by line: people learn the JSON that way. */
export function WhatChanged() {
  const steps = useDesign((state) => state.steps);
  const [open, setOpen] = useState(false);
  const drawn = steps.filter(({ typed }) => !typed);
  if (drawn.length === 0) return null;
  const words = `${drawn.length} ${drawn.length === 1 ? 'step' : 'steps'}`;
  return (
    <section className="changed" aria-label="What changed">
      <div className="changed-head">
        <button type="button" className="changed-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
          What changed <span>{words}</span>
        </button>
        {open && (
          <>
            <Button size="dense" variant="plain" onClick={undo}>
              Undo
            </Button>
            <IconButton size="dense" icon="close" label="Forget these steps" onClick={dismissSteps} />
          </>
        )}
      </div>
      {open && (
        <ol className="changed-steps">
          {drawn
            .slice(-SHOWN)
            .reverse()
            .map((step) => (
              <ChangedStep key={step.count} step={step} />
            ))}
        </ol>
      )}
    </section>
  );
}

function ChangedStep({ step }: { readonly step: Step }) {
  const { lines } = useMemo(() => lineDiff(step.before, step.after), [step]);
  return (
    <li>
      <p>{step.label}</p>
      <DiffLines label={step.label} lines={lines.slice(0, 60)} />
      {lines.length > 60 && <p>and {lines.length - 60} more lines</p>}
    </li>
  );
}
