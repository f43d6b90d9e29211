import { commandById, runCommand } from '../commands/commands.ts';
import { shownShortcut } from '../commands/keys.ts';
import { useView } from '../store/viewStore.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';

const FOR_NODES = [
  'depends-on',
  'mount',
  'toggle-essential',
  'rename',
  'duplicate',
  'copy-selection',
  'delete',
];

/** What can be done with what lies under the pointer: the same commands as everywhere. */
export function CanvasMenu({ at, onClose }: { at: { x: number; y: number }; onClose: () => void }) {
  const selection = useView((view) => view.selection);
  const ids =
    selection.kind === 'edge'
      ? ['delete']
      : FOR_NODES.filter((id) => commandById(id).disabled?.() === undefined);
  const items = ids.map((id): MenuItem => {
    const { label, keys } = commandById(id);
    return {
      id,
      label,
      danger: id === 'delete',
      shortcut: keys?.[0] === undefined ? undefined : shownShortcut(keys[0]),
      onSelect: () => runCommand(id),
    };
  });
  return (
    <Menu
      open
      label="What can be done here"
      anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
      onClose={onClose}
      groups={[{ id: 'commands', items }]}
    />
  );
}
