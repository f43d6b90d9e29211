import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { CanvasPanel } from './canvas/CanvasPanel.tsx';
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
import { useView } from './store/viewStore.ts';

const Notices = lazy(() => import('./shell/Notices.tsx').then((module) => ({ default: module.Notices })));
const AddPanel = lazy(() =>
  import('./palette/AddPanel.tsx').then((module) => ({ default: module.AddPanel })),
);
const palette = ahead(() =>
  import('./commands/CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const ShortcutSheet = lazy(() =>
  import('./commands/ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
);
const OutlinePanel = lazy(() =>
  import('./outline/OutlinePanel.tsx').then((module) => ({ default: module.OutlinePanel })),
);
const AboutDialog = lazy(() =>
  import('./shell/AboutDialog.tsx').then((module) => ({ default: module.AboutDialog })),
);
const TimelinePanel = lazy(() =>
  import('./timeline/TimelinePanel.tsx').then((module) => ({ default: module.TimelinePanel })),
);
const JsonPanel = lazy(() =>
  import('./json/JsonPanel.tsx').then((module) => ({ default: module.JsonPanel })),
);
const InspectorPanel = lazy(() =>
  import('./inspector/InspectorPanel.tsx').then((module) => ({ default: module.InspectorPanel })),
);
const FindingsPanel = lazy(() =>
  import('./findings/FindingsPanel.tsx').then((module) => ({ default: module.FindingsPanel })),
);
const RolesPanel = lazy(() =>
  import('./roles/RolesPanel.tsx').then((module) => ({ default: module.RolesPanel })),
);
const ImportDialog = lazy(() =>
  import('./exchange/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
);
const ExportDialog = lazy(() =>
  import('./exchange/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
);
const ShareDialog = lazy(() =>
  import('./exchange/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })),
);
const LibraryDialog = lazy(() =>
  import('./storage/LibraryDialog.tsx').then((module) => ({ default: module.LibraryDialog })),
);
const ManyDialog = lazy(() =>
  import('./many/ManyDialog.tsx').then((module) => ({ default: module.ManyDialog })),
);
const HistoryDialog = lazy(() =>
  import('./storage/HistoryDialog.tsx').then((module) => ({ default: module.HistoryDialog })),
);
const CompareDialog = lazy(() =>
  import('./compare/CompareDialog.tsx').then((module) => ({ default: module.CompareDialog })),
);

const FiguresDialog = lazy(() =>
  import('./figures/FiguresDialog.tsx').then((module) => ({ default: module.FiguresDialog })),
);
const ConcernsPanel = lazy(() =>
  import('./figures/ConcernsPanel.tsx').then((module) => ({ default: module.ConcernsPanel })),
);
const LearnDialog = lazy(() =>
  import('./lessons/LearnDialog.tsx').then((module) => ({ default: module.LearnDialog })),
);
const LessonPanel = lazy(() =>
  import('./lessons/LessonPanel.tsx').then((module) => ({ default: module.LessonPanel })),
);

/** A part that can be fetched ahead: once it is there it is drawn within the event that asks for it, as `lazy` never is. */
function ahead(load: () => Promise<{ default: ComponentType }>) {
  let Ready: ComponentType | undefined;
  const fetch = async () => {
    const module = await load();
    Ready = module.default;
    return module;
  };
  const Later = lazy(fetch);
  // What was typed into the one must not be lost to the other.
  const Part = () => {
    const [Now] = useState<ComponentType>(() => Ready ?? Later);
    return <Now />;
  };
  return { fetch, Part };
}

/** A panel that is fetched once the canvas is painted; its place is empty until then. */
function later(panel: ReactNode): ReactNode {
  return (
    <Suspense fallback={null}>
      <AfterCanvas>{panel}</AfterCanvas>
    </Suspense>
  );
}

function AfterCanvas({ children }: { readonly children: ReactNode }) {
  return useCanvasDrawn() ? children : null;
}

/** The whole screen: which panel stands where. Panels do not know each other. */
export function App() {
  useTheme();
  useShortcuts();
  usePasteAnywhere();
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
    void palette.fetch();
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
        lesson={learning ? later(<LessonPanel />) : undefined}
        canvas={<CanvasPanel />}
        add={later(<AddPanel />)}
        outline={later(<OutlinePanel />)}
        inspect={later(<InspectorPanel />)}
        json={later(<JsonPanel />)}
        problems={later(<FindingsPanel />)}
        roles={later(<RolesPanel />)}
        timeline={later(<TimelinePanel concerns={later(<ConcernsPanel />)} />)}
      />
      <Suspense fallback={null}>
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
      </Suspense>
      {later(<Notices />)}
    </>
  );
}
