import { useEffect, useState } from 'react';
import { storyText } from '../src/explain/story.ts';
import { loadLens } from '../src/lens/index.ts';
import { isRefusal } from '../src/model/edit.ts';
import { fromFragment, toFragment } from '../src/share/link.ts';
import { CanvasPanel } from './canvas/CanvasPanel.tsx';
import { PartBoundary } from './commands/PartBoundary.tsx';
import { useTheme } from './shell/useTheme.ts';
import { runOf } from './store/derived.ts';
import { designStore, freeze, openDesign, useDesign } from './store/designStore.ts';
import { setView, signal, viewStore } from './store/viewStore.ts';
import { TimelinePanel } from './timeline/TimelinePanel.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { Icon } from './ui/Icon.tsx';
import { Logo } from './ui/Logo.tsx';
import { lazyPart } from './ui/lazyPart.ts';
import { VisuallyHidden } from './ui/VisuallyHidden.tsx';
import './EmbedApp.css';

const ConcernsPanel = lazyPart(() =>
  import('./figures/ConcernsPanel.tsx').then((module) => ({ default: module.ConcernsPanel })),
);

/**
 * The player for articles and wikis (`?embed#…`): canvas and timeline of a link, to be played and not to be changed. It
 * keeps nothing in the browser. `second=12.5` and `theme=dark` in the address say what it begins with.
 */
export function EmbedApp() {
  useTheme();
  const [failure, setFailure] = useState<string>();
  const [ready, setReady] = useState(false);
  const name = useDesign((state) => state.name);
  useEffect(() => {
    const follow = () => {
      void openPlayed(location.hash, new URLSearchParams(location.search)).then((refused) => {
        setFailure(refused);
        setReady(true);
      });
    };
    follow();
    addEventListener('hashchange', follow);
    addEventListener('resize', refit);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('resize', refit);
    };
  }, []);
  if (!ready) return null;
  if (failure !== undefined) return <EmptyState title="There is nothing to play.">{failure}</EmptyState>;
  return (
    <div className="embed">
      <header className="embed-head">
        <Logo />
        <h1>{name}</h1>
        <a
          className="embed-open"
          href={designerAddress()}
          target="_blank"
          rel="noopener"
          // The second that is shown goes along.
          onClick={({ currentTarget }) => {
            currentTarget.href = designerAddress();
          }}
        >
          Open in the designer <Icon name="external" size={14} />
        </a>
      </header>
      <VisuallyHidden>
        <Story />
      </VisuallyHidden>
      {/* To be looked at: what it shows stands in words above. */}
      <main className="embed-canvas" aria-label="Canvas" inert>
        <CanvasPanel />
      </main>
      <section className="embed-timeline" aria-label="Timeline">
        <TimelinePanel
          concerns={
            <PartBoundary name="The panel of concerns">
              <ConcernsPanel />
            </PartBoundary>
          }
        />
      </section>
    </div>
  );
}

function Story() {
  const task = useDesign((state) => state.shown.task);
  const parts = useDesign((state) => state.design.parts);
  return <p>{storyText(task, runOf(task, parts))}</p>;
}

function refit(): void {
  signal('fit');
}

/** Opens what a fragment holds; why it cannot be opened, if it cannot. */
async function openPlayed(fragment: string, wishes: URLSearchParams): Promise<string | undefined> {
  const theme = wishes.get('theme');
  if (theme === 'light' || theme === 'dark') setView({ theme });
  const shared = fragment === '' ? undefined : fromFragment(fragment);
  if (shared === undefined) return 'The address holds no task: make one with Share in the designer.';
  if (isRefusal(shared)) return shared.refused;
  await loadLens(shared.design.source);
  openDesign(shared.design, shared.name);
  freeze('This is a player. Open the task in the designer to change it.');
  const asked = Number(wishes.get('second') ?? Number.NaN);
  setView({ playhead: Number.isFinite(asked) && asked >= 0 ? asked : shared.view.second });
  return undefined;
}

/** The same task in the designer, at the second that is shown now. */
function designerAddress(): string {
  const { design, name } = designStore.getState();
  const { playhead } = viewStore.getState();
  const fragment = toFragment({ name, design, view: playhead === undefined ? {} : { second: playhead } });
  return `${location.pathname}${isRefusal(fragment) ? location.hash : fragment}`;
}
