import type { ReactNode } from 'react';
import type { Path } from '../../../src/model/path.ts';
import { wordsOf } from '../FindingNotes.tsx';
import { findingsWithin, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';

/** What stands below a control of one line. */
export interface Notes {
  readonly error?: ReactNode;
  readonly warning?: ReactNode;
  readonly hint?: ReactNode;
}

/** Findings of a field, and whether the capacity takes it. */
export function useNotes(path: Path, isSet: boolean): Notes {
  const { task, findings } = useInspected();
  const own = findingsWithin(findings, path);
  const { text } = receptionOf(task, path);
  const error = wordsOf(own, (severity) => severity === 'error');
  const doubts = wordsOf(own, (severity) => severity !== 'error');
  const said = own.length > 0 && isSet;
  return {
    ...(error === undefined ? {} : { error }),
    ...(doubts === undefined && (text === '' || !isSet || said) ? {} : { warning: doubts ?? text }),
    ...(text === '' || isSet ? {} : { hint: text }),
  };
}
