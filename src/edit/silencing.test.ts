import { describe, expect, it } from 'vitest';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { silence, unsilence } from './changes/canvas.ts';
import { applyChange, type Design, newDesign, readingOf, withText } from './design.ts';
import { getPart } from './parts/part.ts';
import { silenced } from './parts/silenced.ts';
import { fieldOf, silenceOf, silencing } from './silencing.ts';

const task: TaskDefinition = {
  family: 'web',
  containerDefinitions: [
    { name: 'db', image: 'postgres:16' },
    {
      name: 'app',
      image: 'web:1',
      environment: [
        { name: 'MODE', value: 'live' },
        { name: 'TOKEN/ID', value: 'abc' },
      ],
      dependsOn: [{ containerName: 'db', condition: 'START' }],
    },
  ],
};
const app = (...path: (string | number)[]) => ({
  rule: 'r',
  node: 'container:app',
  path: ['containerDefinitions', 1, ...path],
});

function design(of: TaskDefinition): Design {
  return newDesign(JSON.stringify(of, null, 2));
}

function applied(before: Design, change: Parameters<typeof applyChange>[1]): Design {
  const after = applyChange(before, change);
  if ('refused' in after) throw new Error(after.refused);
  return after;
}

describe('silencing a finding', () => {
  it('knows its place by names, never by indexes', () => {
    expect(fieldOf(app('image'), task)).toBe('image');
    expect(fieldOf(app('environment', 0, 'value'), task)).toBe('environment/MODE/value');
    expect(fieldOf(app('environment', 1, 'value'), task)).toBe('environment/TOKEN~1ID/value');
    expect(fieldOf(app('dependsOn', 0), task)).toBe('dependsOn/db');
    expect(fieldOf(app(), task)).toBeUndefined();
    expect(fieldOf({ rule: 'r', path: ['containerDefinitions', 1] }, task)).toBe('containerDefinitions/app');
    expect(fieldOf(app('environment', 9), task)).toBe('environment/*');
  });

  it('silences that one finding and no other', () => {
    const findings = [
      app('environment', 0, 'value'),
      app('environment', 1, 'value'),
      { rule: 'r', path: ['family'] },
    ];
    const { heard, silenced: quiet } = silencing(
      findings,
      [silenceOf(app('environment', 1, 'value'), task, ' known ')],
      task,
    );
    expect(heard).toEqual([findings[0], findings[2]]);
    expect(quiet).toEqual([
      {
        finding: findings[1],
        silence: { rule: 'r', node: 'container:app', field: 'environment/TOKEN~1ID/value', reason: 'known' },
      },
    ]);
  });

  it('survives a new order of the containers, and renames of the container and of what it refers to', () => {
    const before = applied(design(task), silence(silenceOf(app('dependsOn', 0), task, 'fine')));
    const [db, second] = task.containerDefinitions ?? [];
    const moved = { ...task, containerDefinitions: [second, db] };
    const turned = withText(before, JSON.stringify(moved), readingOf(before).task);
    const found = { rule: 'r', node: 'container:app', path: ['containerDefinitions', 0, 'dependsOn', 0] };
    expect(silencing([found], getPart(turned.parts, silenced), readingOf(turned).task).heard).toEqual([]);

    const renamed = withText(
      before,
      before.text.replaceAll('"db"', '"store/1"').replaceAll('"app"', '"web#app"'),
      readingOf(before).task,
    );
    const after = { ...app('dependsOn', 0), node: 'container:web##app' };
    expect(silencing([after], getPart(renamed.parts, silenced), readingOf(renamed).task).heard).toEqual([]);
  });

  it('is taken back by showing it again', () => {
    const one = silenceOf(app('image'), task, 'pinned elsewhere');
    const silent = applied(design(task), silence(one));
    expect(getPart(silent.parts, silenced)).toEqual([one]);
    expect(applied(silent, unsilence(one)).parts).toEqual({});
  });
});
