import { whatIfs } from '../../../src/simulate/whatIf.ts';
import { designStore } from '../../store/designStore.ts';
import { currentScenario, useRun } from '../../store/useRun.ts';
import { useView } from '../../store/viewStore.ts';
import { asPlanned, differsFromPlan, letBehave, stopTaskAt } from '../../store/whatIf.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';

/** What can go otherwise with one container, at the second of the playhead; without one soon after it has started. */
export function LaneMenu({ container: key }: { readonly container: string }) {
  const run = useRun();
  const playhead = useView((view) => view.playhead);
  const container = run.containers.find((each) => each.key === key);
  if (container === undefined) return null;
  const at = Math.round((playhead ?? later(container.startedAt, container.stoppedAt)) * 10) / 10;
  const list = whatIfs(designStore.getState().shown.task, currentScenario(), run, container, at);
  return (
    <MenuButton
      icon="more"
      size="dense"
      label={`What if ${key} …`}
      groups={[
        {
          id: 'faults',
          heading: `What if ${key} …`,
          items: list.map(({ id, title, behaviour, refused }) => ({
            id,
            label: title,
            disabledReason: refused,
            onSelect: () => behaviour && letBehave(key, behaviour, title),
          })),
        },
        {
          id: 'task',
          items: [
            {
              id: 'stop',
              label: `Stop the task at ${at.toFixed(1)} s`,
              onSelect: () => stopTaskAt(at),
            },
            ...(differsFromPlan(key)
              ? [{ id: 'planned', label: 'As planned again', onSelect: () => asPlanned(key) }]
              : []),
          ],
        },
      ]}
    />
  );
}

/** Two seconds after the start, or half-way for a container that is gone by then. */
function later(startedAt = 0, stoppedAt = Number.POSITIVE_INFINITY): number {
  return Math.min(startedAt + 2, (startedAt + stoppedAt) / 2);
}
