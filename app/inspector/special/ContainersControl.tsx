import { reorderContainer } from '../../../src/edit/changes/containers.ts';
import { removeField } from '../../../src/edit/changes/fields.ts';
import { shortImage } from '../../../src/model/image.ts';
import { roleLabel } from '../../../src/model/role.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { selectNode } from '../../store/viewStore.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { roleIcon } from '../../ui/roleIcon.ts';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { calledOf } from './subjects.ts';

/** The containers in the order of the text: each leads to its own fields. */
export function ContainersControl({ path, value }: ControlProps) {
  const { reading, findings } = useInspected();
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const { containers } = graphOf(reading);
  return (
    <div className="inspect-list">
      <ul>
        {list.map((_, index) => {
          const container = containers.find((each) => each.index === index);
          if (container === undefined) {
            const odd = oddAt(reading, [...path, index], undefined);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: what cannot be read has no other identity
              <li key={index} className="inspect-list-item">
                <code className="inspect-row-odd">{odd?.raw}</code>
                <IconButton
                  icon="close"
                  size="dense"
                  label={`Remove item ${index + 1}`}
                  onClick={() => apply(removeField([...path, index]))}
                />
              </li>
            );
          }
          const { key, role, definition } = container;
          const name = calledOf(container, 'Container');
          return (
            <li key={key} className="inspect-list-item">
              <button type="button" className="inspect-list-link" onClick={() => selectNode(key)}>
                <Icon name={roleIcon[role]} size={14} />
                <span className="inspect-list-name">{name}</span>
                <span className="inspect-list-more">
                  {roleLabel[role]}, {shortImage(definition.image ?? '') || 'no image'}
                </span>
              </button>
              <IconButton
                icon="chevronUp"
                size="dense"
                label={`Move ${name} up in the list`}
                disabledReason={index === 0 ? 'It is the first' : undefined}
                onClick={() => apply(reorderContainer(key, index - 1))}
              />
              <IconButton
                icon="chevronDown"
                size="dense"
                label={`Move ${name} down in the list`}
                disabledReason={index === list.length - 1 ? 'It is the last' : undefined}
                onClick={() => apply(reorderContainer(key, index + 1))}
              />
            </li>
          );
        })}
      </ul>
      <p className="inspect-quiet">
        {list.length === 0
          ? 'None yet: add one from the left.'
          : list.length > 1 && 'In the order of the text, which is not the start order.'}
      </p>
      <FindingNotes findings={findingsAt(findings, path)} />
    </div>
  );
}
