import { useMemo, useState } from 'react';
import type { Design } from '../../src/edit/design.ts';
import { lesson } from '../../src/edit/parts/lesson.ts';
import { getPart, setPart } from '../../src/edit/parts/part.ts';
import { scenarios } from '../../src/edit/parts/scenarios.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { formatPath } from '../../src/model/path.ts';
import { toFragment } from '../../src/share/link.ts';
import { findAccounts, findSecrets, REMOVED, scrubbed } from '../../src/share/scrub.ts';
import { copyText } from '../store/copyText.ts';
import { useDesign } from '../store/designStore.ts';
import { setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import './ShareDialog.css';

const close = () => setView({ overlay: 'none' });

/** How many things the scenarios of a design expect: as many goals it has as a lesson. */
function goalsOf({ parts }: Design): number {
  return getPart(parts, scenarios).reduce((count, { expectations }) => count + expectations.length, 0);
}

/** The design as a lesson: what its scenarios expect is what is to be reached from its text. */
function asLesson(design: Design, title: string, text: string): Design {
  const own = { title, text, start: design.text, scenarios: design.parts.scenarios ?? { v: 1 } };
  return { ...design, parts: setPart(design.parts, lesson, { own }) };
}

/** The player as a frame for another page, at the second of the link. */
function embedCode(link: string, name: string): string {
  const title = name.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<iframe src="${link.replace('#', '?embed#')}" title="${title}" width="100%" height="560" style="border:1px solid #dfe3e8;border-radius:8px"></iframe>`;
}

/** Makes a link that holds the whole design, after a look for what should not be sent. */
export function ShareDialog() {
  const design = useDesign((state) => state.design);
  const name = useDesign((state) => state.name);
  const task = useDesign((state) => state.reading.task);
  const selection = useView((view) => view.selection);
  const second = useView((view) => view.playhead);
  const panel = useView((view) => view.side);
  const [withoutSecrets, setWithoutSecrets] = useState(true);
  const [withoutAccounts, setWithoutAccounts] = useState(false);
  const [isLesson, setIsLesson] = useState(false);
  const [taskWords, setTaskWords] = useState('');
  const goals = goalsOf(design);
  const secrets = useMemo(() => findSecrets(task), [task]);
  const accounts = useMemo(() => findAccounts(design), [design]);
  const link = useMemo(() => {
    const sent = scrubbed(design, withoutSecrets ? secrets : [], withoutAccounts ? accounts : []);
    const fragment = toFragment({
      name,
      design: isLesson ? asLesson(sent, name, taskWords) : sent,
      view: { selection, panel, ...(second === undefined ? {} : { second }) },
    });
    return isRefusal(fragment) ? fragment : `${location.origin}${location.pathname}${fragment}`;
  }, [
    design,
    name,
    isLesson,
    taskWords,
    secrets,
    accounts,
    withoutSecrets,
    withoutAccounts,
    selection,
    second,
    panel,
  ]);
  const refused = typeof link === 'string' ? undefined : link.refused;
  return (
    <Dialog
      open
      title="Share as a link"
      onClose={close}
      footer={
        <div className="share-actions">
          {typeof link === 'string' && (
            <span className="share-length">{link.length.toLocaleString('en')} letters</span>
          )}
          <Button
            disabledReason={refused}
            onClick={() => {
              if (typeof link === 'string')
                void copyText(
                  embedCode(link, name),
                  'The code is copied: a player for an article or a wiki.',
                );
            }}
          >
            Copy the code of a player
          </Button>
          <Button
            variant="primary"
            disabledReason={refused}
            onClick={() => {
              if (typeof link === 'string')
                void copyText(link, 'The link is copied.', 'Mark the link in the dialog and copy it.');
            }}
          >
            Copy the link
          </Button>
        </div>
      }
    >
      <p className="share-hint">
        The link holds the whole design: text, positions, scenarios, and what is shown now. It goes to no
        server; whoever has the link has the design.
      </p>
      {secrets.length > 0 ? (
        <section className="share-secrets" aria-label="Secrets found">
          <Checkbox
            label={`Take out ${secrets.length === 1 ? 'what looks like a secret' : `${secrets.length} things that look like secrets`}`}
            hint={`Each is replaced by ${REMOVED} in the link. Your own design stays as it is.`}
            checked={withoutSecrets}
            onChange={setWithoutSecrets}
          />
          <ul>
            {secrets.map(({ path, why }) => (
              <li key={`${formatPath(path)} ${why}`}>
                <code>{formatPath(path)}</code> {why}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>Nothing in environment, commands, log options or labels looks like a secret.</p>
      )}
      {accounts.length > 0 && (
        <Checkbox
          label="Mask account ids"
          hint={`${accounts.join(', ')}: zeros stand in their place.`}
          checked={withoutAccounts}
          onChange={setWithoutAccounts}
        />
      )}
      {goals > 0 && (
        <Checkbox
          label="As a lesson"
          hint={`What the scenarios expect is the goal: ${goals === 1 ? 'one' : goals} to reach from the task as it stands.`}
          checked={isLesson}
          onChange={setIsLesson}
        />
      )}
      {isLesson && <TextArea label="What is to be done" value={taskWords} onChange={setTaskWords} rows={3} />}
      {refused === undefined ? (
        <textarea
          className="share-link"
          aria-label="Link"
          data-autofocus
          readOnly
          rows={4}
          spellCheck={false}
          value={typeof link === 'string' ? link : ''}
          onFocus={(event) => event.target.select()}
        />
      ) : (
        <p className="share-refused" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
}
