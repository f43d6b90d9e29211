import { setCapacity } from '../../../src/edit/changes/task.ts';
import { capacityLabel } from '../../../src/model/capacities.ts';
import { items } from '../../../src/model/list.ts';
import type { Compatibility } from '../../../src/model/taskDefinition.ts';
import { apply } from '../../store/designStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';

/** For which capacities ECS checks the task; what Fargate needs besides comes along. */
export function CapacitiesControl({ path, value, label }: ControlProps) {
  const { task, findings } = useInspected();
  const chosen = items(task.requiresCompatibilities).map(([one]) => one);
  return (
    <fieldset className="inspect-checkboxes">
      <legend className="inspect-label">{label}</legend>
      {(Object.keys(capacityLabel) as Compatibility[]).map((one) => (
        <Checkbox
          key={one}
          label={capacityLabel[one]}
          checked={chosen.includes(one)}
          onChange={(checked) =>
            apply(setCapacity(checked ? [...chosen, one] : chosen.filter((other) => other !== one)))
          }
        />
      ))}
      {value === undefined && <p className="inspect-quiet">Left out: checked as for EC2.</p>}
      <FindingNotes findings={findingsWithin(findings, path)} />
    </fieldset>
  );
}
