import { useState } from 'react';
import { subjectText } from '../../src/explain/comparison/comparison.ts';
import type { ChangeKind } from '../../src/explain/comparison/definitionChanges.ts';
import type { LifecycleChange } from '../../src/explain/comparison/lifecycleChanges.ts';
import { copyText } from '../store/copyText.ts';
import { scenarioOf } from '../store/derived.ts';
import { designStore, useDesign } from '../store/designStore.ts';
import { drawnTheme } from '../store/drawnTheme.ts';
import { setView, viewStore } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Picture } from '../ui/Picture.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import type { Compared } from './comparing.ts';
import { useCompared } from './useCompared.ts';
import { type Choice, useChoices, useSide } from './useSides.ts';
import './CompareDialog.css';

const close = () => setView({ overlay: 'none', compareBefore: undefined });

function firstChoice(): Choice {
  const wished = viewStore.getState().compareBefore;
  if (wished?.startsWith('state:')) return `state:${Number(wished.slice('state:'.length))}`;
  return designStore.getState().history.past.length > 0 ? 'opened' : 'paste';
}

/** Two definitions beside each other: what was changed, and what that does to the life of the task. */
export function CompareDialog() {
  const [before, setBefore] = useState<Choice>(firstChoice);
  const [after, setAfter] = useState<Choice>('screen');
  const [pasted, setPasted] = useState('');
  const [theme] = useState(drawnTheme);
  const choices = useChoices();
  const scenario = useDesign(({ shown, design }) => scenarioOf(shown.task, design.parts));
  const one = useSide(before, pasted);
  const other = useSide(after, pasted);
  const { compared, pending } = useCompared(one, other, { scenario, theme });
  const markdown = compared && 'markdown' in compared && !pending ? compared.markdown : undefined;
  return (
    <Dialog
      open
      size="large"
      className="compare"
      title="Compare"
      onClose={close}
      footer={
        <Button
          variant="primary"
          icon="copy"
          disabledReason={markdown === undefined ? 'Nothing is compared yet' : undefined}
          onClick={() => {
            if (markdown !== undefined) void copyText(markdown, 'The comparison is copied as Markdown.');
          }}
        >
          Copy as Markdown
        </Button>
      }
    >
      <div className="compare-sides">
        <Select label="Before" value={before} options={choices} onChange={setBefore} />
        <IconButton
          icon="arrowRight"
          label="Turn round: what is after comes before"
          onClick={() => {
            setBefore(after);
            setAfter(before);
          }}
        />
        <Select label="After" value={after} options={choices} onChange={setAfter} />
      </div>
      {(before === 'paste' || after === 'paste') && (
        <TextArea
          label="Text to compare with"
          hint="A task definition in any form: JSON, CloudFormation, Terraform, Compose. It stays in this browser."
          rows={4}
          value={pasted}
          onChange={setPasted}
        />
      )}
      <div className="compare-result" aria-live="polite" aria-busy={pending || undefined}>
        {compared === undefined || one === undefined || other === undefined ? (
          <p className="compare-wait">{pending ? 'Comparing…' : 'Choose or paste what to compare.'}</p>
        ) : (
          <Result compared={compared} />
        )}
      </div>
    </Dialog>
  );
}

function Result({ compared }: { readonly compared: Compared }) {
  if ('problem' in compared) {
    return (
      <p className="compare-problem" role="alert">
        {compared.problem}
      </p>
    );
  }
  const { comparison, pictures, note } = compared;
  return (
    <>
      {note !== undefined && <p className="compare-note">{note}</p>}
      <div className="compare-pictures">
        <Picture className="compare-picture" alt="Before, drawn" svg={pictures.before} />
        <Picture className="compare-picture" alt="After, drawn" svg={pictures.after} />
      </div>
      <div className="compare-lists">
        <section aria-labelledby="compare-written">
          <h3 id="compare-written">What is written</h3>
          {comparison.definition.length === 0 ? (
            <p>Both say the same, whatever the order and the form.</p>
          ) : (
            <ul>
              {comparison.definition.map((change) => (
                <li key={`${change.kind} ${change.subject}`}>
                  <Sign kind={change.kind} /> <strong>{change.subject}</strong>: {subjectText(change)}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="compare-lived">
          <h3 id="compare-lived">How the task lives</h3>
          {comparison.lifecycle.length === 0 ? (
            <p>It lives as before, whatever single fault strikes.</p>
          ) : (
            <ul>
              {comparison.lifecycle.map(({ verdict, text }) => (
                <li key={text} className={`compare-${verdict}`}>
                  <Verdict verdict={verdict} /> {text}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

const signs: Readonly<Record<ChangeKind, string>> = { added: '+', removed: '−', changed: '±' };

function Sign({ kind }: { readonly kind: ChangeKind }) {
  return (
    <span className={`compare-sign compare-${kind}`} aria-hidden="true">
      {signs[kind]}
    </span>
  );
}

const marks: Readonly<Record<LifecycleChange['verdict'], string>> = {
  survives: '✓',
  fails: '✗',
  neither: '·',
};

function Verdict({ verdict }: Pick<LifecycleChange, 'verdict'>) {
  return (
    <span className="compare-sign" aria-hidden="true">
      {marks[verdict]}
    </span>
  );
}
