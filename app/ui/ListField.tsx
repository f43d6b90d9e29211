import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
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
import './ListField.css';

/** What ListField takes. */
export interface ListFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  /** What one item is, for "Add argument"; lower case. */
  readonly noun: string;
  readonly items: readonly string[];
  readonly onItem: (index: number, value: string) => unknown;
  readonly onAdd: (value: string) => unknown;
  readonly onRemove: (index: number) => void;
  /** Absent: the order means nothing, and nothing can be moved. */
  readonly onMove?: ((from: number, to: number) => void) | undefined;
  /** What is pasted, as it is; `true`: taken as items. */
  readonly onPaste?: ((text: string) => boolean) | undefined;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** What is wrong with one item. */
  readonly errorOf?: ((index: number) => string | undefined) | undefined;
}

/** A list of strings, edited in place. Handles are dragged, or moved by the arrow keys; Alt and an arrow in an item. */
export function ListField(props: ListFieldProps) {
  const { label, hideLabel, noun, items, onItem, onAdd, onRemove, onMove, hint, error, errorOf } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const focus = useRef<{ readonly row: number; readonly part: string } | null>(null);
  const cancelled = useRef(false);
  const id = useId();

  const row = (index: number) => list.current?.children[index];
  useLayoutEffect(() => {
    if (!focus.current) return;
    const { row: at, part } = focus.current;
    focus.current = null;
    (row(Math.min(at, items.length - 1))?.querySelector<HTMLElement>(part) ?? add.current)?.focus();
  });
  const move = (from: number, to: number, part: string) => {
    if (!onMove || from === to || to < 0 || to >= items.length) return;
    focus.current = { row: to, part };
    onMove(from, to);
  };
  const onArrow = (index: number, part: string) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const to = index + (event.key === 'ArrowUp' ? -1 : 1);
    if (part === '.cell' && !event.altKey) {
      if ((event.currentTarget as HTMLTextAreaElement).value.includes('\n')) return;
      event.preventDefault();
      row(to)?.querySelector<HTMLElement>('.cell')?.focus();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    move(index, to, part);
  };
  const under = (event: PointerEvent) => {
    const rows = [...(list.current?.children ?? [])].slice(0, items.length);
    const at = rows.findIndex((each) => event.clientY < each.getBoundingClientRect().bottom);
    return at < 0 ? items.length - 1 : at;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!props.onPaste?.(event.clipboardData.getData('text/plain'))) return;
    event.preventDefault();
    if (draft !== null) cancel();
  };
  const cancel = () => {
    // The field is left on the way to the button, which must not add what was taken back.
    cancelled.current = true;
    add.current?.focus();
    cancelled.current = false;
    setDraft(null);
  };
  const take = (again: boolean) => {
    if (draft === null || cancelled.current) return;
    if (draft === '') cancel();
    else if (onAdd(draft) !== false) setDraft(again ? '' : null);
  };
  return (
    <fieldset className="list" aria-describedby={hint || error ? `${id}-note` : undefined}>
      <legend className={hideLabel ? 'visually-hidden' : 'list-label'}>{label}</legend>
      <ol ref={list} className="list-items">
        {items.map((item, index) => {
          const wrong = errorOf?.(index);
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: equal strings are told apart by their place only
              key={index}
              className={classNames(
                'list-item',
                drag?.from === index && 'list-dragged',
                drag !== null &&
                  drag.from !== index &&
                  drag.to === index &&
                  (drag.to < drag.from ? 'list-above' : 'list-below'),
              )}
            >
              {onMove && (
                <IconButton
                  icon="drag"
                  size="dense"
                  label={`Move ${noun} ${index + 1}`}
                  className="list-handle"
                  onKeyDown={onArrow(index, '.list-handle')}
                  onPointerDown={(event) => {
                    if (event.button !== 0) return;
                    event.currentTarget.setPointerCapture(event.pointerId);
                    setDrag({ from: index, to: index });
                  }}
                  onPointerMove={(event) => drag && setDrag({ from: drag.from, to: under(event) })}
                  onPointerUp={() => {
                    setDrag(null);
                    if (drag) move(drag.from, drag.to, '.list-handle');
                  }}
                  onPointerCancel={() => setDrag(null)}
                />
              )}
              <div className="list-body">
                <CellInput
                  label={`${capital(noun)} ${index + 1}`}
                  value={item}
                  invalid={wrong !== undefined}
                  describedBy={wrong && `${id}-${index}`}
                  onCommit={(text) => onItem(index, text)}
                  onPaste={onPaste}
                  onEnter={() => {
                    const to = row(index + 1)?.querySelector<HTMLElement>('.cell');
                    if (to) to.focus();
                    else setDraft('');
                  }}
                  onKeyDown={onArrow(index, '.cell')}
                />
                {wrong && (
                  <p id={`${id}-${index}`} className="list-error">
                    {wrong}
                  </p>
                )}
              </div>
              <IconButton
                icon="close"
                size="dense"
                label={`Remove ${noun} ${index + 1}`}
                onClick={() => {
                  focus.current = { row: index, part: '.cell' };
                  onRemove(index);
                }}
              />
            </li>
          );
        })}
        {draft !== null && (
          <li
            key={`new-${items.length}`}
            className="list-item"
            onBlur={() => (draft === '' ? setDraft(null) : take(false))}
          >
            <div className="list-body">
              <CellInput
                label={`New ${noun}`}
                value={draft}
                placeholder={props.placeholder}
                autoFocus
                onChange={setDraft}
                onPaste={onPaste}
                onEnter={() => take(true)}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return;
                  event.preventDefault();
                  event.stopPropagation();
                  cancel();
                }}
              />
            </div>
          </li>
        )}
      </ol>
      <div>
        <Button
          ref={add}
          variant="plain"
          size="dense"
          icon="plus"
          onClick={() => setDraft('')}
          onPaste={onPaste}
        >
          Add {noun}
        </Button>
      </div>
      {(error || hint) && (
        <p id={`${id}-note`} className={error ? 'list-error' : 'list-hint'}>
          {error || hint}
        </p>
      )}
    </fieldset>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
