import { setField } from '../../../src/edit/changes/fields.ts';
import type { Path } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';

export interface OddTableValueProps {
  readonly path: Path;
  readonly raw: string;
  /** Of what it is the value. */
  readonly name: string;
}

/** A value of a table that is no text: as it stands, with a button that makes it one. */
export function OddTableValue({ path, raw, name }: OddTableValueProps) {
  const text = raw === 'null' ? '' : raw;
  return (
    <span className="inspect-odd-cell" title="ECS takes a text here">
      <code>{raw}</code>
      <Button
        size="dense"
        aria-label={`Make it text: the value of ${name}, ${JSON.stringify(text)}`}
        onClick={() => apply(setField(path, text, { replaces: true, label: `Make ${name} a text` }))}
      >
        Make it text
      </Button>
    </span>
  );
}
