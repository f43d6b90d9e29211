import { endedWith } from '../../../src/simulate/whatIf.ts';
import { designStore } from '../../store/designStore.ts';
import { currentRun, currentScenario } from '../../store/useRun.ts';
import { letBehave } from '../../store/whatIf.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { Box } from '../../ui/placement.ts';

const CODES: readonly { readonly code: number; readonly label: string }[] = [
  { code: 0, label: 'Exit 0: all went well' },
  { code: 1, label: 'Exit 1: an error' },
  { code: 2, label: 'Exit 2: wrong usage' },
  { code: 126, label: 'Exit 126: the command cannot be run' },
  { code: 127, label: 'Exit 127: no such command' },
  { code: 137, label: 'Exit 137: killed, as out of memory' },
  { code: 143, label: 'Exit 143: ended by SIGTERM' },
];

export interface ExitMenuProps {
  readonly container: string;
  /** The tag that was pressed. */
  readonly at: Box;
  readonly onClose: () => void;
}

/** The codes with which a container may end instead. */
export function ExitMenu({ container: key, at, onClose }: ExitMenuProps) {
  const container = currentRun().containers.find((each) => each.key === key);
  if (container === undefined) return null;
  const { task } = designStore.getState().shown;
  return (
    <Menu
      open
      label={`Exit code of ${key}`}
      anchor={at}
      onClose={onClose}
      groups={[
        {
          id: 'codes',
          items: CODES.map(({ code, label }) => {
            const behaviour = endedWith(task, currentScenario(), container, code);
            return {
              id: String(code),
              label,
              checked: container.exitCode === code,
              radio: true,
              disabledReason: behaviour === undefined ? 'It does not end by itself in this run' : undefined,
              onSelect: () => behaviour && letBehave(key, behaviour, `exits with ${code}`),
            };
          }),
        },
      ]}
    />
  );
}
