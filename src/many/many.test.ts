import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { payments } from '../catalogue/examples/payments.ts';
import { detect } from '../lens/index.ts';
import { MOST_FILES, packed, unpacked } from './archive.ts';
import { fileSummary } from './fileSummary.ts';
import { changeFile, replacedImage } from './manyChange.ts';
import { mayHoldTask } from './mayHoldTask.ts';

const task = (part: object) => JSON.stringify({ family: 'web', containerDefinitions: [part] }, null, 2);
const web = task({ name: 'web', image: 'acme/web:1', memory: 128 });
const change = (text: string, what: Parameters<typeof changeFile>[2]) =>
  changeFile(text, [detect(text)], what);

describe('what a file holds', () => {
  it('is summed up in one line a task', () => {
    const { tasks } = fileSummary(payments.text, 'a/receipts.json');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      name: 'receipts',
      containers: 4,
      errors: 0,
      runningAt: 14,
      place: { lens: 'json', root: [] },
    });
    expect(tasks[0]?.worst).toEqual({ outcome: 'neverRuns', container: expect.any(String) });
    expect(tasks[0]?.images).toHaveLength(4);
  });

  it('or why there is none', () => {
    expect(fileSummary('{"a": 1}', 'a.json')).toEqual({ tasks: [], problem: expect.any(String) });
    expect(fileSummary('{"a": ', 'a.json').tasks).toEqual([]);
  });

  it('is only to be looked at where a change cannot go back into it, and says why', () => {
    for (const [name, text] of [
      ['compose.yaml', 'services:\n  web:\n    image: acme/web:1\n'],
      ['main.tf', 'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([])\n}\n'],
      ['web.json', web.slice(0, -20)],
    ] as const) {
      const [task] = fileSummary(text, name).tasks;
      expect(task?.place).toBeUndefined();
      expect(task?.fixed).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is changed where it stands, also in what describe-task-definition prints and in a Dockerrun file', () => {
    const described = `{
  "taskDefinition": {
    "family": "web",
    "revision": 7,
    "containerDefinitions": [{ "name": "web", "image": "acme/web:1", "memory": 128, "stopTimeout": null }]
  },
  "tags": []
}
`;
    const dockerrun = '{"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "a", "image": "b"}]}';
    for (const [text, before, after] of [
      [described, '"stopTimeout": null', '"stopTimeout": 90'],
      [dockerrun, '"image": "b"', '"image": "b", "stopTimeout": 90'],
    ] as const) {
      const places = fileSummary(text, 'a.json').tasks.flatMap(({ place }) => place ?? []);
      expect(changeFile(text, places, { kind: 'stopTimeout', seconds: 90 })).toEqual({
        text: text.replace(before, after),
        refused: [],
      });
    }
  });
});

describe('one change for many', () => {
  it('sets a stop timeout, and nothing else in the text', () => {
    const { text } = change(web, { kind: 'stopTimeout', seconds: 120 });
    expect(text).toBe(web.replace('"memory": 128', '"memory": 128,\n      "stopTimeout": 120'));
    expect(change(text, { kind: 'stopTimeout', seconds: 120 }).text).toBe(text);
  });

  it('adds the FireLens router once', () => {
    const once = change(web, { kind: 'sidecar', id: 'firelens-router' });
    expect(once.refused).toEqual([]);
    expect(once.text).toContain('"firelensConfiguration"');
    expect(change(once.text, { kind: 'sidecar', id: 'firelens-router' })).toEqual({
      text: once.text,
      refused: ['It has a FireLens router already.'],
    });
  });

  it('makes the fixes of one rule', () => {
    const wrong = task({
      name: 'web',
      essential: false,
      image: 'acme/web:1',
      memory: 128,
      dependsOn: [{ containerName: 'web', condition: 'START' }],
    });
    const [found] = fileSummary(wrong, 'a.json').tasks;
    expect(found?.fixes).toEqual({ 'dep-cycle': 1, 'essential-none': 1 });
    expect(found).toMatchObject({ errors: 2, warnings: 1 });
    const { text } = change(wrong, { kind: 'fix', rule: 'dep-cycle' });
    expect(text).not.toBe(wrong);
    expect(fileSummary(text, 'a.json').tasks[0]?.fixes).toEqual({ 'essential-none': 1 });
  });

  it('replaces an image, of one tag or of all', () => {
    expect(replacedImage('acme/web:1', 'acme/web', 'acme/site')).toBe('acme/site:1');
    expect(replacedImage('acme/web:1', 'acme/web', 'acme/web:2')).toBe('acme/web:2');
    expect(replacedImage('acme/web:1', 'acme/web:2', 'acme/web:3')).toBeUndefined();
    expect(replacedImage('acme/web2:1', 'acme/web', 'x')).toBeUndefined();
    expect(replacedImage('acme/web:1', '', 'x')).toBeUndefined();
    expect(replacedImage('ghcr.io/acme/web:1', 'acme/web', 'x')).toBeUndefined();
    const [one = '', other = ''] = ['a', 'b'].map((digit) => `acme/web@sha256:${digit.repeat(64)}`);
    expect(replacedImage(one, one, 'acme/web:2')).toBe('acme/web:2');
    expect(replacedImage(one, other, 'acme/web:2')).toBeUndefined();
    expect(change(web, { kind: 'image', from: 'acme/web:1', to: 'acme/web:2' }).text).toBe(
      web.replace('web:1', 'web:2'),
    );
  });

  it('says where it would write over a placeholder', () => {
    const template = task({ name: 'web', image: 'acme/web:1', stopTimeout: '${STOP}' });
    const { text, refused } = change(template, { kind: 'stopTimeout', seconds: 9 });
    expect(text).toBe(template);
    expect(refused[0]).toMatch(/placeholder/);
  });
});

describe('an archive', () => {
  it('gives and takes files under their paths', () => {
    const zip = packed([{ path: 'a/ü.json', text: web }]);
    expect(unpacked(zip).files.map(({ path, bytes }) => [path, strFromU8(bytes)])).toEqual([
      ['a/ü.json', web],
    ]);
    vi.useFakeTimers({ now: Date.now() + 3_600_000 });
    const later = packed([{ path: 'a/ü.json', text: web }]);
    vi.useRealTimers();
    expect(later).toEqual(zip);
  });

  it('leaves out what holds no task or is beyond bounds, and never throws', () => {
    const zip = zipSync({
      'a.json': strToU8('{}'),
      'a.png': strToU8('x'),
      'node_modules/b.json': strToU8('{}'),
      'long.json': new Uint8Array(5_000_000),
    });
    expect(unpacked(zip)).toMatchObject({ files: [{ path: 'a.json' }], left: 1 });
    const many = Array.from(
      { length: MOST_FILES + 1 },
      (_, index) => [`${index}.json`, strToU8('{}')] as const,
    );
    const { files, left } = unpacked(zipSync(Object.fromEntries(many), { level: 0 }));
    expect([files.length, left]).toEqual([MOST_FILES, 1]);
    expect(unpacked(new Uint8Array([1, 2, 3])).problem).toMatch(/no zip/);
    expect(mayHoldTask('.git/x.json')).toBe(false);
    for (const path of ['infra/task-def.json.tmpl', 'register.sh', 'main.tf', 'stack.yaml'])
      expect(mayHoldTask(path), path).toBe(true);
    for (const path of ['app.ts', 'node_modules/a/b.json', 'a.json/'])
      expect(mayHoldTask(path), path).toBe(false);
  });
});
