/** What can be mounted into a container, as items of a menu: the volumes of the task, or a new one. */
import { unusedName, volumeNames } from '../../src/edit/changes/address.ts';
import { mount } from '../../src/edit/changes/mounts.ts';
import { addVolume } from '../../src/edit/changes/volumes.ts';
import type { VolumeNode } from '../../src/model/graph.ts';
import { type NodeKey, nodeKeys } from '../../src/model/nodeKey.ts';
import type { Reading } from '../../src/model/reading.ts';
import { graphOf } from '../store/derived.ts';
import { apply, applyAll } from '../store/designStore.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

/** `called` says what a volume is called where it has no name. */
export function mountItems(
  reading: Reading,
  container: NodeKey,
  called: (volume: VolumeNode) => string,
): readonly MenuGroup[] {
  return [
    {
      id: 'volumes',
      items: graphOf(reading).volumes.map((volume) => ({
        id: volume.key,
        label: called(volume),
        icon: 'volume',
        disabledReason: volume.name === '' ? 'Name it first' : undefined,
        onSelect: () => apply(mount(container, volume.key)),
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
            const name = unusedName('shared', volumeNames(reading.task));
            const [key = ''] = nodeKeys('volume', [name]);
            applyAll(`Mount a new volume ${name}`, [addVolume('task'), mount(container, key)]);
          },
        },
      ],
    },
  ];
}
