import { useEffect, useMemo, useState } from 'react';
import { sidecars } from '../../src/catalogue/index.ts';
import type { ManyChange } from '../../src/many/manyChange.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DiffLines } from '../ui/DiffLines.tsx';
import { lineDiff } from '../ui/lineDiff.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { dropProposals, makeChanges, type Proposal, propose, takeProposal, useMany } from './manyStore.ts';
import type { Row } from './rows.ts';

const KINDS: readonly { readonly value: ManyChange['kind']; readonly label: string }[] = [
  { value: 'sidecar', label: 'Add a sidecar' },
  { value: 'stopTimeout', label: 'Set the stop timeout' },
  { value: 'fix', label: 'Make the fixes of a rule' },
  { value: 'image', label: 'Replace an image' },
];
/** So many diffs are drawn at once; the others are made all the same, and can be shown. */
const AT_ONCE = 30;

/** One change for the tasks that are shown: chosen, looked at file by file, and made. */
export function ChangePanel({ rows }: { readonly rows: readonly Row[] }) {
  const proposals = useMany((state) => state.proposals);
  const busy = useMany((state) => state.reading !== undefined);
  const [kind, setKind] = useState<ManyChange['kind']>('sidecar');
  const [sidecar, setSidecar] = useState('firelens-router');
  const [seconds, setSeconds] = useState<number | undefined>(120);
  const [rule, setRule] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const rules = useMemo(() => rulesIn(rows), [rows]);
  const images = useMemo(() => [...new Set(rows.flatMap(({ task }) => task?.images ?? []))].sort(), [rows]);
  const paths = useMemo(
    () => new Set(rows.flatMap(({ path, task }) => (task?.place === undefined ? [] : [path]))),
    [rows],
  );
  const change = changeOf({ kind, sidecar, seconds, rule, from, to });
  // What was shown is what the former choice does.
  const chosen = JSON.stringify(change);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every other choice
  useEffect(() => dropProposals(), [chosen]);
  return (
    <section className="many-change" aria-label="One change for all that are shown">
      <div className="many-choice">
        <Select label="Change" value={kind} options={KINDS} onChange={setKind} />
        {kind === 'sidecar' && (
          <Select
            label="Sidecar"
            value={sidecar}
            options={sidecars.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setSidecar}
          />
        )}
        {kind === 'stopTimeout' && (
          <NumberField label="Stop timeout" unit="s" value={seconds} min={0} onChange={setSeconds} />
        )}
        {kind === 'fix' && (
          <Select
            label="Rule"
            value={rule}
            placeholder={rules.length === 0 ? 'Nothing here has a fix' : 'Choose a rule'}
            options={rules.map(([id, count]) => ({ value: id, label: `${id} (${count})` }))}
            onChange={setRule}
          />
        )}
        {kind === 'image' && (
          <>
            <Select
              label="Image"
              value={from}
              placeholder="Choose an image"
              options={images.map((image) => ({ value: image, label: image }))}
              onChange={setFrom}
            />
            <TextField label="Becomes" mono value={to} onChange={setTo} />
          </>
        )}
        <Button
          disabledReason={
            change === undefined
              ? 'The change is not complete'
              : paths.size === 0
                ? 'No file to change'
                : undefined
          }
          onClick={() => {
            if (change !== undefined && !busy) void propose(paths, change);
          }}
        >
          Show what it does to {paths.size === 1 ? 'one file' : `${paths.size} files`}
        </Button>
      </div>
      {proposals !== undefined && <Proposals proposals={proposals} />}
    </section>
  );
}

interface Chosen {
  readonly kind: ManyChange['kind'];
  readonly sidecar: string;
  readonly seconds: number | undefined;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function changeOf({ kind, sidecar, seconds, rule, from, to }: Chosen): ManyChange | undefined {
  switch (kind) {
    case 'sidecar':
      return { kind, id: sidecar };
    case 'stopTimeout':
      return seconds === undefined ? undefined : { kind, seconds };
    case 'fix':
      return rule === '' ? undefined : { kind, rule };
    case 'image':
      return from.trim() === '' || to.trim() === '' ? undefined : { kind, from, to };
    default:
      return kind satisfies never;
  }
}

/** The rules that have a fix somewhere, with how many, most first. */
function rulesIn(rows: readonly Row[]): readonly (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { task } of rows) {
    if (task?.place === undefined) continue;
    for (const [rule, count] of Object.entries(task.fixes)) counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const [most, setMost] = useState(AT_ONCE);
  const changes = proposals.filter(({ before, after }) => before !== after);
  const refusals = proposals.filter(({ refused }) => refused.length > 0);
  const taken = changes.filter((each) => each.taken).length;
  return (
    <div className="many-proposals">
      <p role="status">
        {changes.length === 0
          ? 'It changes nothing in these files.'
          : `It changes ${changes.length === 1 ? 'one file' : `${changes.length} files`}. Untick what is to stay as it is.`}
      </p>
      {refusals.length > 0 && (
        <details className="many-refusals">
          <summary>
            {refusals.length === 1 ? 'One file' : `${refusals.length} files`} cannot take it as a whole
          </summary>
          <ul>
            {refusals.slice(0, 200).map(({ path, refused }) => (
              <li key={path}>
                <span className="many-path">{path}</span> {refused.join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul className="many-diffs" aria-label="Changes by file">
        {changes.slice(0, most).map((proposal) => (
          <Diff key={proposal.path} proposal={proposal} />
        ))}
      </ul>
      {changes.length > most && (
        <Button size="dense" onClick={() => setMost(most + 100)}>
          Show {Math.min(100, changes.length - most)} more of {changes.length}
        </Button>
      )}
      <div className="many-choice">
        <Button
          variant="primary"
          disabledReason={taken === 0 ? 'No file is ticked' : undefined}
          onClick={() => void makeChanges()}
        >
          Change {taken === 1 ? 'one file' : `${taken} files`}
        </Button>
        <Button onClick={dropProposals}>Leave all as they are</Button>
      </div>
    </div>
  );
}

function Diff({ proposal: { path, before, after, taken } }: { readonly proposal: Proposal }) {
  const lines = useMemo(() => lineDiff(before, after, 1).lines, [before, after]);
  return (
    <li>
      <Checkbox label={path} checked={taken} onChange={(on) => takeProposal(path, on)} />
      <DiffLines label={`What changes in ${path}`} lines={lines} />
    </li>
  );
}
