import { judgeAll } from '../../../src/expect/judgeExpectation.ts';
import { useDesign } from '../../store/designStore.ts';
import { useRun, useScenario } from '../../store/useRun.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';

/** How many expectations of the scenario fail. */
export function FailingBadge() {
  const task = useDesign((state) => state.shown.task);
  const scenario = useScenario();
  const run = useRun();
  const judged = judgeAll({ task, run, scenario });
  const failing = judged.filter(({ holds }) => !holds).length;
  return (
    <span className={classNames('failing', failing > 0 && 'failing-some')}>
      <Icon name={failing > 0 ? 'close' : 'success'} size={14} />
      {failing > 0
        ? `${failing} of ${judged.length} ${judged.length === 1 ? 'expectation fails' : 'expectations fail'}`
        : `${judged.length} ${judged.length === 1 ? 'expectation holds' : 'expectations hold'}`}
    </span>
  );
}
