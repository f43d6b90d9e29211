import { describe, expect, it } from 'vitest';
import { payments } from '../../catalogue/examples/payments.ts';
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { comparison, comparisonMarkdown, subjectText } from './comparison.ts';
import { definitionChanges } from './definitionChanges.ts';
import { marksOf } from './marks.ts';

const receipts = JSON.parse(payments.text) as TaskDefinition;

function changed(name: string, part: Partial<ContainerDefinition>, task = receipts): TaskDefinition {
  return {
    ...task,
    containerDefinitions:
      task.containerDefinitions?.map((each) => (each?.name === name ? { ...each, ...part } : each)) ?? [],
  };
}

const tell = (before: TaskDefinition, after: TaskDefinition) =>
  definitionChanges(before, after).map((change) => `${change.subject}: ${subjectText(change)}`);

/** The same with every list and every structure turned round, but for command lines. */
function turned(value: unknown, member = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => turned(item));
    return member === 'command' || member === 'entryPoint' ? items : items.toReversed();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner, key)]),
  );
}

describe('what differs between two definitions', () => {
  const app: ContainerDefinition = { name: 'app', image: 'a:1', memory: 512 };
  const envoy: ContainerDefinition = { name: 'envoy', image: 'e:1' };
  const before: TaskDefinition = { containerDefinitions: [app, envoy] };

  it('is said in the terms of ECS', () => {
    const after: TaskDefinition = {
      containerDefinitions: [
        envoy,
        { ...app, memory: 1024, dependsOn: [{ containerName: 'envoy', condition: 'HEALTHY' }] },
      ],
    };
    expect(tell(before, after)).toEqual(['app: HEALTHY on envoy added; memory 512 → 1024']);
    expect(tell(after, before)).toEqual(['app: HEALTHY on envoy removed; memory 1024 → 512']);
  });

  it('does not heed order, defaults that are written out, or another spelling of a size', () => {
    expect(tell(receipts, turned(receipts) as TaskDefinition)).toEqual([]);
    expect(tell({ cpu: '1 vCPU', memory: '2 GB' }, { memory: '2048', cpu: '1024' })).toEqual([]);
    expect(tell(before, changed('app', { essential: true, environment: [] }, before))).toEqual([]);
  });

  it('heeds the order of a command', () => {
    expect(
      tell(changed('app', { command: ['a', 'b'] }, before), changed('app', { command: ['b', 'a'] }, before)),
    ).toEqual(['app: command a b → b a']);
  });

  it('knows things of a list by their names', () => {
    const one = changed(
      'app',
      {
        environment: [
          { name: 'LEVEL', value: 'info' },
          { name: 'OLD', value: '1' },
        ],
        mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }],
        dependsOn: [{ containerName: 'envoy', condition: 'START' }],
        portMappings: [{ containerPort: 80 }],
      },
      before,
    );
    const two = changed(
      'app',
      {
        environment: [
          { name: 'NEW', value: '2' },
          { name: 'LEVEL', value: 'debug' },
        ],
        mountPoints: [{ sourceVolume: 'a', containerPath: '/a', readOnly: true }],
        dependsOn: [{ containerName: 'envoy', condition: 'HEALTHY' }],
        portMappings: [{ containerPort: 80, hostPort: 8080, protocol: 'tcp' }],
      },
      before,
    );
    expect(definitionChanges(one, two)[0]?.changes).toEqual([
      'portMappings 80: hostPort 8080 added',
      'environment NEW = 2 added',
      'environment LEVEL: info → debug',
      'environment OLD removed',
      'START → HEALTHY on envoy',
      'mountPoints /a: readOnly false → true',
    ]);
  });

  it('warns where a port that is reached by its name gets another protocol', () => {
    const ports = (name: string | undefined, rest: object) =>
      changed('app', { portMappings: [{ containerPort: 80, ...(name && { name }), ...rest }] }, before);
    const warned = (one: TaskDefinition, two: TaskDefinition) =>
      definitionChanges(one, two).flatMap(({ changes }) =>
        changes.filter((text) => text.includes('refuses')),
      );
    expect(warned(ports('web', { appProtocol: 'http' }), ports('web', { appProtocol: 'grpc' }))).toEqual([
      'the appProtocol of the port named web changed, which a Service Connect service refuses',
    ]);
    expect(warned(ports('web', {}), ports('web', { protocol: 'udp' }))).toHaveLength(1);
    expect(warned(ports('web', {}), ports('web', { protocol: 'tcp' }))).toEqual([]);
    expect(warned(ports(undefined, {}), ports(undefined, { appProtocol: 'http' }))).toEqual([]);
  });

  it('tells what is new, gone, and under another name', () => {
    expect(tell(before, { containerDefinitions: [app] })).toEqual(['envoy: removed']);
    expect(tell({ containerDefinitions: [app] }, before)).toEqual(['envoy: added, with image e:1']);
    expect(tell({}, { containerDefinitions: [{ ...envoy, essential: false, cpu: 64 }] })).toEqual([
      'envoy: added, with image e:1; essential false; cpu 64',
    ]);
    expect(tell(before, { containerDefinitions: [{ ...app, name: 'api' }, envoy] })).toEqual([
      'api: renamed from app',
    ]);
    const twins = { containerDefinitions: [app, { ...app, name: 'twin' }] };
    expect(tell(twins, { containerDefinitions: [{ ...app, name: 'api' }] })).toEqual([
      'api: added, with image a:1; memory 512',
      'app: removed',
      'twin: removed',
    ]);
    expect(tell(before, { ...before, family: 'new', volumes: [{ name: 'shared' }] })).toEqual([
      'Task: family new added; volumes shared added',
    ]);
  });

  it('has words for anything that a text may hold', () => {
    expect(tell({}, { containerDefinitions: [undefined, {}] })).toEqual([
      'the container without a name: added',
    ]);
    const odd = { containerDefinitions: [{ name: 'a', dependsOn: [undefined, {}] }] };
    expect(tell({ containerDefinitions: [{ name: 'a' }] }, odd)).toEqual(['a: no condition on nobody added']);
  });
});

describe('what a change does to the life of a task', () => {
  const lived = (before: TaskDefinition, after: TaskDefinition) =>
    comparison(before, after).lifecycle.map(({ text }) => text);

  it('is nothing when nothing that matters changes', () => {
    expect(lived(receipts, receipts)).toEqual([]);
    expect(lived(receipts, turned(receipts) as TaskDefinition)).toEqual([]);
  });

  it('tells who starts later or earlier', () => {
    const app = receipts.containerDefinitions?.find((each) => each?.name === 'app');
    const after = changed('app', {
      dependsOn: app?.dependsOn?.filter((each) => each?.condition !== 'HEALTHY') ?? [],
    });
    const texts = lived(receipts, after);
    expect(texts.some((text) => /^app starts \d+\.\d s earlier\.$/.test(text))).toBe(true);
    expect(lived(after, receipts).some((text) => /^app starts \d+\.\d s later\.$/.test(text))).toBe(true);
  });

  it('tells what the task survives', () => {
    const after = changed('log-router', {
      restartPolicy: { enabled: true, ignoredExitCodes: [], restartAttemptPeriod: 60 },
    });
    expect(comparison(receipts, after).lifecycle).toContainEqual({
      verdict: 'survives',
      text: expect.stringMatching(
        /^The task now survives when log-router .*exits with code 1.* → Restarts\.$/,
      ),
    });
    expect(comparison(after, receipts).lifecycle[0]?.verdict).toBe('fails');
  });

  it('claims no survival for a task that is never RUNNING', () => {
    const { lifecycle } = comparison(receipts, changed('secrets-init', { essential: true }));
    expect(lifecycle.map(({ text }) => text)).toContain('The task is never RUNNING.');
    expect(lifecycle.every(({ verdict }) => verdict === 'neither')).toBe(true);
  });

  it('counts a stop that takes longer as no death, and tells when one who is new starts', () => {
    const of = (...containerDefinitions: ContainerDefinition[]): TaskDefinition => ({ containerDefinitions });
    const app = { name: 'app', image: 'a:1' };
    expect(comparison(of({ ...app, stopTimeout: 1 }), of(app)).lifecycle).toContainEqual({
      verdict: 'neither',
      text: expect.stringMatching(/^It goes otherwise when app ignores SIGTERM /),
    });
    expect(lived(of(app), of(app, { name: 'side', image: 's:1' }))).toContainEqual(
      expect.stringMatching(/^side, which is new, starts at \d+\.\d s\.$/),
    );
  });
});

describe('a comparison on paper', () => {
  it('is Markdown, in which nothing of the task is a sign and no secret stands', () => {
    const before: TaskDefinition = { containerDefinitions: [{ name: 'a_*b', image: 'x:1' }] };
    const after: TaskDefinition = {
      containerDefinitions: [
        { name: 'a_*b', image: 'x:1', environment: [{ name: 'TOKEN', value: 'hunter2' }] },
      ],
    };
    const text = comparisonMarkdown(comparison(before, after), { before: 'one', after: 'two' }, ['hunter2']);
    expect(text).toContain('### one → two');
    expect(text).toContain('- **a\\_\\*b**: environment TOKEN = (not shown) added');
    expect(text).toContain('The simulated task lives as before');
  });
});

describe('marks in the pictures', () => {
  it('say what comes, goes and is otherwise, lines too', () => {
    const after = changed('app', { memory: 900, dependsOn: [] });
    const marks = marksOf(receipts, { ...after, volumes: [] });
    expect(marks.before.get('container:app')).toBe('changed');
    expect(marks.after.get('container:app')).toBe('changed');
    expect(
      [...marks.before].some(([key, kind]) => key.startsWith('dependsOn:app>') && kind === 'removed'),
    ).toBe(true);
    expect(marksOf(receipts, turned(receipts) as TaskDefinition).after.size).toBe(0);
  });
});
