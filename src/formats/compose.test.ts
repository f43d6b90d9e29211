// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Compose's own variables
import { describe, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import { mebibytes, seconds, words } from './compose/quantities.ts';
import { compose } from './compose.ts';
import { samples } from './testing/samples.ts';

function taskOf(text: string) {
  const [task] = compose.read?.(text).tasks ?? [];
  if (task === undefined) throw new Error('There is no task in the text.');
  return { losses: task.losses.map(({ message }) => message), ...read(task.text, task.source) };
}

describe('a Compose file', () => {
  const { task, losses, opaque } = taskOf(samples.compose?.[0] ?? '');
  const [db, migrate, web] = task.containerDefinitions ?? [];

  it('becomes one task with a container a service, merges and defaults filled in', () => {
    expect(task).toMatchObject({ family: 'shop', networkMode: 'awsvpc' });
    expect(db).toMatchObject({
      image: 'postgres:16',
      environment: [{ name: 'POSTGRES_DB', value: 'shop' }],
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' } },
      healthCheck: { command: ['CMD-SHELL', 'pg_isready'], interval: 90, timeout: 5, retries: 3 },
      mountPoints: [
        { sourceVolume: 'data', containerPath: '/var/lib/postgresql/data' },
        { containerPath: '/docker-entrypoint-initdb.d', readOnly: true },
      ],
    });
    expect(losses).toContain('The variable PG_VERSION is taken as its default.');
  });

  it('keeps who waits for whom, and makes what must end non-essential', () => {
    expect(migrate?.dependsOn).toEqual([{ containerName: 'db', condition: 'HEALTHY' }]);
    expect(web?.dependsOn).toEqual([{ containerName: 'migrate', condition: 'SUCCESS' }]);
    expect([db?.essential, migrate?.essential, web?.essential]).toEqual([true, false, true]);
    expect(losses.join('\n')).toContain('migrate is waited for until it has ended');
  });

  it('takes sizes, commands and ports as ECS wants them', () => {
    expect(web).toMatchObject({
      cpu: 512,
      memory: 512,
      memoryReservation: 256,
      portMappings: [{ containerPort: 80 }, { containerPort: 9000, protocol: 'udp' }],
    });
    expect(migrate?.command).toEqual(['sh', '-c', 'migrate --all']);
    expect(opaque.get('/containerDefinitions/2/image')).toBe('${web}');
  });

  it('names everything that has no counterpart', () => {
    for (const named of [
      'x-defaults',
      'x-owner',
      'PASSWORD',
      './init',
      'deploy.replicas',
      'published as 8080',
    ])
      expect(losses.join('\n')).toContain(named);
  });
});

describe('broken and hostile YAML', () => {
  it('gives what can be read, and the place where it breaks', () => {
    const reading = compose.read?.('services:\n  web:\n    image: a\n    command: "x\n');
    expect(reading?.problems.length).toBeGreaterThan(0);
    expect(reading?.problems[0]?.line).toBeGreaterThan(3);
    expect(reading?.tasks).toHaveLength(1);
  });

  it('does not write out aliases without end', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `x-${n}: &a${n} [*a${n - 1}, *a${n - 1}, *a${n - 1}]`,
    );
    const reading = compose.read?.(`x--1: &a-1 [lol]\n${levels.join('\n')}\nservices:\n  a:\n    image: b\n`);
    expect(reading?.problems.map(({ message }) => message).join()).toContain('aliases');
  });

  it.each([
    ['an alias that names itself', 'services: &a\n  b: *a\n'],
    ['deep lists', `services:\n  a: ${'['.repeat(20_000)}\n`],
    [
      'deep maps',
      `services:\n${Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n + 1)}a:`).join('\n')}\n`,
    ],
  ])('is given up in time: %s', (_what, text) => {
    expect(compose.read?.(text)).toBeDefined();
  });
});

describe('quantities', () => {
  it.each([
    ['1m30s', 90],
    ['500ms', 1],
    [20, 20],
    ['1h', 3600],
    ['soon', undefined],
  ])('a duration of %j', (given, wanted) => expect(seconds(given)).toBe(wanted));
  it.each([
    ['1G', 1024],
    ['0.5GB', 512],
    ['256m', 256],
    [1048576, 1],
    ['${MEMORY}', undefined],
  ])('a size of %j', (given, wanted) => expect(mebibytes(given)).toBe(wanted));
  it.each([
    ['sh -c \'echo "a b"\' c\\ d', ['sh', '-c', 'echo "a b"', 'c d']],
    ['', []],
    [
      ['a b', 'c'],
      ['a b', 'c'],
    ],
  ])('the words of %j', (given, wanted) => expect(words(given)).toEqual(wanted));
});
