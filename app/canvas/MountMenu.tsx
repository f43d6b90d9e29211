import { unusedName, volumeNames } from '../../src/edit/changes/address.ts';
import { mount } from '../../src/edit/changes/mounts.ts';
import { addVolume } from '../../src/edit/changes/volumes.ts';
import { nodeKeys, parseNodeKey } from '../../src/model/nodeKey.ts';
import { graphOf } from '../store/derived.ts';
import { apply, applyAll, useDesign } from '../store/designStore.ts';
import { Menu } from '../ui/Menu.tsx';

export interface MountMenuProps {
  readonly container: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** Which volume a container shall see: dropping one on its card by keyboard. */
export function MountMenu({ container, at, onClose }: MountMenuProps) {
  const shown = useDesign((state) => state.shown);
  const { volumes } = graphOf(shown);
  return (
    <Menu
      open
      label={`Mount in ${parseNodeKey(container).name || 'a container without a name'}`}
      anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
      onClose={onClose}
      groups={[
        {
          id: 'volumes',
          items: volumes.map(({ key, name }) => ({
            id: key,
            label: name || 'without a name',
            icon: 'volume',
            disabledReason: name === '' ? 'Name it first' : undefined,
            onSelect: () => apply(mount(container, key)),
          })),
        },
        {
          id: 'new',
          items: [
            {
              id: 'new',
              label: 'A new task volume',
              icon: 'plus',
              onSelect: () => {
                const name = unusedName('shared', volumeNames(shown.task));
                const [key = ''] = nodeKeys('volume', [name]);
                applyAll(`Mount a new volume ${name}`, [addVolume('task'), mount(container, key)]);
              },
            },
          ],
        },
      ]}
    />
  );
}
