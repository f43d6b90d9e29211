import { type ComponentType, type ReactNode, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { CanvasPanel } from './canvas/CanvasPanel.tsx';
import { PartBoundary } from './commands/PartBoundary.tsx';
import { gatherTyped } from './commands/typedAhead.ts';
import { useShortcuts } from './commands/useShortcuts.ts';
import { usePasteAnywhere } from './exchange/usePasteAnywhere.ts';
import { useSharedLink } from './exchange/useSharedLink.ts';
import { useLessonLink } from './lessons/useLessonLink.ts';
import { Screen } from './shell/Screen.tsx';
import { useTheme } from './shell/useTheme.ts';
import { useKeeping } from './storage/useKeeping.ts';
import { setCanvasDrawn, useCanvasDrawn } from './store/canvasDrawn.ts';
import { lessonMarkOf } from './store/derived.ts';
import { useDesign } from './store/designStore.ts';
import { loadRules } from './store/loadRules.ts';
import { setView, useView } from './store/viewStore.ts';
import { keepFocus } from './ui/keepFocus.ts';
import { lazyPart } from './ui/lazyPart.ts';

const Notices = lazyPart(() => import('./shell/Notices.tsx').then((module) => ({ default: module.Notices })));
const AddPanel = lazyPart(() =>
  import('./palette/AddPanel.tsx').then((module) => ({ default: module.AddPanel })),
);
const palette = ahead(() =>
  import('./commands/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const ShortcutSheet = lazyPart(() =>
  import('./commands/ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
);
const OutlinePanel = lazyPart(() =>
  import('./outline/OutlinePanel.tsx').then((module) => ({ default: module.OutlinePanel })),
);
const AboutDialog = lazyPart(() =>
  import('./shell/AboutDialog.tsx').then((module) => ({ default: module.AboutDialog })),
);
const TimelinePanel = lazyPart(() =>
  import('./timeline/TimelinePanel.tsx').then((module) => ({ default: module.TimelinePanel })),
);
const JsonPanel = lazyPart(() =>
  import('./json/JsonPanel.tsx').then((module) => ({ default: module.JsonPanel })),
);
const InspectorPanel = lazyPart(() =>
  import('./inspector/InspectorPanel.tsx').then((module) => ({ default: module.InspectorPanel })),
);
const FindingsPanel = lazyPart(() =>
  import('./findings/FindingsPanel.tsx').then((module) => ({ default: module.FindingsPanel })),
);
const RolesPanel = lazyPart(() =>
  import('./roles/RolesPanel.tsx').then((module) => ({ default: module.RolesPanel })),
);
const ImportDialog = lazyPart(() =>
  import('./exchange/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
);
const ExportDialog = lazyPart(() =>
  import('./exchange/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
);
const ShareDialog = lazyPart(() =>
  import('./exchange/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
);
const LibraryDialog = lazyPart(() =>
  import('./storage/LibraryDialog.tsx').then((module) => ({ default: module.LibraryDialog })),
);
const ManyDialog = lazyPart(() =>
  import('./many/ManyDialog.tsx').then((module) => ({ default: module.ManyDialog })),
);
const HistoryDialog = lazyPart(() =>
  import('./storage/HistoryDialog.tsx').then((module) => ({ default: module.HistoryDialog })),
);
const CompareDialog = lazyPart(() =>
  import('./compare/CompareDialog.tsx').then((module) => ({ default: module.CompareDialog })),
);

const FiguresDialog = lazyPart(() =>
  import('./figures/FiguresDialog.tsx').then((module) => ({ default: module.FiguresDialog })),
);
const ConcernsPanel = lazyPart(() =>
  import('./figures/ConcernsPanel.tsx').then((module) => ({ default: module.ConcernsPanel })),
);
const LearnDialog = lazyPart(() =>
  import('./lessons/LearnDialog.tsx').then((module) => ({ default: module.LearnDialog })),
);
const LessonPanel = lazyPart(() =>
  import('./lessons/LessonPanel.tsx').then((module) => ({ default: module.LessonPanel })),
);

/**
 * A part that can be fetched ahead: once it is there it is drawn within the event that asks for it, as `lazy` never is.
 * Until then what is typed is gathered for it.
 */
function ahead(load: () => Promise<{ default: () => ReactNode }>) {
  let Ready: ComponentType | undefined;
  const fetch = async () => {
    const module = await load();
    Ready = module.default;
    return module;
  };
  const Later = lazyPart(fetch);
  const Part = () => {
    // What was typed into the one must not be lost to the other.
    const [Now] = useState<ComponentType>(() => Ready ?? Later);
    useLayoutEffect(() => (Ready ? undefined : gatherTyped()), []);
    // Of its own, so that the keys are gathered while the part is on its way.
    return (
      <Suspense fallback={null}>
        <Now />
      </Suspense>
    );
  };
  return { fetch, Part };
}

/** A panel that is fetched once the canvas is painted; its place is empty until then. */
function later(name: string, panel: ReactNode, failsAs: 'panel' | 'nothing' = 'panel'): ReactNode {
  return (
    // What failed in one panel says nothing in the place of another.
    <PartBoundary key={name} name={name} failsAs={failsAs}>
      <AfterCanvas>{panel}</AfterCanvas>
    </PartBoundary>
  );
}

const closeOverlay = { onClose: () => setView({ overlay: 'none' }) };

function AfterCanvas({ children }: { readonly children: ReactNode }) {
  return useCanvasDrawn() ? children : null;
}

/** The whole screen: which panel stands where. Panels do not know each other. */
export function App() {
  useTheme();
  useShortcuts();
  usePasteAnywhere();
  useEffect(keepFocus, []);
  const ready = useKeeping();
  useSharedLink(ready);
  useLessonLink(ready);
  const drawn = useCanvasDrawn();
  useEffect(() => {
    // A narrow screen may show another panel in its place.
    if (ready && document.querySelector('.canvas') === null) setCanvasDrawn();
  }, [ready]);
  useEffect(() => {
    if (!drawn) return;
    void loadRules();
    // Whoever presses its keys types on at once.
    void palette.fetch().catch(() => undefined);
    void import('./offline/goOffline.ts').then(({ goOffline }) => goOffline());
  }, [drawn]);
  const overlay = useView((view) => view.overlay);
  const learning = useDesign(({ design }) => {
    const { id, own } = lessonMarkOf(design.parts);
    return id !== undefined || own !== undefined;
  });
  if (!ready) return null;
  return (
    <>
      <Screen
        lesson={learning ? later('The lesson', <LessonPanel />) : undefined}
        canvas={<CanvasPanel />}
        add={later('The panel of what can be added', <AddPanel />)}
        outline={later('The outline', <OutlinePanel />)}
        inspect={later('The inspector', <InspectorPanel />)}
        json={later('The editor', <JsonPanel />)}
        problems={later('The list of problems', <FindingsPanel />)}
        roles={later('The panel of roles', <RolesPanel />)}
        timeline={later(
          'The timeline',
          <TimelinePanel concerns={later('The panel of concerns', <ConcernsPanel />)} />,
        )}
      />
      <PartBoundary key={overlay} name="This dialog" failsAs={closeOverlay}>
        {overlay === 'commands' && <palette.Part />}
        {overlay === 'shortcuts' && <ShortcutSheet />}
        {overlay === 'about' && <AboutDialog />}
        {overlay === 'import' && <ImportDialog />}
        {overlay === 'export' && <ExportDialog />}
        {overlay === 'share' && <ShareDialog />}
        {overlay === 'library' && <LibraryDialog />}
        {overlay === 'compare' && <CompareDialog />}
        {overlay === 'history' && <HistoryDialog />}
        {overlay === 'many' && <ManyDialog />}
        {overlay === 'learn' && <LearnDialog />}
        {overlay === 'figures' && <FiguresDialog />}
      </PartBoundary>
      {later('What is said in passing', <Notices />, 'nothing')}
    </>
  );
}
