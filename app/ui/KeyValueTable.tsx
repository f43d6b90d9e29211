import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import { CellInput } from './CellInput.tsx';
import { classNames } from './classNames.ts';
import { IconButton } from './IconButton.tsx';
import './KeyValueTable.css';

/** One row of the table. */
export interface KeyValueRow {
  /** Tells it from the others while the rows change. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** Instead of the value's field: what cannot be edited as text. */
  readonly content?: ReactNode;
  /** What is wrong with it; below the row. */
  readonly error?: string | undefined;
  /** It has just changed. */
  readonly lit?: boolean | undefined;
}

/** What KeyValueTable takes. */
export interface KeyValueTableProps {
  /** What the rows are: "Environment". */
  readonly label: string;
  /** What one row is, for "Add variable" and "Remove variable API_KEY"; lower case. */
  readonly noun: string;
  readonly nameLabel: string;
  readonly valueLabel: string;
  /** A third column, such as where the value comes from. */
  readonly extra?:
    | { readonly label: string; readonly render: (row: KeyValueRow, index: number) => ReactNode }
    | undefined;
  readonly rows: readonly KeyValueRow[];
  readonly onName: (index: number, name: string) => unknown;
  readonly onValue: (index: number, value: string) => unknown;
  /** A new row is filled in: on Enter, or when it is left with a name. */
  readonly onAdd: (name: string, value: string) => unknown;
  readonly onRemove: (index: number) => void;
  /** What is pasted into a cell, as it is; `true`: taken as rows, and not put into the cell. */
  readonly onPaste?: ((text: string) => boolean) | undefined;
  readonly namePlaceholder?: string | undefined;
  readonly valuePlaceholder?: string | undefined;
  /** Other ways to add, beside the button. */
  readonly actions?: ReactNode;
}

type Column = 'name' | 'value';

/** Rows of a name and a value, edited in place: Enter and the arrows go on to the next row. */
export function KeyValueTable(props: KeyValueTableProps) {
  const { label, noun, nameLabel, valueLabel, extra, rows, onName, onValue, onAdd, onRemove, actions } =
    props;
  const [draft, setDraft] = useState<{ readonly name: string; readonly value: string } | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const removed = useRef<number | null>(null);
  const cancelled = useRef(false);
  const id = useId();

  const cell = (row: number, column: Column) =>
    body.current?.querySelector<HTMLElement>(`[data-row="${row}"] .table-${column} .cell`);
  useLayoutEffect(() => {
    if (removed.current === null) return;
    const at = Math.min(removed.current, rows.length - 1);
    removed.current = null;
    (cell(at, 'name') ?? add.current)?.focus();
  });
  const onPaste = (event: ClipboardEvent) => {
    if (props.onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const move = (row: number, column: Column) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const several = event.currentTarget.value.includes('\n');
    if (several || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const to = cell(row + (event.key === 'ArrowDown' ? 1 : -1), column);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const next = (row: number, column: Column) => {
    const to = cell(row + 1, column);
    if (to) to.focus();
    else setDraft({ name: '', value: '' });
  };
  const cancel = () => {
    // The row is left on the way to the button, which must not add what was taken back.
    cancelled.current = true;
    add.current?.focus();
    cancelled.current = false;
    setDraft(null);
  };
  const take = (again: boolean) => {
    if (!draft || cancelled.current) return;
    if (draft.name === '') setDraft(null);
    else if (onAdd(draft.name, draft.value) !== false) setDraft(again ? { name: '', value: '' } : null);
  };
  const remove = (index: number) => {
    removed.current = index;
    onRemove(index);
  };
  return (
    <div className="table">
      {(rows.length > 0 || draft) && (
        <table className="table-table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col" className="table-name">
                {nameLabel}
              </th>
              <th scope="col">{valueLabel}</th>
              {extra && (
                <th scope="col" className="table-extra">
                  {extra.label}
                </th>
              )}
              <td className="table-remove" />
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => [
              <tr
                key={row.id}
                data-row={index}
                className={classNames('table-row', row.lit && 'table-lit', row.error && 'table-wrong')}
              >
                <td className="table-name">
                  <CellInput
                    label={`${nameLabel} ${index + 1}`}
                    value={row.name}
                    invalid={row.error !== undefined}
                    describedBy={row.error && `${id}-${row.id}`}
                    onCommit={(text) => onName(index, text)}
                    onPaste={onPaste}
                    onEnter={() => cell(index, 'value')?.focus()}
                    onKeyDown={move(index, 'name')}
                  />
                </td>
                <td className="table-value">
                  {row.content ?? (
                    <CellInput
                      label={`${valueLabel} of ${row.name || `${noun} ${index + 1}`}`}
                      value={row.value}
                      onCommit={(text) => onValue(index, text)}
                      onPaste={onPaste}
                      onEnter={() => next(index, 'name')}
                      onKeyDown={move(index, 'value')}
                    />
                  )}
                </td>
                {extra && <td className="table-extra">{extra.render(row, index)}</td>}
                <td className="table-remove">
                  <IconButton
                    icon="close"
                    size="dense"
                    label={`Remove ${noun} ${row.name || index + 1}`}
                    onClick={() => remove(index)}
                  />
                </td>
              </tr>,
              row.error && (
                <tr key={`${row.id}-error`} className={row.lit ? 'table-lit' : undefined}>
                  <td colSpan={extra ? 4 : 3} id={`${id}-${row.id}`} className="table-error">
                    {row.error}
                  </td>
                </tr>
              ),
            ])}
            {draft && (
              <tr
                // A fresh row after each one added, with the focus in its name.
                key={`new-${rows.length}`}
                className="table-row"
                data-row={rows.length}
                onBlur={(event) => {
                  if (!event.currentTarget.contains(event.relatedTarget)) take(false);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.preventDefault();
                  event.stopPropagation();
                  cancel();
                }}
              >
                <td className="table-name">
                  <CellInput
                    label={`${nameLabel} of the new ${noun}`}
                    value={draft.name}
                    placeholder={props.namePlaceholder}
                    autoFocus
                    onChange={(name) => setDraft({ ...draft, name })}
                    onPaste={(event) => {
                      onPaste(event);
                      if (event.defaultPrevented) cancel();
                    }}
                    onEnter={() => (draft.name === '' ? cancel() : cell(rows.length, 'value')?.focus())}
                    onKeyDown={move(rows.length, 'name')}
                  />
                </td>
                <td className="table-value">
                  <CellInput
                    label={`${valueLabel} of the new ${noun}`}
                    value={draft.value}
                    placeholder={props.valuePlaceholder}
                    onChange={(value) => setDraft({ ...draft, value })}
                    onEnter={() => take(true)}
                    onKeyDown={move(rows.length, 'value')}
                  />
                </td>
                {extra && <td className="table-extra" />}
                <td className="table-remove" />
              </tr>
            )}
          </tbody>
        </table>
      )}
      <div className="table-foot">
        <Button
          ref={add}
          variant="plain"
          size="dense"
          icon="plus"
          onClick={() => setDraft({ name: '', value: '' })}
          onPaste={onPaste}
        >
          Add {noun}
        </Button>
        {actions}
      </div>
    </div>
  );
}
