import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { story, storyText } from '../../src/explain/story.ts';
import { downloadPng } from '../commands/downloadPng.ts';
import { copyText } from '../store/copyText.ts';
import { useDesign } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { fileName } from '../store/fileName.ts';
import { useRun, useScenario } from '../store/useRun.ts';
import { type Figure, setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import './FiguresDialog.css';
import { Picture } from '../ui/Picture.tsx';
import { lifecycleFigure, lifecycleWords, type Shown, wiredFigure, wiredWords } from './figures.ts';
import { OnePage } from './OnePage.tsx';
import { useFigureTheme } from './useFigureTheme.ts';

const close = () => setView({ overlay: 'none' });

const TABS: readonly { readonly id: Figure; readonly label: string }[] = [
  { id: 'wired', label: 'Wired up' },
  { id: 'lifecycle', label: 'Lifecycle' },
  { id: 'words', label: 'In words' },
  { id: 'page', label: 'One page' },
];

const PICTURES = {
  wired: { draw: wiredFigure, words: wiredWords, ending: '.wired-up' },
  lifecycle: { draw: lifecycleFigure, words: lifecycleWords, ending: '.lifecycle' },
} as const;

/** The figures of the task on screen, in the scenario in force. */
export function FiguresDialog() {
  const figure = useView((view) => view.figure);
  const task = useDesign((state) => state.shown.task);
  const run = useRun();
  const scenario = useScenario();
  const parts = useDesign((state) => state.design.parts);
  const shown = useMemo((): Shown => ({ task, parts, scenario, run }), [task, parts, scenario, run]);
  return (
    <Dialog
      open
      size="wide"
      title="Figures of this task"
      className="figures"
      onClose={close}
      footer={<Actions figure={figure} shown={shown} />}
    >
      <Tabs<Figure>
        id="figures"
        label="Figures"
        active={figure}
        tabs={TABS}
        onChange={(id) => setView({ figure: id })}
      />
      <TabPanel tabs="figures" id={figure} className="figures-shown">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
        <section className="figures-scroll" aria-label="Figure" tabIndex={0}>
          {figure === 'words' ? (
            <Words shown={shown} />
          ) : figure === 'page' ? (
            <OnePage shown={shown} />
          ) : (
            <Drawn figure={figure} shown={shown} />
          )}
        </section>
      </TabPanel>
      {figure === 'page' && createPortal(<OnePage shown={shown} className="printed" />, document.body)}
    </Dialog>
  );
}

function Drawn({ figure, shown }: { readonly figure: keyof typeof PICTURES; readonly shown: Shown }) {
  const theme = useFigureTheme();
  const svg = useMemo(() => PICTURES[figure].draw(shown, theme), [figure, shown, theme]);
  return (
    <Picture
      svg={svg}
      alt={PICTURES[figure].words(shown)}
      className={classNames('figures-picture', figure === 'wired' && 'figures-wired')}
    />
  );
}

function Words({ shown: { task, run } }: { readonly shown: Shown }) {
  return (
    <div className="figures-words">
      {story(task, run).map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Actions({ figure, shown }: { readonly figure: Figure; readonly shown: Shown }) {
  if (figure === 'words') {
    return (
      <Button
        variant="primary"
        icon="copy"
        onClick={() => void copyText(storyText(shown.task, shown.run), 'The story of the task is copied.')}
      >
        Copy
      </Button>
    );
  }
  if (figure === 'page') {
    return (
      <Button variant="primary" onClick={() => print()}>
        Print…
      </Button>
    );
  }
  const { draw, ending } = PICTURES[figure];
  // On paper and in documents the background is light.
  const svg = () => draw(shown, 'light');
  return (
    <>
      <Button onClick={() => downloadPng(fileName(`${ending}.png`), svg())}>Download PNG</Button>
      <Button
        variant="primary"
        icon="download"
        onClick={() => downloadText(fileName(`${ending}.svg`), svg(), 'image/svg+xml')}
      >
        Download SVG
      </Button>
    </>
  );
}
