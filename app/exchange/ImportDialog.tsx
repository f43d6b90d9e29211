import { useState } from 'react';
import { pasteContainers } from '../../src/edit/clipboard.ts';
import { type Design, newDesign } from '../../src/edit/design.ts';
import type { FormatProblem, FoundTask, Switches } from '../../src/formats/format.ts';
import { read } from '../../src/lens/index.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { bind, release } from '../store/designFiles.ts';
import { apply, openDesign, replaceDocument } from '../store/designStore.ts';
import { fileText } from '../store/fileText.ts';
import { offerImport, useOffer } from '../store/importStore.ts';
import { notify, setView, signal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Picture } from '../ui/Picture.tsx';
import { LossList } from './LossList.tsx';
import type { Offered } from './reading.ts';
import { useFound, usePreview } from './useFound.ts';
import './ImportDialog.css';

const close = () => setView({ overlay: 'none' });

function designOf({ text, source, parts }: FoundTask): Design {
  return newDesign(text, source, parts);
}

/** Takes in what people have: shows what was found, what was set aside and what is wrong, before anything is replaced. */
export function ImportDialog() {
  const { text, fileName, from } = useOffer();
  const [switches, setSwitches] = useState<Switches>({});
  const { found, pending } = useFound(text, fileName, switches);
  const [chosen, setChosen] = useState(0);
  // What was found in another text is shown while this one is read, but not opened.
  const shown = found?.tasks[chosen] ?? found?.tasks[0];
  const task = pending ? undefined : shown;
  const label = found?.label;
  const done = () => {
    close();
    signal('fit');
  };
  return (
    <Dialog
      open
      size="large"
      keepOpen
      title="Import a task definition"
      onClose={close}
      footer={
        task === undefined ? (
          <Button onClick={close}>Cancel</Button>
        ) : (
          <div className="import-actions">
            <Button onClick={close}>Cancel</Button>
            <Button
              onClick={() => {
                const change = pasteContainers(containersText(task));
                if (isRefusal(change)) notify(change.refused, 'error');
                else if (apply(change) === undefined) done();
              }}
            >
              Add its containers to this task
            </Button>
            <Button
              onClick={() => {
                openDesign(designOf(task), task.name);
                // What is edited in the file's own text goes back into that file.
                if (from !== undefined && task.text === text) bind({ ...from, kind: 'text' });
                else if (from !== undefined && found?.format === 'design') bind({ ...from, kind: 'design' });
                done();
              }}
            >
              Open as a new design
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                replaceDocument(designOf(task), `Import ${task.name}`, task.name);
                release();
                done();
                notify('Imported. Undo brings back what was there.', 'info', undefined, 'what was done');
              }}
            >
              Replace what is on the canvas
            </Button>
          </div>
        )
      }
    >
      <p className="import-hint">
        Paste what you have: a task definition or the output of <code>aws ecs describe-task-definition</code>,
        a list of containers, a template with placeholders, CloudFormation, Terraform, a Compose file, or a
        design of this tool. It stays in this browser.
      </p>
      <OfferedText
        text={text}
        onChange={(typed) => {
          offerImport(typed);
          setChosen(0);
          setSwitches({});
        }}
      />
      <label className="import-file">
        or choose a file{' '}
        <input
          type="file"
          accept=".json,.sh,.yaml,.yml,.tf,.hcl,.tmpl,.txt,.tpl,.template,application/json,text/plain"
          onChange={async (event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) offerImport(await fileText(file), file.name);
          }}
        />
      </label>
      {pending && found === undefined && <p className="import-reading">Reading…</p>}
      {found !== undefined && (
        <section
          className="import-found"
          aria-label="What was found"
          aria-live="polite"
          aria-busy={pending || undefined}
        >
          {found.tasks.length === 0 && (
            <p className="import-nothing">No task definition was found in this text.</p>
          )}
          {label !== undefined && found.tasks.length > 0 && (
            <p>
              <strong>{label}</strong>
              {found.tasks.length > 1 && `, ${found.tasks.length} task definitions`}
            </p>
          )}
          {found.tasks.length > 1 && (
            <fieldset className="import-tasks">
              <legend>Which one</legend>
              {found.tasks.map((each, index) => (
                <label key={`${each.name} ${each.source.root.join('/')}`}>
                  <input
                    type="radio"
                    name="task"
                    checked={each === shown}
                    onChange={() => setChosen(index)}
                  />
                  {each.name} ({counted(each)})
                </label>
              ))}
            </fieldset>
          )}
          {shown?.switches !== undefined && shown.switches.length > 0 && (
            <fieldset className="import-tasks">
              <legend>What the template leaves open</legend>
              {shown.switches.map(({ id, label: words, on }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={switches[id] ?? on}
                    onChange={(event) => setSwitches({ ...switches, [id]: event.target.checked })}
                  />
                  {words}
                </label>
              ))}
            </fieldset>
          )}
          <Problems problems={found.problems} />
          {shown !== undefined && <TaskPreview task={shown} />}
        </section>
      )}
    </Dialog>
  );
}

/** Characters of a text that the field takes; a page with megabytes in a field no longer answers to keys. */
const FIELD_TAKES = 200_000;
const BEGINNING = 4_000;

/** The text to import, to be typed or pasted; of a very long one only the beginning, for reading. */
function OfferedText({ text, onChange }: { readonly text: string; onChange(typed: string): void }) {
  const long = text.length > FIELD_TAKES;
  return (
    <>
      <textarea
        className="import-text"
        aria-label={long ? 'Beginning of the text to import' : 'Text to import'}
        data-autofocus
        rows={8}
        value={long ? text.slice(0, BEGINNING) : text}
        readOnly={long}
        spellCheck={false}
        placeholder='{ "family": "…", "containerDefinitions": [ … ] }'
        onChange={(event) => onChange(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          // A text that the field would not take, or that stands where another cannot be typed over, takes its whole place.
          if (!long && pasted.length <= FIELD_TAKES) return;
          event.preventDefault();
          onChange(pasted);
        }}
      />
      {long && (
        <p className="import-long">
          Only the beginning is shown: all {text.length.toLocaleString('en')} characters are read and kept.{' '}
          <Button size="dense" onClick={() => onChange('')}>
            Take another text
          </Button>
        </p>
      )}
    </>
  );
}

/** What its containers are pasted from: the text itself where that is JSON, so that nothing of it is lost. */
function containersText({ text, source }: FoundTask): string {
  return isRefusal(pasteContainers(text)) ? JSON.stringify(read(text, source).task) : text;
}

function counted({ containers }: Offered): string {
  return `${containers} ${containers === 1 ? 'container' : 'containers'}`;
}

/** So many are listed; the rest is counted. */
const MOST_PROBLEMS = 20;

function Problems({ problems }: { readonly problems: readonly FormatProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="import-problems" aria-label="Problems">
      {problems.slice(0, MOST_PROBLEMS).map(({ message, line, column }) => (
        <li key={`${line} ${column} ${message}`}>
          {line !== undefined && (
            <strong>
              Line {line}, column {column}:{' '}
            </strong>
          )}
          {message}
        </li>
      ))}
      {problems.length > MOST_PROBLEMS && (
        <li>and {(problems.length - MOST_PROBLEMS).toLocaleString('en')} more</li>
      )}
    </ul>
  );
}

function TaskPreview({ task }: { readonly task: Offered }) {
  const preview = usePreview(task);
  return (
    <div className="import-preview">
      {preview === undefined ? (
        <div className="import-drawing" />
      ) : (
        <Picture alt={`${task.name}, drawn`} svg={preview.picture} />
      )}
      <div>
        <p>
          <strong>{task.name}</strong>, {counted(task)}
        </p>
        {preview !== undefined && (
          <p>
            Errors {preview.counts.error}, warnings {preview.counts.warning}, hints {preview.counts.info}
          </p>
        )}
        {task.losses.length > 0 && (
          <>
            <p>
              {task.switches === undefined
                ? 'Different, or left out:'
                : 'No part of the task, or open until the stack is made:'}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
            <section className="import-losses" aria-label="What is different" tabIndex={0}>
              <LossList losses={task.losses} />
            </section>
          </>
        )}
      </div>
    </div>
  );
}
