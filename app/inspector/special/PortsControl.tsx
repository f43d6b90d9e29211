import { useRef, useState } from 'react';
import { addItem, removeField } from '../../../src/edit/changes/fields.ts';
import type { PortMapping } from '../../../src/model/containerDefinition.ts';
import type { Fields } from '../../../src/model/fields/field.ts';
import { items } from '../../../src/model/list.ts';
import { type Path, pathKey } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Cell } from '../controls/Cell.tsx';
import type { ControlProps, RenderField } from '../controls/control.ts';
import { useNewRow } from '../controls/useNewRow.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, oddAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';

/** What a row shows at once; the others are folded below it until one of them is set. */
const IN_ROW = ['containerPort', 'protocol', 'name'] as const;

/** The ports of a container as rows. */
export function PortsControl({ path, field, value, label, render }: ControlProps) {
  const { findings, task } = useInspected();
  const list = useRef<HTMLUListElement>(null);
  const mappings = Array.isArray(value) ? (value as readonly (PortMapping | undefined)[]) : [];
  const expectNew = useNewRow(list, mappings.length);
  if (field.kind !== 'list' || field.item.kind !== 'structure') return null;
  const { fields } = field.item;
  const { text } = receptionOf(task, path);
  const criticised = findingsWithin(findings, path).length > 0;
  const free = () => {
    const taken = items(task.containerDefinitions).flatMap(([{ portMappings }]) =>
      items(portMappings).map(([{ containerPort }]) => containerPort),
    );
    let port = 8080;
    while (taken.includes(port)) port += 1;
    return port;
  };
  return (
    <fieldset
      className="inspect-rows"
      style={{ '--columns': '72px 72px minmax(0, 1fr) 24px' } as React.CSSProperties}
    >
      <legend className="inspect-label">{label}</legend>
      {mappings.length > 0 && (
        <div className="inspect-row inspect-row-head" aria-hidden="true">
          <span>Port</span>
          <span>Protocol</span>
          <span>Name</span>
        </div>
      )}
      <ul ref={list}>
        {mappings.map((mapping, index) => (
          <Port
            // biome-ignore lint/suspicious/noArrayIndexKey: a mapping has no other identity than its place
            key={index}
            path={[...path, index]}
            mapping={mapping}
            fields={fields}
            number={index + 1}
            render={render}
          />
        ))}
      </ul>
      <FindingNotes findings={findingsAt(findings, path)} />
      <div className="inspect-foot">
        <Button
          variant="plain"
          size="dense"
          icon="plus"
          onClick={() => {
            expectNew();
            apply(addItem(path, { containerPort: free() }, { label: 'Add a port' }));
          }}
        >
          Add port
        </Button>
        {text !== '' && !criticised && <span className="inspect-quiet">{text}</span>}
      </div>
    </fieldset>
  );
}

interface PortProps {
  readonly path: Path;
  readonly mapping: PortMapping | undefined;
  readonly fields: Fields;
  readonly number: number;
  readonly render: RenderField;
}

function Port({ path, mapping, fields, number, render }: PortProps) {
  const { reading, findings, needle } = useInspected();
  const folded = Object.entries(fields).filter(([name]) => !IN_ROW.some((shown) => shown === name));
  const isSet = folded.some(([name]) => reading.places.value([...path, name]) !== undefined);
  const [wish, setWish] = useState<boolean | undefined>(undefined);
  const open = wish ?? (isSet || needle !== '');
  const odd = oddAt(reading, path, mapping);
  return (
    <li data-path={pathKey(path)}>
      <div className="inspect-row">
        {odd !== undefined ? (
          <code className="inspect-row-odd" title={odd.why}>
            {odd.raw}
          </code>
        ) : (
          <>
            {IN_ROW.map((name) => {
              const field = fields[name];
              return (
                field !== undefined && (
                  <Cell
                    key={name}
                    path={[...path, name]}
                    field={field}
                    label={`${field.label} of mapping ${number}`}
                  />
                )
              );
            })}
            <IconButton
              icon={open ? 'chevronUp' : 'chevronDown'}
              size="dense"
              label={`More of port ${mapping?.containerPort ?? number}`}
              aria-expanded={open}
              onClick={() => setWish(!open)}
            />
          </>
        )}
        <IconButton
          icon="close"
          size="dense"
          label={`Remove port ${mapping?.containerPort ?? number}`}
          onClick={() => apply(removeField(path, { label: 'Remove a port' }))}
        />
      </div>
      {open && odd === undefined && (
        <div className="inspect-indent">
          {folded.map(([name, member]) => (
            <div key={name}>{render([...path, name], member)}</div>
          ))}
        </div>
      )}
      <FindingNotes
        findings={findings.filter(
          (finding) =>
            findingsAt([finding], path).length > 0 ||
            IN_ROW.some((name) => findingsAt([finding], [...path, name]).length > 0),
        )}
      />
    </li>
  );
}
