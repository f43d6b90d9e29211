/** What a simulated run says of one wait, in a few words. */
import type { Condition } from '../../../src/model/containerDefinition.ts';
import { type Path, samePath } from '../../../src/model/path.ts';
import type { Run } from '../../../src/simulate/run.ts';

/** "exits 0 at 3.0 s", "healthy at 12.0 s", or that it never comes to that; nothing for a wait that the run does not have. */
export function gateWords(run: Run, entry: Path): string | undefined {
  for (const { gates } of run.containers) {
    const gate = gates.find(({ path, origin }) => origin === 'dependsOn' && samePath(path, entry));
    if (gate === undefined) continue;
    if (gate.releasedAt === undefined) return `${neverWords(gate.condition as Condition)} in this run`;
    const at = `at ${seconds(gate.releasedAt)}`;
    const exitCode = run.containers.find(({ key }) => key === gate.on)?.exitCode;
    switch (gate.condition) {
      case 'HEALTHY':
        return `healthy ${at}`;
      case 'SUCCESS':
        return `exits 0 ${at}`;
      case 'COMPLETE':
        return exitCode === undefined ? `exits ${at}` : `exits ${exitCode} ${at}`;
      case 'START':
      case 'CREATE':
        return `${gate.condition === 'START' ? 'runs' : 'created'} ${at}`;
    }
  }
  return undefined;
}

function neverWords(condition: Condition): string {
  switch (condition) {
    case 'HEALTHY':
      return 'never healthy';
    case 'SUCCESS':
      return 'never exits with 0';
    case 'COMPLETE':
      return 'never exits';
    default:
      return 'never runs';
  }
}

/** Seconds with one decimal and their unit. */
export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
