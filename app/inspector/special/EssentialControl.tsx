import { useId } from 'react';
import { toggleEssential } from '../../../src/edit/changes/fields.ts';
import type { ContainerNode } from '../../../src/model/graph.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { useEssentialPeek } from '../../store/essentialPeek.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin, listed } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { calledOf, containerOf } from './subjects.ts';

/** Whether the task stops with the container, and who that would take along. */
export function EssentialControl({ path, value, label }: ControlProps) {
  const { reading, findings } = useInspected();
  const id = useId();
  const container = containerOf(reading, path);
  const { text, onPeek } = useEssentialPeek(container?.key ?? '');
  if (container === undefined) return null;
  const essential = value !== false;
  return (
    <div className="inspect-essential">
      <Toggle
        label={label}
        offLabel={`Not ${label.toLowerCase()}`}
        checked={essential}
        describedBy={id}
        tip={text}
        onPeek={onPeek}
        onChange={() => apply(toggleEssential(container.key))}
      />
      <p id={id} className="inspect-quiet">
        {consequence(container, graphOf(reading).containers, essential)}
      </p>
      <FindingNotes findings={findingsWithin(findings, path)} />
    </div>
  );
}

function consequence(container: ContainerNode, all: readonly ContainerNode[], essential: boolean): string {
  const name = calledOf(container, 'Container');
  const others = all.filter(({ key, role }) => key !== container.key && role !== 'init');
  if (!essential) return `When ${name} exits, the other containers run on.`;
  if (others.length === 0) return `When ${name} stops, the task stops.`;
  const names =
    others.length > 3
      ? `the other ${others.length}`
      : listed(others.map((other) => calledOf(other, 'container')));
  return `When ${name} stops, the task stops: ${names} ${others.length === 1 ? 'follows' : 'follow'}.`;
}
