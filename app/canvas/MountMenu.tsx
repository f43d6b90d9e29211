import { parseNodeKey } from '../../src/model/nodeKey.ts';
import { mountItems } from '../commands/mountItems.ts';
import { useDesign } from '../store/designStore.ts';
import { Menu } from '../ui/Menu.tsx';

export interface MountMenuProps {
  readonly container: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** Which volume a container shall see: dropping one on its card by keyboard. */
export function MountMenu({ container, at, onClose }: MountMenuProps) {
  const shown = useDesign((state) => state.shown);
  return (
    <Menu
      open
      label={`Mount in ${parseNodeKey(container).name || 'a container without a name'}`}
      anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
      onClose={onClose}
      groups={mountItems(shown, container, ({ name }) => name || 'without a name')}
    />
  );
}
