import { useId } from 'react';
import type { Path } from '../../src/model/path.ts';
import { mend } from '../store/mend.ts';
import { Button } from '../ui/Button.tsx';
import { dedented, findingsAt, type OddValue } from './fieldFacts.ts';
import { useInspected } from './InspectorContext.ts';
import { writeField } from './writeField.ts';

export interface OddFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly odd: OddValue;
  readonly onReplace: () => void;
}

/** A value that cannot be shown by its control: as it stands in the text, what is wrong with it, and the ways on. */
export function OddField({ path, label, odd, onReplace }: OddFieldProps) {
  const id = useId();
  const { findings } = useInspected();
  const mendable = findingsAt(findings, path).filter(({ fix }) => fix !== undefined);
  return (
    <fieldset className="inspect-odd" aria-describedby={id}>
      <legend className="inspect-label">{label}</legend>
      <pre>{dedented(odd.raw)}</pre>
      <p id={id}>{odd.why}</p>
      <div className="inspect-foot">
        {mendable.map((finding) => (
          <Button key={finding.rule} size="dense" onClick={() => mend(finding)}>
            {finding.fix?.label}
          </Button>
        ))}
        <Button size="dense" onClick={onReplace}>
          Replace
        </Button>
        <Button size="dense" variant="plain" onClick={() => writeField(path, undefined)}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
}
