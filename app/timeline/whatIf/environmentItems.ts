import { setEnvironment } from '../../../src/edit/changes/scenario.ts';
import type { Environment, Scenario } from '../../../src/simulate/scenario.ts';
import { apply } from '../../store/designStore.ts';
import { chosenScenarioId } from '../../store/whatIf.ts';
import type { MenuItem } from '../../ui/Menu.tsx';

interface Switch {
  readonly id: keyof Environment;
  readonly label: string;
  readonly detail: string;
  /** What is said when it is on; off, nothing is said. */
  readonly on: boolean | string;
}

/** Where a scenario plays; off is what Fargate does as far as it is known, in a service. */
const SWITCHES: readonly Switch[] = [
  {
    id: 'agentPolling',
    label: 'The agent looks every 5 s',
    detail: 'As on EC2: health and startTimeout are noticed late',
    on: true,
  },
  {
    id: 'serviceConnect',
    label: 'Service Connect adds its proxy',
    detail: 'Everybody waits for it to be HEALTHY',
    on: true,
  },
  {
    id: 'pullUpfront',
    label: 'Images are pulled up front',
    detail: 'ECS_PULL_DEPENDENT_CONTAINERS_UPFRONT',
    on: true,
  },
  {
    id: 'strictPull',
    label: 'A failed pull stops the task',
    detail: 'ECS_IMAGE_PULL_BEHAVIOR always or once',
    on: true,
  },
  {
    id: 'healthProbes',
    label: 'Docker before 25',
    detail: 'Checks keep to their interval in a start period',
    on: 'older',
  },
  {
    id: 'healthProbes',
    label: 'The newest Docker',
    detail: 'A check falls on the end of a start period, too',
    on: 'newest',
  },
  {
    id: 'launchedBy',
    label: 'A standalone task',
    detail: 'No service replaces it when it is unhealthy',
    on: 'standalone',
  },
];

/** The switches as items of a menu; each press is one step of undo in the scenario on screen. */
export function environmentItems({ environment }: Scenario): readonly MenuItem[] {
  return SWITCHES.map(({ id, label, detail, on }) => {
    const isOn = environment[id] === on;
    return {
      id: `${id} ${on}`,
      label,
      detail,
      checked: isOn,
      onSelect: () =>
        apply(
          setEnvironment(
            { [id]: isOn ? undefined : on },
            chosenScenarioId(),
            `${label}: ${isOn ? 'off' : 'on'}`,
          ),
        ),
    };
  });
}
