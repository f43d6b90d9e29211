import { useDeferredValue, useMemo, useState } from 'react';
import type { Described } from '../../src/rules/described.ts';
import { findingsFor } from '../../src/rules/findingsFor.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { offered } from '../store/mend.ts';
import { Button } from '../ui/Button.tsx';
import { FindingCard } from '../ui/FindingCard.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { go } from './go.ts';
import { setList, useList } from './listStore.ts';
import { RuleHelp } from './RuleHelp.tsx';
import { nodeName } from './words.ts';

/** So many of what a message may mean are shown. */
const MOST = 5;

export interface PastedAnswerProps {
  readonly findings: readonly Finding[];
  readonly titles: ReadonlyMap<string, string>;
}

/** What ECS answered elsewhere, pasted here: which finding it means, or what it is about. */
export function PastedAnswer({ findings, titles }: PastedAnswerProps) {
  const answer = useList((list) => list.answer);
  const text = useDeferredValue(answer);
  const meant = useMemo(
    () => (text.trim() === '' ? undefined : findingsFor(text, findings)),
    [text, findings],
  );
  return (
    <section className="pasted-answer" aria-label="What ECS answered">
      <div className="pasted-field">
        <TextArea
          label="Paste what ECS answered"
          placeholder="ClientException: …"
          rows={2}
          value={answer}
          onChange={(next) => setList({ answer: next })}
          autoFocus
        />
        <IconButton
          icon="close"
          size="dense"
          label="Close the answer of ECS"
          onClick={() => setList({ answering: false, answer: '' })}
        />
      </div>
      <div className="pasted-result" aria-live="polite">
        {meant !== undefined &&
          (meant.findings.length > 0 ? (
            <MeantFindings findings={meant.findings} titles={titles} />
          ) : (
            <MeantRules rules={meant.rules} />
          ))}
      </div>
    </section>
  );
}

function MeantFindings({ findings, titles }: PastedAnswerProps) {
  return (
    <>
      <p>{findings.length === 1 ? 'It means this one:' : `It means one of ${findings.length}:`}</p>
      {findings.slice(0, MOST).map((finding) => (
        <FindingCard
          key={`${finding.rule} ${finding.message}`}
          severity={finding.severity}
          title={`${titles.get(finding.rule) ?? finding.rule} (${nodeName(finding.node)})`}
          onSelect={() => go(finding)}
          fix={offered(finding)}
        >
          {finding.message}
        </FindingCard>
      ))}
    </>
  );
}

function MeantRules({ rules }: { readonly rules: readonly Described[] }) {
  const [first] = rules;
  const [open, setOpen] = useState(false);
  if (first === undefined) {
    return (
      <p>
        No rule here gives this answer, so it may not be about the task definition itself: a role, a secret,
        an image or a quota of the account. The text after the first colon usually names it.
      </p>
    );
  }
  return (
    <>
      <p>It is about “{first.title}”, but this task has no such problem: was another revision registered?</p>
      <div>
        <Button size="dense" variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          What it means
        </Button>
      </div>
      {open && <RuleHelp rule={first} />}
    </>
  );
}
