import { createContext, useContext } from 'react';
import type { Parts } from '../../src/edit/parts/part.ts';
import type { Field } from '../../src/model/fields/field.ts';
import type { Path } from '../../src/model/path.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import type { Finding } from '../../src/rules/rule.ts';

/** What all fields of the inspector go by. */
export interface Inspected {
  /** The last reading that was whole. */
  readonly reading: Reading;
  readonly task: TaskDefinition;
  readonly parts: Parts;
  readonly findings: readonly Finding[];
  /** What is searched for; empty: everything is shown. */
  readonly needle: string;
  /** Opens the explanation of a field beside the button that asked for it. */
  readonly showHelp: (button: HTMLElement, path: Path, field: Field) => void;
}

export const InspectorContext = createContext<Inspected | undefined>(undefined);

/** What the inspector shows; only for components inside of it. */
export function useInspected(): Inspected {
  const inspected = useContext(InspectorContext);
  if (inspected === undefined) throw new Error('A field outside the inspector');
  return inspected;
}
