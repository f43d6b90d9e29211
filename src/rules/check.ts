/** Everything that is to be said about a reading. */
import { items } from '../model/list.ts';
import type { NodeKey, NodeKind } from '../model/nodeKey.ts';
import { nodeKeys } from '../model/nodeKey.ts';
import type { Path } from '../model/path.ts';
import { isWithin } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import { isKnown } from '../model/reading.ts';
import type { Compatibility, List, TaskDefinition } from '../model/taskDefinition.ts';
import { visibleMarks } from '../model/visibleMarks.ts';
import { rules } from './index.ts';
import type { Finding, Fix, Rule, Severity } from './rule.ts';
import { asMeant } from './terms/capacity.ts';
import { withExec } from './terms/exec.ts';
import { heldPart } from './terms/view.ts';
import { readingRules } from './what-was-read.ts';

export type { Finding } from './rule.ts';

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Finds what is to be said about a reading, as `check` does. */
export type Check = (reading: Reading) => Finding[];

export interface CheckOptions {
  /** What a task without `requiresCompatibilities` is meant to run on; it is then checked as if it said so. */
  readonly meantFor?: readonly Compatibility[];
  /** ECS Exec is wanted: somebody will open a shell in a running container. */
  readonly exec?: boolean;
}

/**
 * What reading found and what every rule has to say, in the order of the text; at one place errors come first. A text
 * that could not be read as a whole is only told what reading found: the rest would be guesses. Never throws.
 */
export function check(reading: Reading, { meantFor = [], exec = false }: CheckOptions = {}): Finding[] {
  const meant = asMeant(reading, meantFor);
  return checkWith(reading.whole ? rules : readingRules, exec ? withExec(meant) : meant);
}

/** The same with other rules. One that throws gives a finding of its own, and the others go on. */
export function checkWith(checked: readonly Rule[], reading: Reading): Finding[] {
  const nodeAt = nodeFinder(reading.task);
  const findings: Finding[] = [];
  for (const rule of checked) {
    try {
      for (const { path, message, fix } of rule.check(reading)) {
        const node = nodeAt(path);
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          path,
          ...(node !== undefined && { node }),
          message: visibleMarks(message),
          ...offered(fix, reading),
        });
      }
    } catch (error) {
      findings.push({ rule: rule.id, severity: 'info', path: [], message: failure(rule, error) });
    }
  }
  return inOrder(findings, reading);
}

/**
 * A fix as a finding has it, with the marks in its label spelled. None where it would write to a place that cannot be
 * written: within a placeholder, or outside what the file holds.
 */
export function offered(fix: Fix | undefined, reading: Reading): { readonly fix?: Fix } {
  const held = heldPart(reading);
  const possible = fix?.edits.every(
    ({ path }) => isWithin(path, held) && isKnown(reading, path.slice(0, -1)),
  );
  return fix && possible ? { fix: { ...fix, label: visibleMarks(fix.label) } } : {};
}

function failure(rule: Rule, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The rule "${rule.title}" failed on this task (${reason}) and has said nothing more; all others were checked.`;
}

/** Sorts by where the finding stands; what is missing stands where the structure around it begins. */
function inOrder(findings: readonly Finding[], reading: Reading): Finding[] {
  return findings
    .map((finding, index) => ({ finding, index, start: startOf(finding.path, reading) }))
    .sort(
      (a, b) =>
        a.start - b.start || weight[a.finding.severity] - weight[b.finding.severity] || a.index - b.index,
    )
    .map(({ finding }) => finding);
}

function startOf(path: Path, { places }: Reading): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.member(path.slice(0, length));
    if (place) return place.start;
  }
  return 0;
}

/** The container or volume that a path belongs to. */
function nodeFinder(task: TaskDefinition): (path: Path) => NodeKey | undefined {
  const containers = keysByIndex('container', task.containerDefinitions);
  const volumes = keysByIndex('volume', task.volumes);
  return ([list, index]) => {
    if (typeof index !== 'number') return undefined;
    if (list === 'containerDefinitions') return containers.get(index);
    return list === 'volumes' ? volumes.get(index) : undefined;
  };
}

function keysByIndex(
  kind: NodeKind,
  list: List<{ readonly name?: string }> | undefined,
): ReadonlyMap<number, NodeKey> {
  const found = items(list);
  const keys = nodeKeys(
    kind,
    found.map(([item]) => item.name),
  );
  return new Map(found.map(([, index], place) => [index, keys[place] ?? '']));
}
