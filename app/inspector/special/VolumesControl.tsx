import { removeField } from '../../../src/edit/changes/fields.ts';
import { addVolume, removeVolume } from '../../../src/edit/changes/volumes.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { selectNode } from '../../store/viewStore.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { kindOf, volumeKinds } from '../volumeKinds.ts';
import { calledOf } from './subjects.ts';

/** The volumes of the task, those too that are mounted and nowhere declared: each leads to its own fields. */
export function VolumesControl({ path, value, label }: ControlProps) {
  const { reading, findings } = useInspected();
  const { volumes, mounts } = graphOf(reading);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const unread = list.flatMap((each, index) => (each === undefined ? [index] : []));
  return (
    <div className="inspect-list">
      <p className="inspect-label">{label}</p>
      <ul>
        {volumes.map((volume) => {
          const count = mounts.filter((mount) => mount.volume === volume.key).length;
          const name = calledOf(volume, 'Volume');
          return (
            <li key={volume.key} className="inspect-list-item">
              <button type="button" className="inspect-list-link" onClick={() => selectNode(volume.key)}>
                <Icon name="volume" size={14} />
                <span className="inspect-list-name">{name}</span>
                <span className="inspect-list-more">
                  {volume.index < 0 ? 'not declared' : kindOf(volume.volume).label.split(',')[0]},{' '}
                  {count === 1 ? '1 mount' : `${count} mounts`}
                </span>
              </button>
              <IconButton
                icon="close"
                size="dense"
                label={`Remove volume ${name}`}
                onClick={() => apply(removeVolume(volume.key))}
              />
            </li>
          );
        })}
        {unread.map((index) => (
          <li key={`unread-${index}`} className="inspect-list-item">
            <code className="inspect-row-odd">{oddAt(reading, [...path, index], undefined)?.raw}</code>
            <IconButton
              icon="close"
              size="dense"
              label={`Remove item ${index + 1}`}
              onClick={() => apply(removeField([...path, index]))}
            />
          </li>
        ))}
      </ul>
      <FindingNotes findings={findingsAt(findings, path)} />
      <div className="inspect-foot">
        <MenuButton
          label="Add volume"
          icon="plus"
          iconOnly={false}
          variant="plain"
          size="dense"
          groups={[
            {
              id: 'kinds',
              items: volumeKinds.map(({ kind, label: words, icon }) => ({
                id: kind,
                label: words,
                icon,
                onSelect: () => apply(addVolume(kind)),
              })),
            },
          ]}
        />
      </div>
    </div>
  );
}
