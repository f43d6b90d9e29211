import { shownShortcut } from '../commands/keys.ts';
import { playOrPause, stepPlayhead } from '../store/playhead.ts';
import { setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';

const SPEEDS = [1, 2, 5, 10] as const;

/** Step back, play, step forward; the second; how fast. */
export function Transport() {
  const playing = useView((view) => view.playing);
  const speed = useView((view) => view.speed);
  const next = SPEEDS[(SPEEDS.indexOf(speed as (typeof SPEEDS)[number]) + 1) % SPEEDS.length] ?? 1;
  return (
    <fieldset className="transport">
      <legend className="visually-hidden">Play the run</legend>
      <IconButton
        size="dense"
        icon="stepBack"
        label="Event before"
        shortcut={shownShortcut(',')}
        onClick={() => stepPlayhead(-1)}
      />
      <IconButton
        size="dense"
        variant="secondary"
        icon={playing ? 'pause' : 'play'}
        label={playing ? 'Pause' : 'Play'}
        shortcut={shownShortcut('P')}
        onClick={playOrPause}
      />
      <IconButton
        size="dense"
        icon="stepForward"
        label="Next event"
        shortcut={shownShortcut('.')}
        onClick={() => stepPlayhead(1)}
      />
      <Button
        size="dense"
        variant="plain"
        className="transport-speed tabular"
        aria-label={`Speed: ${speed} seconds a second; press for ${next}`}
        onClick={() => setView({ speed: next })}
      >
        {speed}×
      </Button>
      <Clock />
    </fieldset>
  );
}

function Clock() {
  const playhead = useView((view) => view.playhead);
  return playhead === undefined ? (
    <span className="transport-clock transport-off">as designed</span>
  ) : (
    <Button
      size="dense"
      variant="plain"
      className="transport-clock tabular"
      iconEnd="close"
      aria-label={`${playhead.toFixed(1)} s; press to show the task as designed`}
      onClick={() => setView({ playhead: undefined, playing: false })}
    >
      {playhead.toFixed(1)} s
    </Button>
  );
}
