import { wouldCycle } from '../../src/model/cycles.ts';
import { parseNodeKey } from '../../src/model/nodeKey.ts';
import { graphOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { Menu } from '../ui/Menu.tsx';
import { roleIcon } from '../ui/roleIcon.ts';

export interface DependsOnMenuProps {
  readonly waits: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly onPick: (waits: string, waitedFor: string) => void;
}

/** Whom a container shall wait for: drawing an edge by keyboard. */
export function DependsOnMenu({ waits, at, onClose, onPick }: DependsOnMenuProps) {
  const shown = useDesign((state) => state.shown);
  const others = graphOf(shown).containers.filter(({ key }) => key !== waits);
  return (
    <Menu
      open
      label={`${parseNodeKey(waits).name} depends on`}
      anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
      onClose={onClose}
      groups={[
        {
          id: 'containers',
          heading: others.length === 0 ? 'There is no other container' : 'Wait for',
          items: others.map(({ key, name, role }) => {
            const loop = wouldCycle(shown.task, key, waits);
            return {
              id: key,
              label: name || 'without a name',
              icon: roleIcon[role],
              ...(loop === undefined
                ? {}
                : {
                    disabledReason: `A circle: ${[...loop, loop[0] ?? '']
                      .map((each) => parseNodeKey(each).name)
                      .join(' waits for ')}`,
                  }),
              onSelect: () => requestAnimationFrame(() => onPick(waits, key)),
            };
          }),
        },
      ]}
    />
  );
}
