import { memo } from 'react';
import { addEntries, addEntryById } from '../commands/addEntries.ts';
import { runCommand } from '../commands/commands.ts';
import { useDesign } from '../store/designStore.ts';
import { setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

const others = addEntries.filter(({ group, id }) => group === 'Examples' && id !== 'example-blank');

/** What a first visit is told under the picture, until something is done: that it is an example, and how else to begin. */
export const WelcomeLine = memo(function WelcomeLine() {
  const welcome = useView((view) => view.welcome);
  const opened = useDesign((state) => state.opened);
  const touched = useDesign((state) => state.history.past.length > 0);
  if (welcome !== opened || touched) return null;
  return (
    <section className="canvas-welcome" aria-label="How to begin">
      <span>An example, or:</span>
      <Button size="dense" variant="plain" onClick={() => addEntryById('example-blank')?.add({})}>
        Blank task
      </Button>
      <Button size="dense" variant="plain" onClick={() => runCommand('import')}>
        Import
      </Button>
      <MenuButton
        label="Other examples"
        size="dense"
        variant="plain"
        side="top"
        groups={[
          {
            id: 'examples',
            items: others.map(({ id, label, icon, add }) => ({
              id,
              label,
              icon,
              onSelect: () => add({}),
            })),
          },
        ]}
      />
      <IconButton icon="close" size="dense" label="Dismiss" onClick={() => setView({ welcome: undefined })} />
    </section>
  );
});
