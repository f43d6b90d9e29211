import { useState } from 'react';
import { setMeantFor } from '../../src/edit/changes/task.ts';
import type { Design } from '../../src/edit/design.ts';
import { isRefusal } from '../../src/model/edit.ts';
import type { Compatibility } from '../../src/model/taskDefinition.ts';
import { type Conversion, toFargate } from '../../src/rules/toFargate.ts';
import { meantForOf } from '../store/derived.ts';
import { apply, designStore, sayRefusal, useDesign } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { Review } from './Review.tsx';
import { counted, nodeName } from './words.ts';

type Meant = Compatibility | 'none';

const OPTIONS: readonly { readonly value: Meant; readonly label: string }[] = [
  { value: 'none', label: 'Anything (as ECS does)' },
  { value: 'FARGATE', label: 'Fargate' },
  { value: 'EC2', label: 'EC2' },
  { value: 'EXTERNAL', label: 'External (ECS Anywhere)' },
  { value: 'MANAGED_INSTANCES', label: 'Managed Instances' },
];

/**
 * For a task that does not say what it runs on: what it is to be checked as, kept with the design and not in the file,
 * and the way to make it a task for Fargate.
 */
export function CheckAs() {
  const silent = useDesign((state) => {
    const { reading } = state;
    return reading.whole && reading.places.value(['requiresCompatibilities']) === undefined;
  });
  const meant = useDesign((state) => meantForOf(state.design.parts));
  const text = useDesign((state) => state.design.text);
  const [offer, setOffer] = useState<{ design: Design; conversion: Conversion } | undefined>(undefined);
  if (offer !== undefined && offer.design.text === text) {
    return <ConversionReview {...offer} onClose={() => setOffer(undefined)} />;
  }
  if (!silent) return null;
  const review = () => {
    const { design } = designStore.getState();
    const conversion = toFargate(design);
    if (isRefusal(conversion)) sayRefusal(conversion);
    else setOffer({ design, conversion });
  };
  return (
    <div className="check-as">
      <Select<Meant>
        label="Check as"
        size="dense"
        value={meant[0] ?? 'none'}
        options={OPTIONS}
        onChange={(value) => apply(setMeantFor(value === 'none' ? [] : [value]))}
      />
      <Button size="dense" onClick={review}>
        Convert to Fargate…
      </Button>
    </div>
  );
}

interface ConversionReviewProps {
  readonly design: Design;
  readonly conversion: Conversion;
  readonly onClose: () => void;
}

function ConversionReview({ design, conversion, onClose }: ConversionReviewProps) {
  const { steps, left, after, change } = conversion;
  const sets = steps.filter(({ kind }) => kind === 'set');
  const drops = steps.filter(({ kind }) => kind === 'drop');
  return (
    <Review
      title="Convert to Fargate"
      before={design.text}
      after={after.text}
      applyLabel="Convert"
      onApply={() => {
        apply(change);
        onClose();
      }}
      onClose={onClose}
    >
      {sets.length > 0 && <Steps title={`Sets ${counted(sets.length, 'thing')}`} steps={sets} />}
      {drops.length > 0 && (
        <Steps title={`Drops ${counted(drops.length, 'thing')} that Fargate does not take`} steps={drops} />
      )}
      {left.length > 0 && (
        <>
          <h4>Leaves to you</h4>
          <ul className="review-steps">
            {left.map(({ rule, node, message }) => (
              <li key={`${rule} ${message}`}>
                {message} <span>({nodeName(node)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Review>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: Conversion['steps'] }) {
  return (
    <>
      <h4>{title}</h4>
      <ul className="review-steps">
        {steps.map(({ label, because }) => (
          <li key={`${label} ${because}`}>
            {label}
            {because !== undefined && <span>: {because}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
