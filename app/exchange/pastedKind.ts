import { meaningOf } from '../../src/explain/stoppedReasons.ts';
import { readAny } from '../../src/formats/index.ts';
import { type RealRuns, readRealRuns } from '../../src/simulate/realRun.ts';

export type Pasted =
  | { readonly kind: 'containers' }
  /** What describe-tasks printed, or a stopped reason alone: then without a run. */
  | { readonly kind: 'happened'; readonly found: RealRuns | undefined }
  /** Something to look at before anything is replaced. */
  | { readonly kind: 'other' };

/** Longer than any reason that ECS gives. */
const LONGEST_REASON = 4000;

/** Whether a pasted text is containers to add to the task, the life of a real task, or something else. */
export function pastedKind(text: string): Pasted {
  const found = describedRuns(text);
  if (found !== undefined && found.runs.length > 0) return { kind: 'happened', found };
  const { format, tasks } = readAny(text);
  if (tasks.length === 0 && text.length < LONGEST_REASON && meaningOf(text) !== undefined)
    return { kind: 'happened', found: undefined };
  const joins = tasks.length > 0 && (format === 'container' || format === 'containers');
  return { kind: joins ? 'containers' : 'other' };
}

function describedRuns(text: string): RealRuns | undefined {
  return /^\s*[[{]/.test(text) && /"(lastStatus|taskArn)"/.test(text) ? readRealRuns(text) : undefined;
}
