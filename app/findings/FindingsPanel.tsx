import { useDeferredValue, useMemo } from 'react';
import { ruleById } from '../../src/rules/described.ts';
import type { Finding, Severity } from '../../src/rules/rule.ts';
import { shownShortcut } from '../commands/keys.ts';
import { copyText } from '../store/copyText.ts';
import { judgementOf } from '../store/derived.ts';
import { designStore, useDesign } from '../store/designStore.ts';
import { classNames } from '../ui/classNames.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { CheckAs } from './CheckAs.tsx';
import { FindingsList } from './FindingsList.tsx';
import { FixAll } from './FixAll.tsx';
import { SILENCE, setList, useList } from './listStore.ts';
import { PastedAnswer } from './PastedAnswer.tsx';
import { problemsMarkdown } from './problemsMarkdown.ts';
import { rowsOf, type Wanted } from './rowsOf.ts';
import { SilencedList } from './SilencedList.tsx';
import { counted } from './words.ts';
import './FindingsPanel.css';

const titles = new Map([...ruleById.values()].map(({ id, title }) => [id, title]));

/** Every finding, grouped; a press leads to the place in all views. */
export function FindingsPanel() {
  const reading = useDeferredValue(useDesign((state) => state.reading));
  const parts = useDesign((state) => state.design.parts);
  const ready = useDesign((state) => state.rulesReady);
  const opened = useDesign((state) => state.opened);
  useDesign((state) => state.looks);
  const severity = useList((list) => list.severity);
  const needle = useList((list) => list.needle);
  const grouping = useList((list) => list.grouping);
  const answering = useList((list) => list.answering);
  // No `:has()`: it would look through the list anew at every row that scrolls into it.
  const isReviewing = useList((list) => list.reviews > 0);
  const { heard, silenced } = judgementOf(reading, parts);
  const rows = useMemo(
    () => rowsOf(heard, titles, { severity, needle, grouping }),
    [heard, severity, needle, grouping],
  );
  const counts = useMemo(() => countsOf(heard), [heard]);
  if (!ready) return null;
  return (
    <div className={classNames('findings', isReviewing && 'findings-reviewing')}>
      <div className="findings-head">
        <div className="findings-bar">
          <SearchField
            label="Search the problems"
            value={needle}
            onChange={(text) => setList({ needle: text })}
          />
          <MenuButton
            label="More for the problems"
            icon="more"
            variant="plain"
            align="end"
            groups={[
              {
                id: 'group',
                heading: 'Group by',
                items: (
                  [
                    ['node', 'Container'],
                    ['rule', 'Kind of problem'],
                  ] as const
                ).map(([id, label]) => ({
                  id,
                  label,
                  radio: true,
                  checked: grouping === id,
                  onSelect: () => setList({ grouping: id }),
                })),
              },
              {
                id: 'copy',
                items: [
                  {
                    id: 'answer',
                    label: 'Paste what ECS answered…',
                    detail: 'Finds the problem that it means',
                    onSelect: () => setList({ answering: true }),
                  },
                  {
                    id: 'markdown',
                    label: 'Copy as Markdown',
                    detail: 'For a pull request',
                    icon: 'copy',
                    onSelect: () => void copyMarkdown(heard),
                  },
                ],
              },
            ]}
          />
        </div>
        <SegmentedControl<Wanted['severity']>
          label="Show"
          value={severity}
          onChange={(value) => setList({ severity: value })}
          segments={[
            { value: 'all', label: `All ${short(heard.length)}` },
            { value: 'error', label: `Errors ${short(counts.error)}` },
            { value: 'warning', label: `Warnings ${short(counts.warning)}` },
            { value: 'info', label: `Hints ${short(counts.info)}` },
          ]}
        />
        <CheckAs />
        <div className="findings-outcome">
          <Verdict
            errors={counts.error}
            silencedErrors={silenced.filter(({ finding }) => finding.severity === 'error').length}
          />
          <FixAll key={opened} findings={heard} />
        </div>
      </div>
      {answering && <PastedAnswer findings={heard} titles={titles} />}
      {rows.length === 0 ? (
        <div className="findings-empty">
          <Nothing total={heard.length} silenced={silenced.length} />
        </div>
      ) : (
        <>
          <FindingsList findings={heard} rules={ruleById} rows={rows} />
          <p className="findings-keys" aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> move <Kbd>Enter</Kbd> go there <Kbd>{shownShortcut('Mod+.')}</Kbd> fix{' '}
            <Kbd>{SILENCE}</Kbd> silence
          </p>
        </>
      )}
      <SilencedList titles={titles} />
    </div>
  );
}

/** Whether ECS would take the task, as far as the rules know. */
function Verdict({ errors, silencedErrors }: { readonly errors: number; readonly silencedErrors: number }) {
  const refused = errors + silencedErrors > 0;
  return (
    <p className={`findings-verdict ${refused ? 'findings-refused' : ''}`}>
      {!refused ? (
        'No reason for ECS to refuse it'
      ) : errors > 0 ? (
        <button
          type="button"
          className="in-words"
          title="Show the errors alone"
          onClick={() => setList({ severity: 'error' })}
        >
          ECS would refuse it
        </button>
      ) : (
        'ECS would refuse it'
      )}
      {silencedErrors > 0 && `, ${counted(silencedErrors, 'error')} silenced`}
    </p>
  );
}

function Nothing({ total, silenced }: { readonly total: number; readonly silenced: number }) {
  if (total > 0) {
    return (
      <EmptyState narrow title="None of this kind.">
        {counted(total, 'other finding')} {total === 1 ? 'is' : 'are'} hidden by the search or the filter
        above.
      </EmptyState>
    );
  }
  return (
    <EmptyState narrow title="Nothing to mend.">
      {counted(ruleById.size, 'rule')} were held against this task definition, and{' '}
      {silenced === 0 ? 'none has anything to say.' : `all that was found is silenced, ${silenced} in all.`}{' '}
      Whether images, roles and secrets exist in your account, only ECS can tell.
    </EmptyState>
  );
}

function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** A count that fits on a button. */
function short(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

async function copyMarkdown(findings: readonly Finding[]): Promise<void> {
  const { name, shown, reading, design } = designStore.getState();
  const { silenced } = judgementOf(reading, design.parts);
  const text = problemsMarkdown({
    name: shown.task.family ?? name,
    findings,
    titles,
    silenced: silenced.map(({ silence }) => silence),
  });
  await copyText(text, 'The problems are copied as Markdown.');
}
