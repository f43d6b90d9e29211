import { useState } from 'react';
import type { Change } from '../../../src/edit/change.ts';
import { renameContainer } from '../../../src/edit/changes/containers.ts';
import { renameVolume } from '../../../src/edit/changes/volumes.ts';
import { apply } from '../../store/designStore.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { ControlProps } from '../controls/control.ts';
import { useNotes } from '../controls/useNotes.tsx';
import { useInspected } from '../InspectorContext.ts';
import { writeField } from '../writeField.ts';
import { containerOf, volumeOf } from './subjects.ts';

/** The name of a container: all that names it follows. */
export function ContainerNameControl(props: ControlProps) {
  const { reading } = useInspected();
  const container = containerOf(reading, props.path);
  return <Name {...props} rename={(name) => container && renameContainer(container.key, name)} />;
}

/** The name of a volume: its mounts follow. */
export function VolumeNameControl(props: ControlProps) {
  const { reading } = useInspected();
  const volume = volumeOf(reading, props.path);
  return <Name {...props} rename={(name) => volume && renameVolume(volume.key, name)} />;
}

interface NameProps extends ControlProps {
  readonly rename: (name: string) => Change | undefined;
}

/** A name that others refer to, written when the field is left; why it cannot be stands below it. */
function Name({ path, value, label, layout, rename }: NameProps) {
  const notes = useNotes(path, value !== undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  return (
    <TextField
      label={label}
      layout={layout}
      {...notes}
      error={refused ?? notes.error}
      value={typeof value === 'string' ? value : ''}
      onChange={() => setRefused(undefined)}
      onCommit={(name) => {
        const change = rename(name);
        const refusal = change === undefined ? writeField(path, name) : apply(change, { quiet: true });
        setRefused(refusal?.refused);
        return refusal === undefined ? undefined : false;
      }}
    />
  );
}
