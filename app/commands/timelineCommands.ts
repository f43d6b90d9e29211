/** What can be done with the run on screen. */
import { designStore } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { drawnTheme } from '../store/drawnTheme.ts';
import { fileName } from '../store/fileName.ts';
import { playOrPause, stepPlayhead } from '../store/playhead.ts';
import { currentScenario } from '../store/useRun.ts';
import { type BottomPanel, setView, signal } from '../store/viewStore.ts';
import type { Command } from './command.ts';

function show(bottom: BottomPanel, label: string, words: string): Command {
  return {
    id: `show-${bottom}`,
    label,
    group: 'Timeline',
    words,
    run: () => setView({ bottom, bottomFolded: false, narrow: 'timeline' }),
  };
}

/** The run on screen as a picture that stands alone, in the colours of the page. */
async function downloadTimeline(): Promise<void> {
  const { timelineSvg } = await import('../../src/formats/timeline-svg.ts');
  const { reading, design } = designStore.getState();
  const { task, text, source } = reading;
  const look = { theme: drawnTheme(), scenario: currentScenario() };
  const written = timelineSvg.write?.(task, text, source, design.parts, look);
  if (written !== undefined) downloadText(fileName('.timeline.svg'), written.text, 'image/svg+xml');
}

export const timelineCommands: readonly Command[] = [
  {
    id: 'play',
    label: 'Play or pause the run',
    group: 'Timeline',
    keys: ['P'],
    words: 'timeline lifecycle simulate start',
    run: playOrPause,
  },
  {
    id: 'next-event',
    label: 'Go to the next event of the run',
    group: 'Timeline',
    keys: ['.'],
    words: 'timeline step forward',
    run: () => stepPlayhead(1),
  },
  {
    id: 'previous-event',
    label: 'Go to the event before',
    group: 'Timeline',
    keys: [','],
    words: 'timeline step back',
    run: () => stepPlayhead(-1),
  },
  {
    id: 'as-designed',
    label: 'Show the task as designed, at no second',
    group: 'Timeline',
    words: 'playhead off stop',
    run: () => setView({ playhead: undefined, playing: false }),
  },
  show('run', 'Show the timeline', 'lifecycle lanes run'),
  show('whatIf', 'Show what may go wrong', 'what if scenario fault blast radius'),
  {
    id: 'real-run',
    label: 'Compare with a real run (aws ecs describe-tasks)',
    group: 'Timeline',
    words: 'describe-tasks stopped reason error paste why stopped real actual',
    run: () => setView({ bottom: 'whatIf', whatIfSide: 'real', bottomFolded: false, narrow: 'timeline' }),
  },
  show('events', 'Show the events of the run', 'log table'),
  show('concerns', 'Show the six concerns', 'matrix start order stop files loopback logs iam primitives'),
  {
    id: 'download-timeline',
    label: 'Download the timeline as a picture (SVG)',
    group: 'Timeline',
    words: 'export figure svg image lifecycle report',
    run: () => void downloadTimeline(),
  },
  {
    id: 'timeline-in',
    label: 'Timeline: zoom in',
    group: 'Timeline',
    run: () => signal('timelineIn'),
  },
  {
    id: 'timeline-out',
    label: 'Timeline: zoom out',
    group: 'Timeline',
    run: () => signal('timelineOut'),
  },
  {
    id: 'timeline-fit',
    label: 'Timeline: fit the whole run',
    group: 'Timeline',
    run: () => signal('timelineFit'),
  },
];
