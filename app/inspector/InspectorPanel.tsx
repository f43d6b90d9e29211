import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Field } from '../../src/model/fields/field.ts';
import { type Path, pathKey } from '../../src/model/path.ts';
import { findingsOf, graphOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { signal, useView } from '../store/viewStore.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { FieldHelp, type HelpWish } from './FieldHelp.tsx';
import { containerSections, taskSections } from './fieldGroups.ts';
import { setFold } from './folds.ts';
import { foldKey } from './GroupSection.tsx';
import { headOf } from './headOf.ts';
import { type Inspected, InspectorContext } from './InspectorContext.ts';
import './InspectorPanel.css';
import './InspectorRows.css';
import './InspectorSpecial.css';
import { SubjectHead } from './SubjectHead.tsx';
import { calledOf } from './special/subjects.ts';
import { placeOf, type Subject, subjectOf } from './subject.ts';
import { firstControl, useReveal, useSignal } from './useWishes.ts';
import { ContainerView, containerMenu } from './views/ContainerView.tsx';
import { DependencyView } from './views/DependencyView.tsx';
import { LogView, RouteView } from './views/LogViews.tsx';
import { MountView } from './views/MountView.tsx';
import { NoteView } from './views/NoteView.tsx';
import { SeveralView } from './views/SeveralView.tsx';
import { TaskView } from './views/TaskView.tsx';
import { VolumeView } from './views/VolumeView.tsx';

const SEARCH = 'inspector-search';

/** While nothing in it can have the focus, it is scrolled by its own. */
const SCROLLED_BY_KEYS = { role: 'region', 'aria-label': 'Fields, read-only', tabIndex: 0 } as const;

/** All that can be said of what is selected, each field editable in place; the task while nothing is selected. */
export function InspectorPanel() {
  const reading = useDesign((state) => state.shown);
  const editable = useDesign((state) => state.reading.whole);
  const parts = useDesign((state) => state.design.parts);
  const opened = useDesign((state) => state.opened);
  const findings = useDesign((state) => findingsOf(state.shown, state.design.parts));
  const selection = useView((view) => view.selection);
  const [needle, setNeedle] = useState('');
  const [searching, setSearching] = useState(false);
  const [searches, setSearches] = useState(0);
  const [help, setHelp] = useState<HelpWish | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);

  const subject = useMemo(() => subjectOf(graphOf(reading), parts, selection), [reading, parts, selection]);
  const { base, id } = placeOf(subject);
  const head = headOf(subject);
  const searchable = subject.kind === 'task' || subject.kind === 'container';
  const sought = searchable ? needle : '';
  const showHelp = useCallback(
    (button: HTMLElement, path: Path, field: Field) => setHelp({ button, path, field }),
    [],
  );
  const inspected = useMemo<Inspected>(
    () => ({ reading, task: reading.task, parts, findings, needle: sought, showHelp }),
    [reading, parts, findings, sought, showHelp],
  );

  const search = (on: boolean) => {
    setSearching(on);
    if (on) setSearches((count) => count + 1);
    else setNeedle('');
  };
  useLayoutEffect(() => {
    if (searches > 0) document.getElementById(SEARCH)?.focus();
  }, [searches]);
  useSignal('focusInspectorSearch', () => search(true));
  useSignal('renameSelected', () => {
    setNeedle('');
    const member = subject.kind === 'task' ? ['family'] : [...base, 'name'];
    const fromCanvas = Boolean(document.activeElement?.closest('.react-flow'));
    openSection(subject, member);
    requestAnimationFrame(() => focusName(root.current, member, fromCanvas));
  });
  useReveal(root, base, (path) => {
    setNeedle('');
    openSection(subject, path);
  });

  return (
    <InspectorContext value={inspected}>
      <div className="inspect">
        <SubjectHead
          {...head}
          actions={
            <>
              {searchable && (
                <IconButton
                  icon="search"
                  label="Search the fields"
                  aria-pressed={searching}
                  onClick={() => search(!searching)}
                />
              )}
              {subject.kind === 'container' && editable && (
                <MenuButton
                  icon="more"
                  label={`More for ${calledOf(subject.node, 'container')}`}
                  align="end"
                  groups={containerMenu(subject.node)}
                />
              )}
            </>
          }
        />
        {searching && searchable && (
          <div className="inspect-search">
            <SearchField
              id={SEARCH}
              label="Search the fields"
              placeholder="Label, name or word"
              value={needle}
              onChange={setNeedle}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === 'ArrowDown') {
                  const found = needle === '' ? undefined : bestField(root.current, needle);
                  if (found === undefined) return;
                  firstControl(found)?.focus();
                } else if (event.key === 'Escape' && needle === '') search(false);
                else return;
                event.preventDefault();
                event.stopPropagation();
              }}
            />
          </div>
        )}
        {!editable && (
          <p className="inspect-locked" role="status">
            The text cannot be read as it stands. This is its last readable state; mend it to edit here.
          </p>
        )}
        <div className="inspect-body" ref={root} {...(editable ? {} : SCROLLED_BY_KEYS)}>
          <fieldset className="inspect-all" disabled={!editable}>
            <legend className="visually-hidden">{head.title}</legend>
            <SubjectView key={`${opened} ${id}`} subject={subject} />
            <p className="inspect-nothing">No field goes by these words.</p>
          </fieldset>
        </div>
      </div>
      {help !== undefined && <FieldHelp wish={help} editable={editable} onClose={() => setHelp(undefined)} />}
    </InspectorContext>
  );
}

function SubjectView({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'task':
      return <TaskView />;
    case 'container':
      return <ContainerView container={subject.node} />;
    case 'volume':
      return <VolumeView node={subject.node} />;
    case 'log':
      return <LogView node={subject.node} />;
    case 'note':
      return <NoteView note={subject.note} />;
    case 'several':
      return <SeveralView containers={subject.containers} others={subject.others} />;
    case 'dependency':
      return <DependencyView edge={subject.edge} />;
    case 'mount':
      return <MountView edge={subject.edge} />;
    case 'route':
      return <RouteView route={subject.route} />;
    default:
      return subject satisfies never;
  }
}

/** Opens the section that holds a member, with its seldom needed fields. */
function openSection(subject: Subject, path: Path): void {
  if (subject.kind !== 'task' && subject.kind !== 'container') return;
  const member = path[placeOf(subject).base.length];
  const sections = subject.kind === 'task' ? taskSections : containerSections;
  const group = sections.find(({ members }) => members.some((name) => name === member));
  if (group === undefined) return;
  const key = foldKey(subject.kind, group.title);
  setFold(key, true);
  setFold(`${key}:more`, true);
}

/** The field on screen whose member has the words in its name, else the first of those that were found. */
function bestField(root: HTMLElement | null, needle: string): HTMLElement | undefined {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const word = needle.toLowerCase().replace(/\s+/g, '');
  const memberOf = ({ dataset }: HTMLElement) => dataset.path?.toLowerCase().replace(/^.*\//, '') ?? '';
  return fields.find((field) => memberOf(field).includes(word)) ?? fields[0];
}

/** Puts the keyboard into the field of a name, all of it selected; Enter and Escape lead back to where it came from. */
function focusName(root: HTMLElement | null, path: Path, fromCanvas: boolean): void {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const field = fields.find((element) => element.dataset.path === pathKey(path));
  const control = field && firstControl(field);
  control?.focus();
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  control.select();
  if (!fromCanvas) return;
  const done = new AbortController();
  control.addEventListener('blur', () => done.abort(), { signal: done.signal });
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' && key !== 'Enter') return;
    // A name that is refused keeps the keyboard; whether it is shows after the field has answered.
    requestAnimationFrame(() => control.getAttribute('aria-invalid') !== 'true' && signal('focusCanvas'));
  };
  const input: HTMLElement = control;
  input.addEventListener('keydown', onKeyDown, { signal: done.signal });
}
