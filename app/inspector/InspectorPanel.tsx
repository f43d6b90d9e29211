import { useCallback, useMemo, useRef, useState } from 'react';
import type { Field } from '../../src/model/fields/field.ts';
import { type Path, pathKey } from '../../src/model/path.ts';
import { findingsOf, graphOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { useView } from '../store/viewStore.ts';
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
    if (!on) setNeedle('');
    else requestAnimationFrame(() => document.getElementById(SEARCH)?.focus());
  };
  useSignal('focusInspectorSearch', () => search(true));
  useSignal('renameSelected', () => {
    setNeedle('');
    const member = subject.kind === 'task' ? ['family'] : [...base, 'name'];
    openSection(subject, member);
    requestAnimationFrame(() => focusName(root.current, member));
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
                if (event.key !== 'Escape' || needle !== '') return;
                event.preventDefault();
                event.stopPropagation();
                search(false);
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

/** Puts the keyboard into the field of a name, all of it selected. */
function focusName(root: HTMLElement | null, path: Path): void {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
  const field = fields.find((element) => element.dataset.path === pathKey(path));
  const control = field && firstControl(field);
  control?.focus();
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.select();
}
