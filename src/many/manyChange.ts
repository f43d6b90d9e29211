/** One change for many files: as data, and made in a file's own text. */
import { sidecars } from '../catalogue/index.ts';
import type { Change } from '../edit/change.ts';
import { applyChange, type Design } from '../edit/design.ts';
import { type Edit, isRefusal, type Refusal } from '../model/edit.ts';
import { parseImage } from '../model/image.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { fixAll } from '../rules/fixAll.ts';

export type ManyChange =
  /** A sidecar of the catalogue, wired to the main container; left out where a container of its image is. */
  | { readonly kind: 'sidecar'; readonly id: string }
  /** Of every container, in seconds. */
  | { readonly kind: 'stopTimeout'; readonly seconds: number }
  /** Every fix of one rule. */
  | { readonly kind: 'fix'; readonly rule: string }
  /** `from` without a tag means every tag; `to` without one keeps the tag that was there. */
  | { readonly kind: 'image'; readonly from: string; readonly to: string };

export interface ChangedFile {
  /** The same text where nothing changes. */
  readonly text: string;
  /** Why a task of it was left as it is, one sentence each. */
  readonly refused: readonly string[];
}

/** Makes a change in each of the tasks that a text holds, one after the other. Never throws. */
export function changeFile(text: string, sources: readonly Source[], change: ManyChange): ChangedFile {
  let now = text;
  const refused: string[] = [];
  for (const source of sources) {
    const design: Design = { text: now, source, parts: {} };
    const next = changeDesign(design, change);
    if (isRefusal(next)) refused.push(next.refused);
    else now = next.text;
  }
  return { text: now, refused: [...new Set(refused)] };
}

function changeDesign(design: Design, change: ManyChange): Design | Refusal {
  switch (change.kind) {
    case 'fix':
      return fixAll(design, { pick: ({ rule }) => rule === change.rule })?.after ?? design;
    case 'sidecar':
      return applyChange(design, sidecarChange(change.id));
    case 'stopTimeout':
      return applyChange(design, {
        label: `Set stopTimeout to ${change.seconds}`,
        edits: (task) =>
          setEverywhere(task, 'stopTimeout', ({ stopTimeout }) =>
            stopTimeout === change.seconds ? undefined : change.seconds,
          ),
      });
    case 'image':
      return applyChange(design, {
        label: `Replace ${change.from}`,
        edits: (task) =>
          setEverywhere(task, 'image', ({ image = '' }) => replacedImage(image, change.from, change.to)),
      });
    default:
      return change satisfies never;
  }
}

function sidecarChange(id: string): Change {
  const sidecar = sidecars.find((each) => each.id === id);
  if (sidecar === undefined) return { label: id, edits: () => ({ refused: `There is no sidecar ${id}.` }) };
  const change = sidecar.change();
  if (sidecar.role !== 'logRouter') return change;
  return {
    ...change,
    // A task has one router at most.
    edits: (task, before) =>
      namedContainers(task).some(({ definition }) => definition.firelensConfiguration !== undefined)
        ? { refused: 'It has a FireLens router already.' }
        : change.edits(task, before),
  };
}

function setEverywhere<Member extends 'stopTimeout' | 'image'>(
  task: TaskDefinition,
  member: Member,
  value: (
    definition: ReturnType<typeof namedContainers>[number]['definition'],
  ) => string | number | undefined,
): Edit[] {
  return namedContainers(task).flatMap(({ index, definition }): Edit[] => {
    const next = value(definition);
    return next === undefined
      ? []
      : [{ op: 'set', path: ['containerDefinitions', index, member], value: next }];
  });
}

/** The image in place of another; `undefined` where it is not the one that is meant. */
export function replacedImage(image: string, from: string, to: string): string | undefined {
  const meant = parseImage(from.trim());
  const is = parseImage(image);
  const same = is.repository === meant.repository && is.registry === meant.registry;
  const anyTag = meant.tag === undefined && meant.digest === undefined;
  if (!same || from.trim() === '' || to.trim() === '') return undefined;
  if (!anyTag && (is.tag !== meant.tag || is.digest !== meant.digest)) return undefined;
  const wished = parseImage(to.trim());
  const keeps = wished.tag === undefined && wished.digest === undefined && anyTag && is.digest === undefined;
  const next = keeps && is.tag !== undefined ? `${to.trim()}:${is.tag}` : to.trim();
  return next === image ? undefined : next;
}
