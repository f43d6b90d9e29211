import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { newDesign } from '../../src/edit/design.ts';
import { loadLens } from '../../src/lens/index.ts';
import { bringFiles, useBrought } from '../store/broughtFiles.ts';
import { openDesign } from '../store/designStore.ts';
import { keptDesigns } from '../store/keptDesigns.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { ChangePanel } from './ChangePanel.tsx';
import { downloadChanged, readFiles, takeBack, useMany } from './manyStore.ts';
import {
  type Column,
  filtered,
  type Row,
  rowsOf,
  type Show,
  type Sorting,
  sorted,
  worstWords,
} from './rows.ts';
import './ManyDialog.css';

const close = () => setView({ overlay: 'none' });

const SHOWN: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'errors', label: 'With errors' },
  { value: 'warnings', label: 'With warnings' },
  { value: 'neverRuns', label: 'Never RUNNING' },
  { value: 'changed', label: 'Changed here' },
];

/** Many task definitions at once: a table of all, and one change for as many of them as one likes. */
export function ManyDialog() {
  const brought = useBrought();
  const files = useMany((state) => state.files);
  const reading = useMany((state) => state.reading);
  const notes = useMany((state) => state.notes);
  const past = useMany((state) => state.past.length);
  const [words, setWords] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', down: false });
  useEffect(() => {
    if (brought.length === 0) return;
    bringFiles([]);
    void readFiles(brought);
  }, [brought]);
  const all = useMemo(() => rowsOf(files), [files]);
  const rows = useMemo(() => sorted(filtered(all, words, show), sorting), [all, words, show, sorting]);
  const changed = files.filter(({ original, text }) => original !== text).length;
  return (
    <Dialog
      open
      keepOpen
      size="large"
      className={files.length === 0 ? 'many' : 'many many-filled'}
      title="Many task definitions at once"
      onClose={close}
      footer={
        (all.length > 0 || reading !== undefined) && (
          <>
            <span className="many-status" role="status">
              {reading === undefined
                ? `${rows.length} of ${all.length} shown, ${changed} ${changed === 1 ? 'file' : 'files'} changed`
                : `Working: ${reading.done} of ${reading.of} files`}
            </span>
            <Button
              icon="undo"
              disabledReason={past === 0 ? 'Nothing was changed yet' : undefined}
              onClick={takeBack}
            >
              Take the last change back
            </Button>
            <Button
              variant="primary"
              icon="download"
              disabledReason={changed === 0 ? 'No file is changed' : undefined}
              onClick={() => void downloadChanged()}
            >
              Download the changed files
            </Button>
          </>
        )
      }
    >
      <div className="many-bring">
        <Choose label="Choose files or a zip" onChosen={bringFiles} />
        <Choose label="Choose a folder" folder onChosen={bringFiles} />
        <span className="many-hint">or drop them anywhere. They stay in this browser.</span>
      </div>
      {notes.length > 0 && (
        <ul className="many-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {all.length === 0 && reading === undefined ? (
        <EmptyState title="No file yet.">
          A folder of task definitions in any form: which have errors, how long each takes to be RUNNING, what
          a single fault does to it; and one change made in all of them.
        </EmptyState>
      ) : (
        <>
          <div className="many-filter">
            <SearchField label="Filter by name, path or image" value={words} onChange={setWords} />
            <Select label="Show" layout="row" value={show} options={SHOWN} onChange={setShow} />
          </div>
          <ChangePanel rows={rows} />
          <Table rows={rows} sorting={sorting} onSort={setSorting} />
        </>
      )}
    </Dialog>
  );
}

type Brought = Parameters<typeof bringFiles>[0];

function Choose(props: {
  readonly label: string;
  readonly folder?: boolean;
  onChosen(files: Brought): void;
}) {
  const { label, folder, onChosen } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={folder ? 'folder' : 'file'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          if (folder) element?.setAttribute('webkitdirectory', '');
        }}
        hidden
        type="file"
        multiple
        aria-label={label}
        onChange={({ target }) => {
          onChosen(
            [...(target.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })),
          );
          target.value = '';
        }}
      />
    </>
  );
}

const COLUMNS: readonly { readonly id: Column; readonly label: string; readonly number?: true }[] = [
  { id: 'name', label: 'Task' },
  { id: 'containers', label: 'Containers', number: true },
  { id: 'errors', label: 'Errors', number: true },
  { id: 'warnings', label: 'Warnings', number: true },
  { id: 'runningAt', label: 'RUNNING after', number: true },
  { id: 'fatal', label: 'Worst single fault' },
];

function Table(props: {
  readonly rows: readonly Row[];
  readonly sorting: Sorting;
  onSort(sorting: Sorting): void;
}) {
  const { rows, sorting, onSort } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section className="many-table" aria-label="Tasks" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map(({ id, label, number }) => {
              const down = sorting.by === id ? sorting.down : undefined;
              return (
                <th
                  key={id}
                  scope="col"
                  className={number && 'many-number'}
                  aria-sort={down === undefined ? 'none' : down ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    onClick={() => onSort({ by: id, down: down === undefined ? id !== 'name' : !down })}
                  >
                    {label} <span aria-hidden="true">{down === undefined ? '' : down ? '↓' : '↑'}</span>
                  </button>
                </th>
              );
            })}
            <th scope="col">
              <span className="visually-hidden">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TaskRow key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Opens a task of the table as it would be imported: what the file holds beyond it is set aside. */
async function open({ file, path, index }: Row): Promise<void> {
  const { readAny } = await import('../../src/formats/index.ts');
  const task = readAny(file.text, path).tasks[index];
  if (task === undefined) return;
  await loadLens(task.source);
  await keptDesigns().flush();
  openDesign(newDesign(task.text, task.source, task.parts), task.name);
  close();
}

const TaskRow = memo(function TaskRow({ row }: { readonly row: Row }) {
  const { path, file, task, changed } = row;
  if (task === undefined) {
    return (
      <tr>
        <th scope="row">
          <span className="many-path">{path}</span>
        </th>
        <td colSpan={6} className="many-problem">
          {file.summary.problem}
        </td>
      </tr>
    );
  }
  const { runningAt } = task;
  return (
    <tr>
      <th scope="row">
        {task.name}
        {changed && <span className="many-changed"> changed</span>}
        <span className="many-path">{path}</span>
        {task.fixed !== undefined && <span className="many-fixed">{task.fixed}</span>}
      </th>
      <td className="many-number">{task.containers}</td>
      <td className={`many-number ${task.errors > 0 ? 'many-errors' : ''}`}>{task.errors}</td>
      <td className={`many-number ${task.warnings > 0 ? 'many-warnings' : ''}`}>{task.warnings}</td>
      <td className="many-number">{runningAt === undefined ? 'never' : `${runningAt.toFixed(1)} s`}</td>
      <td>
        {worstWords(task)}
        {task.fatal > 0 && (
          <span className="many-fixed">
            {task.fatal === 1 ? 'one fault ends the task' : `${task.fatal} faults end the task`}
          </span>
        )}
      </td>
      <td>
        <Button size="dense" aria-label={`Open ${task.name}`} onClick={() => void open(row)}>
          Open
        </Button>
      </td>
    </tr>
  );
});
