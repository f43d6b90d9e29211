import { useEffect, useRef, useState } from 'react';
import { silence } from '../../src/edit/changes/canvas.ts';
import { silenceOf } from '../../src/edit/silencing.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { apply, designStore } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface SilenceFormProps {
  readonly finding: Finding;
  readonly onDone: () => void;
}

/** Asks why a finding is accepted; the reason is kept with the design, for those who read it later. */
export function SilenceForm({ finding, onDone }: SilenceFormProps) {
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // After the menu that asked for it has given the focus back.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      className="silence-form"
      onSubmit={(event) => {
        event.preventDefault();
        apply(silence(silenceOf(finding, designStore.getState().reading.task, reason)));
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onDone();
      }}
    >
      <TextField
        label="Why is it all right here?"
        hint={
          finding.severity === 'error'
            ? 'ECS goes on refusing it: this hides it in this design only.'
            : 'Hidden in this design only, and listed below as silenced.'
        }
        value={reason}
        onChange={setReason}
      />
      <div className="findings-buttons">
        <Button size="dense" type="submit">
          Silence
        </Button>
        <Button size="dense" variant="plain" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
