import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { isWithin } from '../../src/model/path.ts';
import type { Described } from '../../src/rules/described.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { mend } from '../store/mend.ts';
import { useView } from '../store/viewStore.ts';
import { CountBadge } from '../ui/Badge.tsx';
import { type ShowItem, WindowedList } from '../ui/WindowedList.tsx';
import { FindingItem } from './FindingItem.tsx';
import { EVERYTHING, listStore, SILENCE, setList, useList } from './listStore.ts';
import type { Row } from './rowsOf.ts';

export interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly rules: ReadonlyMap<string, Described>;
  readonly rows: readonly Row[];
}

const keyOf = ({ key }: Row) => key;
const estimate = ({ kind }: Row) => (kind === 'group' ? 33 : 108);

/** The rows, moved through by keys: arrows, Home, End, Page; Enter leads to the place, Ctrl/⌘ . mends it, S silences it. */
export function FindingsList({ findings, rules, rows }: FindingsListProps) {
  const wish = useView((view) => view.reveal);
  const active = useList((list) => list.active);
  const explained = useList((list) => list.explained);
  const silencing = useList((list) => list.silencing);
  const [show, setShow] = useState<ShowItem | undefined>(undefined);
  const keys = useMemo(() => rows.flatMap((row) => (row.kind === 'finding' ? [row.key] : [])), [rows]);
  // Of several findings at one place the one that was pressed is meant, else the first.
  const asked = useMemo(() => {
    const there = rows.filter(
      (row) => row.kind === 'finding' && wish !== undefined && isWithin(row.finding.path, wish.path),
    );
    return (there.find(({ key }) => key === active) ?? there[0])?.key;
  }, [rows, wish, active]);
  const place = useRef(0);
  const hadFocus = useRef(false);

  const to = (index: number, focus = true) => {
    const key = keys[Math.max(0, Math.min(keys.length - 1, index))];
    if (key === undefined) return;
    setList({ active: key });
    setShow((before) => ({ key, focus, count: (before?.count ?? 0) + 1 }));
  };
  const latest = useRef(to);
  latest.current = to;

  // What was asked for elsewhere comes into view, and out from behind the filter.
  const answered = useRef(0);
  useEffect(() => {
    if (wish === undefined || answered.current === wish.count) return;
    if (asked !== undefined) {
      answered.current = wish.count;
      if (asked !== listStore.getState().active) latest.current(keys.indexOf(asked), false);
    } else if (findings.some(({ path }) => isWithin(path, wish.path))) setList(EVERYTHING);
    else answered.current = wish.count;
  }, [wish, asked, keys, findings]);

  // When the row that the keyboard is on goes away, mended or silenced, the next one takes its place.
  useEffect(() => {
    const index = active === undefined ? -1 : keys.indexOf(active);
    if (index >= 0) place.current = index;
    else if (keys.length > 0) {
      if (active !== undefined && hadFocus.current) latest.current(place.current);
      else setList({ active: keys[Math.min(place.current, keys.length - 1)] });
    }
  }, [keys, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('input, textarea, .json-text')) return;
    const index = active === undefined ? 0 : keys.indexOf(active);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 5,
      PageUp: index - 5,
      Home: 0,
      End: keys.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) to(next);
    else if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      const row = rows.find(({ key }) => key === active);
      if (row?.kind !== 'finding' || row.finding.fix === undefined) return;
      mend(row.finding);
    } else if (event.key.toUpperCase() === SILENCE && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (active === undefined) return;
      setList({ silencing: active });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is
    <div
      className="findings-list"
      data-own-keys={SILENCE}
      onFocus={(event) => {
        hadFocus.current = true;
        const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
        if (key !== undefined && keys.includes(key) && key !== listStore.getState().active)
          setList({ active: key });
      }}
      onBlur={(event) => {
        // A row that is taken away blurs to nowhere: the keyboard is still meant to be here.
        if (event.relatedTarget !== null)
          hadFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      <WindowedList<Row>
        label="Problems"
        items={rows}
        keyOf={keyOf}
        estimate={estimate}
        pinned={active}
        show={show}
        focusable=".finding-link"
        onKeyDown={onKeyDown}
        render={(row) =>
          row.kind === 'group' ? (
            <h3 className="findings-group">
              <span>{row.title}</span>
              <CountBadge count={row.count} severity={row.severity} label="problems" />
            </h3>
          ) : (
            <FindingItem
              row={row}
              rule={rules.get(row.finding.rule)}
              active={row.key === active}
              current={row.key === asked}
              explained={row.key === explained}
              silencing={row.key === silencing}
            />
          )
        }
      />
    </div>
  );
}
