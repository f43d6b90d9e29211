import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type LaunchMeaning, launchMeaning } from '../../src/explain/launchAnswers.ts';
import { reasonIn } from '../../src/explain/reasonIn.ts';
import { namedContainers } from '../../src/model/namedContainers.ts';
import { formatPath } from '../../src/model/path.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import type { Described } from '../../src/rules/described.ts';
import { findingsFor } from '../../src/rules/findingsFor.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { useDesign } from '../store/designStore.ts';
import { go, goTo } from '../store/go.ts';
import { offered } from '../store/mend.ts';
import { Button } from '../ui/Button.tsx';
import { FindingCard } from '../ui/FindingCard.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';
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
  const section = useRef<HTMLElement>(null);
  // Who asked for it types next; who comes back to this panel walks its tabs.
  useEffect(() => {
    if (document.activeElement?.closest('[role="tablist"]')) return;
    section.current?.querySelector('textarea')?.focus();
  }, []);
  const text = useDeferredValue(answer);
  const task = useDesign((state) => state.shown.task);
  const launch = useMemo(() => launchMeaning(task, text), [task, text]);
  const meant = useMemo(
    () => (text.trim() === '' ? undefined : findingsFor(text, findings)),
    [text, findings],
  );
  return (
    <section ref={section} className="pasted-answer" aria-label="What ECS answered">
      <div className="pasted-field">
        <TextArea
          label="Paste what ECS answered"
          placeholder="ClientException: …"
          rows={2}
          value={answer}
          onChange={(next) => setList({ answer: next })}
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
          (launch !== undefined ? (
            <MeantLaunch meaning={launch} task={task} />
          ) : meant.findings.length > 0 ? (
            <MeantFindings findings={meant.findings} titles={titles} />
          ) : (
            <MeantRules rules={meant.rules} stopped={reasonIn(task, text)} />
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

interface MeantLaunchProps {
  readonly meaning: LaunchMeaning;
  readonly task: TaskDefinition;
}

/** The definition was registered; starting it was refused. */
function MeantLaunch({ meaning: { means, todo, path }, task }: MeantLaunchProps) {
  const container = namedContainers(task).find(
    ({ index }) => path[0] === 'containerDefinitions' && index === path[1],
  );
  return (
    <>
      <p>
        <strong>{means}</strong> {todo}
      </p>
      {path.length > 0 && (
        <div>
          <Button size="dense" variant="plain" onClick={() => goTo(path, container?.key)}>
            Go to {container ? `${path[2]} of ${container.name}` : formatPath(path)}
          </Button>
        </div>
      )}
    </>
  );
}

interface MeantRulesProps {
  readonly rules: readonly Described[];
  /** What the text means where it is no answer to a registration, but the reason for which a task stopped. */
  readonly stopped: Pick<LaunchMeaning, 'means' | 'todo'> | undefined;
}

function MeantRules({ rules, stopped }: MeantRulesProps) {
  const [first] = rules;
  const [open, setOpen] = useState(false);
  if (first === undefined && stopped !== undefined) {
    return (
      <p>
        <strong>{stopped.means}</strong> {stopped.todo}
      </p>
    );
  }
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
