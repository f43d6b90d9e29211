/**
 * There and back through real changes gives the same bytes. ROUND_TRIP names a folder of JSON files to run it on; without
 * it the texts are the project's own. Files that cannot be read as a whole are listed as skipped.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cannotEdit, decodeText } from '../lens/index.ts';
import { type Edit, isRefusal } from '../model/edit.ts';
import { graph } from '../model/graph.ts';
import { items } from '../model/list.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Change } from './change.ts';
import { containerNames, unusedName } from './changes/address.ts';
import { conditionProblem } from './changes/conditions.ts';
import {
  addContainer,
  duplicateContainer,
  removeContainer,
  renameContainer,
  reorderContainer,
} from './changes/containers.ts';
import { changeCondition, connect, disconnect } from './changes/dependencies.ts';
import { removeField, setEssential, setField, toggleEssential } from './changes/fields.ts';
import { routeLogs } from './changes/logs.ts';
import { mount, setContainerPath, setReadOnly, unmount } from './changes/mounts.ts';
import { addVolume, removeVolume, renameVolume } from './changes/volumes.ts';
import { applyChange, type Design, newDesign, readingOf } from './design.ts';
import { texts } from './testing/texts.ts';

interface Trip {
  readonly name: string;
  readonly there: Change;
  readonly back: Change;
}

const folder = process.env.ROUND_TRIP;
const files: readonly (readonly [name: string, text: string])[] =
  folder === undefined
    ? Object.entries(texts)
    : readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => [name, decodeText(readFileSync(join(folder, name))).text]);

describe.each(files)('%s', (_name, text) => {
  const design = newDesign(text);
  const { whole } = readingOf(design);

  if (folder === undefined) {
    test('is whole', () => {
      expect(whole).toBe(true);
    });
  }

  test.skipIf(!whole)('comes back to the byte from every change', () => {
    const failures: string[] = [];
    for (const { name, there, back } of tripsOf(design)) {
      const gone = applyChange(design, there);
      if (isRefusal(gone)) {
        // What a template decides is changed in its text, and says so.
        if (/directive or placeholder of the template/.test(gone.refused)) continue;
        failures.push(`${name}: refused: ${gone.refused}`);
        continue;
      }
      const fault = faultOf(design, there, gone);
      if (fault !== undefined) failures.push(`${name}: ${fault}`);
      const home = applyChange(gone, back);
      if (isRefusal(home)) failures.push(`${name}: the way back was refused: ${home.refused}`);
      else if (home.text !== text) failures.push(`${name}: ${difference(text, home.text)}`);
    }
    expect(failures).toEqual([]);
  });
});

function tripsOf(design: Design): Trip[] {
  const reading = readingOf(design);
  const { task, places, unreadable, opaque } = reading;
  // A file that holds only containers has no place for volumes, one that holds one container none for another.
  const hasPlaceFor = (path: Path) => cannotEdit(reading, path) === undefined;
  const more = hasPlaceFor(['containerDefinitions', containersIn(task)]);
  const { containers, volumes, mounts, dependencies } = graph(task);
  const untouched = (path: Path) => {
    const key = `/${path.join('/')}`;
    return !unreadable.has(key) && !opaque.has(key);
  };
  const trips: Trip[] = [];
  const trip = (name: string, there: Change, back: Change) => trips.push({ name, there, back });

  if (more)
    trip(
      'add a container',
      addContainer({ name: 'zz-new', image: 'x' }),
      removeContainer('container:zz-new'),
    );
  if (hasPlaceFor(['volumes', 0]))
    trip('add a volume', addVolume('efs', 'zz-new'), removeVolume('volume:zz-new'));

  for (const { key, name, index, definition } of containers) {
    const at: Path = ['containerDefinitions', index];
    const alone = containers.filter((other) => other.name === name).length === 1;
    if (untouched([...at, 'essential'])) {
      trip(`toggle essential of ${key}`, toggleEssential(key), toggleEssential(key));
      const essential = definition.essential !== false;
      trip(`set essential of ${key}`, setEssential(key, !essential), setEssential(key, essential));
    }
    if (alone && isPlain(design, [...at, 'name'], name)) {
      trip(`rename ${key}`, renameContainer(key, 'zz-new'), renameContainer('container:zz-new', name));
      const copy = unusedName(name, containerNames(task));
      if (more) trip(`duplicate ${key}`, duplicateContainer(key), removeContainer(`container:${copy}`));
    }
    const last = containers.length - 1;
    if (alone && index !== last)
      trip(`move ${key}`, reorderContainer(key, last), reorderContainer(key, index));
    if (definition.image !== undefined && isPlain(design, [...at, 'image'], definition.image)) {
      const path = [...at, 'image'];
      trip(
        `set the image of ${key}`,
        setField(path, 'zz', { replaces: true }),
        setField(path, definition.image),
      );
    }
    if (places.value([...at, 'startTimeout']) === undefined) {
      const path = [...at, 'startTimeout'];
      trip(`set startTimeout of ${key}`, setField(path, 33), removeField(path));
    }
    if (places.value([...at, 'linuxParameters']) === undefined) {
      const path = [...at, 'linuxParameters'];
      trip(
        `set below linuxParameters of ${key}`,
        setField([...path, 'initProcessEnabled'], true),
        removeField(path),
      );
    }
    if (definition.logConfiguration === undefined && untouched([...at, 'logConfiguration'])) {
      trip(`route the logs of ${key}`, routeLogs(key, 'awslogs'), routeLogs(key, undefined));
    }
    if (untouched([...at, 'mountPoints'])) {
      for (const volume of volumes.filter((one) => one.name !== '')) {
        const occurrence =
          items(definition.mountPoints).filter(([one]) => one.sourceVolume === volume.name).length + 1;
        trip(
          `mount ${volume.key} in ${key}`,
          mount(key, volume.key, { readOnly: true }),
          unmount(key, volume.key, occurrence),
        );
      }
    }
    for (const other of containers.slice(0, 12)) {
      const joined = dependencies.some((edge) => edge.from === other.key && edge.to === key && !edge.addedBy);
      if (joined || !untouched([...at, 'dependsOn'])) continue;
      if (conditionProblem(task, key, other.key, 'START') !== undefined) continue;
      trip(`connect ${other.key} to ${key}`, connect(key, other.key, 'START'), disconnect(key, other.key));
    }
  }
  for (const { from, to, condition, addedBy } of dependencies) {
    if (addedBy !== undefined || condition === 'CREATE' || condition === 'START') continue;
    if (conditionProblem(task, to, from, condition)?.remedy !== undefined) continue;
    if (dependencies.filter((edge) => edge.from === from && edge.to === to && !edge.addedBy).length > 1)
      continue;
    if (conditionProblem(task, to, from, condition) !== undefined) continue;
    trip(
      `change the condition of ${from} to ${to}`,
      changeCondition(to, from, 'START'),
      changeCondition(to, from, condition),
    );
  }
  for (const { key, name, index } of volumes) {
    if (index < 0 || volumes.filter((one) => one.name === name).length > 1) continue;
    if (!isPlain(design, ['volumes', index, 'name'], name)) continue;
    trip(`rename ${key}`, renameVolume(key, 'zz-new'), renameVolume('volume:zz-new', name));
  }
  for (const { container, volume, containerPath, readOnly, path } of mounts) {
    if (mounts.filter((one) => one.container === container && one.volume === volume).length > 1) continue;
    if (untouched([...path, 'readOnly'])) {
      trip(
        `make ${volume} in ${container} ${readOnly ? 'writable' : 'read-only'}`,
        setReadOnly(container, volume, !readOnly),
        setReadOnly(container, volume, readOnly),
      );
    }
    if (isPlain(design, [...path, 'containerPath'], containerPath)) {
      trip(
        `move ${volume} in ${container}`,
        setContainerPath(container, volume, '/zz'),
        setContainerPath(container, volume, containerPath),
      );
    }
  }
  return trips;
}

/** Whether a text value is written without escapes that there is more than one way of writing. */
function isPlain(design: Design, path: Path, value: string): boolean {
  const { places, text } = readingOf(design);
  const place = places.value(path);
  return place !== undefined && value !== '' && text.slice(place.start, place.end) === JSON.stringify(value);
}

function containersIn({ containerDefinitions }: TaskDefinition): number {
  return containerDefinitions?.length ?? 0;
}

/** What is wrong with the text after a change: it must differ inside the changed members only, but for one comma. */
function faultOf(before: Design, change: Change, after: Design): string | undefined {
  const reading = readingOf(before);
  if (!readingOf(after).whole) return 'the changed text is not whole';
  const edits = change.edits(reading.task, { reading, parts: before.parts });
  if (isRefusal(edits)) return 'refused';
  const [old, now] = [before.text, after.text];

  // Where every edit replaces a value, the new text can be foretold to the byte.
  const replaced = edits.map((edit) => (edit.op === 'set' ? reading.places.value(edit.path) : undefined));
  if (edits.every((edit, place) => edit.op === 'set' && replaced[place] !== undefined && isScalar(edit))) {
    const inOrder = edits
      .map((edit, place) => ({ edit, place: replaced[place] ?? { start: 0, end: 0 } }))
      .sort((a, b) => b.place.start - a.place.start);
    let foretold = old;
    for (const { edit, place } of inOrder) {
      const value = edit.op === 'set' ? JSON.stringify(edit.value) : '';
      foretold = foretold.slice(0, place.start) + value + foretold.slice(place.end);
    }
    return foretold === now ? undefined : `not the foretold text: ${difference(foretold, now)}`;
  }

  const [only, ...more] = edits;
  if (only === undefined || more.length > 0) return undefined;
  const removed = only.op === 'remove';
  const [longer, shorter] = removed ? [old, now] : [now, old];
  let head = 0;
  while (head < shorter.length && longer[head] === shorter[head]) head += 1;
  let tail = 0;
  while (
    tail < shorter.length - head &&
    longer[longer.length - 1 - tail] === shorter[shorter.length - 1 - tail]
  )
    tail += 1;
  const left = shorter.slice(head, shorter.length - tail);
  const replacesValue = only.op === 'set' && replaced[0] !== undefined;
  // An empty list or object may have had blanks in it; nothing else of the text may be gone.
  return left.trim() === '' || replacesValue || only.op === 'move'
    ? undefined
    : `also changed: ${JSON.stringify(left)}`;
}

function isScalar(edit: Edit): boolean {
  return edit.op === 'set' && (typeof edit.value !== 'object' || edit.value === null);
}

function difference(expected: string, got: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const from = Math.max(0, at - 30);
  return `expected ${JSON.stringify(expected.slice(from, at + 60))}, got ${JSON.stringify(got.slice(from, at + 60))}`;
}
