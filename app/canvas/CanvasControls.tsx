import { memo } from 'react';
import { useReactFlow, useStore } from 'reactflow';
import { runCommand } from '../commands/commands.ts';
import { shownShortcut } from '../commands/keys.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

const LEVELS = [0.5, 0.75, 1, 1.5] as const;

/** Tidy, fit and zoom, in the corner of the canvas. */
export const CanvasControls = memo(function CanvasControls() {
  const flow = useReactFlow();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="canvas-controls">
      <IconButton
        icon="tidy"
        variant="secondary"
        label="Tidy: place all cards by start order"
        shortcut={shownShortcut('T')}
        onClick={() => runCommand('tidy')}
      />
      <IconButton
        icon="fit"
        variant="secondary"
        label="Fit the task into view"
        shortcut={shownShortcut('F')}
        onClick={() => runCommand('fit')}
      />
      <MenuButton
        label={`${percent} %`}
        side="top"
        align="end"
        groups={[
          {
            id: 'zoom',
            items: [
              { id: 'in', label: 'Zoom in', shortcut: '+', onSelect: () => runCommand('zoom-in') },
              { id: 'out', label: 'Zoom out', shortcut: '−', onSelect: () => runCommand('zoom-out') },
              ...LEVELS.map((level) => ({
                id: String(level),
                label: `${level * 100} %`,
                onSelect: () => void flow.zoomTo(level),
              })),
            ],
          },
        ]}
      />
    </div>
  );
});
