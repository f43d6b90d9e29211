import { setEssential } from '../../../src/edit/changes/fields.ts';
import type { ContainerNode } from '../../../src/model/graph.ts';
import { type NodeKey, parseNodeKey } from '../../../src/model/nodeKey.ts';
import { roleLabel } from '../../../src/model/role.ts';
import { runCommand } from '../../commands/commands.ts';
import { removeSelected } from '../../commands/selectionCommands.ts';
import { applyAll } from '../../store/designStore.ts';
import { selectNode } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { roleIcon } from '../../ui/roleIcon.ts';
import { calledOf } from '../special/subjects.ts';

export interface SeveralViewProps {
  readonly containers: readonly ContainerNode[];
  /** What else is selected. */
  readonly others: readonly NodeKey[];
}

/** Several things at once: what they share, and what can be done with all of them. */
export function SeveralView({ containers, others }: SeveralViewProps) {
  const essential = containers.filter(({ definition }) => definition.essential !== false).length;
  const checked = essential === containers.length ? true : essential === 0 ? false : ('mixed' as const);
  const count = containers.length;
  return (
    <div className="inspect-plain">
      {count > 0 && (
        <Checkbox
          label={checked === 'mixed' ? `Essential (${essential} of ${count})` : 'Essential'}
          checked={checked}
          hint="The task stops as soon as one essential container stops."
          onChange={(on) =>
            applyAll(
              `Make ${count} containers ${on ? 'essential' : 'non-essential'}`,
              containers.map(({ key }) => setEssential(key, on)),
            )
          }
        />
      )}
      <ul className="inspect-list">
        {containers.map((container) => (
          <li key={container.key} className="inspect-list-item">
            <button type="button" className="inspect-list-link" onClick={() => selectNode(container.key)}>
              <Icon name={roleIcon[container.role]} size={14} />
              <span className="inspect-list-name">{calledOf(container, 'Container')}</span>
              <span className="inspect-list-more">{roleLabel[container.role]}</span>
            </button>
          </li>
        ))}
        {others.map((key) => {
          const { kind, name } = parseNodeKey(key);
          return (
            <li key={key} className="inspect-list-item">
              <button type="button" className="inspect-list-link" onClick={() => selectNode(key)}>
                <Icon name={kind === 'volume' ? 'volume' : kind === 'note' ? 'note' : 'logs'} size={14} />
                <span className="inspect-list-name">{name}</span>
                <span className="inspect-list-more">{kind}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="inspect-foot">
        {count > 0 && (
          <Button icon="copy" onClick={() => runCommand('duplicate')}>
            Duplicate
          </Button>
        )}
        {count > 0 && <Button onClick={() => runCommand('copy-selection')}>Copy JSON</Button>}
        <Button variant="danger" icon="trash" onClick={removeSelected}>
          Delete
        </Button>
      </div>
    </div>
  );
}
