import { type ComponentType, useLayoutEffect, useRef, useState } from 'react';
import { valueAt } from '../../src/edit/changes/writer.ts';
import type { Field } from '../../src/model/fields/field.ts';
import type { Path } from '../../src/model/path.ts';
import { CardsControl } from './controls/CardsControl.tsx';
import { CheckboxesControl } from './controls/CheckboxesControl.tsx';
import { ChoiceControl } from './controls/ChoiceControl.tsx';
import type { ControlProps, FieldLook } from './controls/control.ts';
import { JsonControl } from './controls/JsonControl.tsx';
import { MapControl } from './controls/MapControl.tsx';
import { NumberControl } from './controls/NumberControl.tsx';
import { RowsControl } from './controls/RowsControl.tsx';
import { StructureControl } from './controls/StructureControl.tsx';
import { TextControl } from './controls/TextControl.tsx';
import { TextsControl } from './controls/TextsControl.tsx';
import { TokensControl } from './controls/TokensControl.tsx';
import { FieldShell } from './FieldShell.tsx';
import { oddAt } from './fieldFacts.ts';
import { type ControlId, controlOf } from './fieldGroups.ts';
import { useInspected } from './InspectorContext.ts';
import { OddField } from './OddField.tsx';
import { CapacitiesControl } from './special/CapacitiesControl.tsx';
import { ContainersControl } from './special/ContainersControl.tsx';
import { DependsOnControl } from './special/DependsOnControl.tsx';
import { EnvironmentControl } from './special/EnvironmentControl.tsx';
import { EssentialControl } from './special/EssentialControl.tsx';
import { HealthCheckControl } from './special/HealthCheckControl.tsx';
import { HealthCommandControl } from './special/HealthCommandControl.tsx';
import { LogControl } from './special/LogControl.tsx';
import { MountsControl } from './special/MountsControl.tsx';
import { ContainerNameControl, VolumeNameControl } from './special/NameControl.tsx';
import { PortsControl } from './special/PortsControl.tsx';
import { SecretsControl } from './special/SecretsControl.tsx';
import { TaskCpuControl, TaskMemoryControl } from './special/TaskSizeControl.tsx';
import { VolumesControl } from './special/VolumesControl.tsx';

const controls: Readonly<Record<ControlId, ComponentType<ControlProps>>> = {
  text: TextControl,
  longText: TextControl,
  number: NumberControl,
  boolean: ChoiceControl,
  enum: ChoiceControl,
  checkboxes: CheckboxesControl,
  tokens: TokensControl,
  texts: TextsControl,
  numbers: TextsControl,
  rows: RowsControl,
  cards: CardsControl,
  map: MapControl,
  structure: StructureControl,
  json: JsonControl,
  containerName: ContainerNameControl,
  volumeName: VolumeNameControl,
  essential: EssentialControl,
  dependsOn: DependsOnControl,
  healthCheck: HealthCheckControl,
  healthCommand: HealthCommandControl,
  portMappings: PortsControl,
  environment: EnvironmentControl,
  secrets: SecretsControl,
  mountPoints: MountsControl,
  logConfiguration: LogControl,
  containers: ContainersControl,
  volumes: VolumesControl,
  capacities: CapacitiesControl,
  taskCpu: TaskCpuControl,
  taskMemory: TaskMemoryControl,
};

/** Controls that stand in one line with what explains them. */
const onOneLine: ReadonlySet<ControlId> = new Set([
  'text',
  'longText',
  'number',
  'boolean',
  'enum',
  'containerName',
  'volumeName',
  'essential',
  'taskCpu',
  'taskMemory',
]);

/** Draws a field by the control that its place asks for. */
export function renderField(path: Path, field: Field, look?: FieldLook) {
  return <FieldView path={path} field={field} {...look} />;
}

export interface FieldViewProps extends FieldLook {
  readonly path: Path;
  readonly field: Field;
}

/** One field of the API, whatever its kind; a value that its control cannot show stands there as it is in the text. */
export function FieldView(props: FieldViewProps) {
  const { path, field, layout = 'row', label = field.label, unexplained } = props;
  const { reading, task } = useInspected();
  const [replacing, setReplacing] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const value = valueAt(task, path);
  const odd = oddAt(reading, path, value);
  if (odd === undefined && replacing) setReplacing(false);
  const asked = odd !== undefined && replacing;
  useLayoutEffect(() => {
    if (asked) content.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, [asked]);
  // A list or structure of the wrong kind is mended as text: nothing of it is lost.
  const isMany = odd?.kind === 'unreadable' && /^[[{]/.test(odd.raw);
  const own = controlOf(path, field);
  const Control = asked && isMany ? JsonControl : controls[own];
  return (
    <FieldShell path={path} field={field} helpFirst={!onOneLine.has(own)} unexplained={unexplained}>
      {odd !== undefined && !replacing ? (
        <OddField path={path} label={label} odd={odd} onReplace={() => setReplacing(true)} />
      ) : (
        <div ref={content} className="inspect-control">
          <Control {...{ path, field, value, label, layout }} render={renderField} />
        </div>
      )}
    </FieldShell>
  );
}
