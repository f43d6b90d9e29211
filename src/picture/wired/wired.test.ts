import { describe, expect, it } from 'vitest';
import { examples } from '../../catalogue/index.ts';
import { getPart } from '../../edit/parts/part.ts';
import { scenarios } from '../../edit/parts/scenarios.ts';
import { read } from '../../lens/index.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import { simulate } from '../../simulate/simulate.ts';
import { textWidth } from '../textWidth.ts';
import { wrapped } from '../wrap.ts';
import { wiredColumns } from './columns.ts';
import { wiredUpSvg } from './wiredUpSvg.ts';

function figureOf(id: string) {
  const example = examples.find((one) => one.id === id);
  const { task } = read(example?.text ?? '');
  const run = simulate(task, getPart(example?.parts ?? {}, scenarios)[0] ?? defaultScenario(task));
  return { task, run };
}

describe('the columns of the payments task', () => {
  const { task, run } = figureOf('payments');
  const columns = wiredColumns(task, run);

  it('stand by what they are for', () => {
    expect(columns.map(({ group, name }) => `${group} ${name}`)).toEqual([
      'init secrets-init',
      'proxy envoy',
      'logRouting log-router',
      'app app',
    ]);
    const turned = { ...task, containerDefinitions: task.containerDefinitions?.toReversed() ?? [] };
    const groups = wiredColumns(turned, simulate(turned, defaultScenario(turned))).map(({ group }) => group);
    expect(groups).toEqual(['init', 'proxy', 'logRouting', 'app']);
  });

  it('say what the article says of them, with the times of the run', () => {
    expect(columns[0]?.overTime).toEqual([
      'starts at 1.0 s',
      'exit 0 at 3.0 s',
      'the task goes on without it',
      'opens SUCCESS for app at 3.0 s',
    ]);
    expect(columns[1]?.overTime).toEqual([
      'starts at 2.0 s',
      'HEALTHY at 12.0 s',
      'its exit would stop the task',
      'opens HEALTHY for app at 12.0 s',
    ]);
    expect(columns[2]?.logs).toEqual([
      'awslogs, for its own output',
      'takes awsfirelens as fluentbit',
      'sends on to Datadog',
    ]);
    // What ECS adds by itself is no gate that the task speaks of.
    expect(columns[2]?.overTime).toEqual(['starts at 1.6 s', 'its exit would stop the task']);
    expect(columns[3]).toMatchObject({
      essential: true,
      mounts: ['shared at /shared (ro)'],
      logs: ['awsfirelens'],
      gates: [
        { text: 'secrets-init: SUCCESS', implied: false },
        { text: 'envoy: HEALTHY', implied: false },
        { text: 'log-router: START', implied: true },
      ],
    });
  });
});

it('says who is restarted, whose end stops the task, and who never starts', () => {
  const { task } = read(
    '{"containerDefinitions":[{"name":"loop","essential":false,"restartPolicy":{"enabled":true,"restartAttemptPeriod":60}},{"name":"app"},{"name":"late","essential":false,"dependsOn":[{"containerName":"app","condition":"SUCCESS"}]}]}',
  );
  const behaviours = {
    loop: { exitsByRun: [{ afterSeconds: 70, code: 1 }, null] },
    app: { exits: { afterSeconds: 100, code: 3 } },
  };
  const columns = wiredColumns(task, simulate(task, { ...defaultScenario(task), behaviours }));
  expect(Object.fromEntries(columns.map(({ name, overTime }) => [name, overTime]))).toEqual({
    loop: ['starts at 2.0 s', 'restarted once', 'may exit; the task goes on'],
    app: ['starts at 1.0 s', 'exit 3 at 101.0 s', 'that stops the whole task'],
    late: ['never starts in this run'],
  });
});

describe('the figure', () => {
  it('exists for every example, for no container and for hostile names', () => {
    for (const { id } of examples) {
      const { task, run } = figureOf(id);
      expect(wiredUpSvg(task, run, { theme: 'dark', title: id })).toMatch(/^<svg [\s\S]*<\/svg>$/);
    }
    for (const text of ['{}', '{"containerDefinitions":[{"name":"<script>&\\"","image":"]]>"}]}']) {
      const { task } = read(text);
      const svg = wiredUpSvg(task, simulate(task, defaultScenario(task)), { theme: 'light', title: '<b>' });
      expect(svg).not.toContain('<script>');
      expect(svg).not.toContain('<b>');
    }
  });
});

describe('wrapped text', () => {
  const font = { size: 12 };

  it('fits, keeps its words, and says where it was cut', () => {
    const text = 'the quick brown fox jumps over the lazy dog again and again';
    const lines = wrapped(text, 100, font);
    for (const line of lines) expect(textWidth(line, font)).toBeLessThanOrEqual(100);
    expect(lines.join(' ')).toBe(text);
    expect(wrapped(text, 100, font, 2).at(-1)).toMatch(/…$/);
    expect(wrapped(text, 100, font, 2)).toHaveLength(2);
    expect(wrapped(text, 100, font, lines.length - 1)).toHaveLength(lines.length - 1);
    expect(wrapped(text, 100, font, lines.length)).toEqual(lines);
    expect(wrapped('   ', 100, font)).toEqual([]);
  });
});
