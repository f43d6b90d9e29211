import { describe, expect, it } from 'vitest';
import { applyChange, newDesign, readingOf } from '../edit/design.ts';
import { isRefusal } from '../model/edit.ts';
import { check } from './check.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { toFargate } from './toFargate.ts';

const designOf = (task: unknown) => newDesign(JSON.stringify(task, null, 2));

function converted(task: unknown) {
  const design = designOf(task);
  const conversion = toFargate(design);
  if (isRefusal(conversion)) throw new Error(conversion.refused);
  expect(applyChange(design, conversion.change)).toEqual(conversion.after);
  return { ...conversion, task: readingOf(conversion.after).task };
}

describe('converting a task to Fargate', () => {
  it('sets what Fargate needs and drops what it does not take', () => {
    const { task, steps, left } = converted(
      ec2(
        {
          volumes: [{ name: 'data', host: { sourcePath: '/data' } }],
          placementConstraints: [{ type: 'distinctInstance' }],
        },
        {
          privileged: true,
          memory: 1500,
          links: ['sidecar'],
          portMappings: [{ containerPort: 80, hostPort: 8080 }],
          mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
          linuxParameters: { sharedMemorySize: 64, initProcessEnabled: true },
        },
        { hostname: 'side' },
      ),
    );
    expect(left).toEqual([]);
    expect(task).toMatchObject({
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '2048',
    });
    expect(task.containerDefinitions?.[0]).toEqual({
      name: 'app',
      image: expect.any(String),
      memory: 1500,
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
      portMappings: [{ containerPort: 80 }],
      linuxParameters: { initProcessEnabled: true },
    });
    expect(steps.filter(({ kind }) => kind === 'set').map(({ path }) => path)).toEqual([
      ['requiresCompatibilities', 0],
      ['networkMode'],
      ['cpu'],
      ['memory'],
    ]);
    const dropped = steps.filter(({ kind }) => kind === 'drop');
    expect(dropped.length).toBeGreaterThanOrEqual(7);
    for (const { because } of dropped) expect(because).toMatch(/\.$/);
  });

  it('leaves no empty brackets where everything between them went', () => {
    const task = ec2(
      {
        volumes: [
          { name: 'data', host: { sourcePath: '/data' } },
          { name: 'own', host: {} },
        ],
      },
      {
        memory: 512,
        linuxParameters: { capabilities: { add: ['NET_ADMIN', 'SYS_ADMIN'] } },
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        dockerLabels: {},
      },
    );
    const { task: after } = converted(task);
    expect(after.volumes).toEqual([{ name: 'data' }, { name: 'own', host: {} }]);
    expect(after.containerDefinitions?.[0]).not.toHaveProperty('linuxParameters');
    expect(after.containerDefinitions?.[0]).toHaveProperty('dockerLabels', {});
    const kept = converted({
      ...Object(task),
      volumes: [{ name: 'd', host: { sourcePath: '/d', mine: 1 } }],
    }).after;
    expect(JSON.parse(kept.text).volumes).toEqual([{ name: 'd', host: { mine: 1 } }]);
  });

  it('leaves what only the user can know', () => {
    const { left } = converted(ec2({}, { logConfiguration: { logDriver: 'awslogs', options: AWSLOGS } }));
    expect(left.map(({ rule }) => rule)).toEqual(['exec-role-awslogs']);
  });

  it('keeps what was wrong before as it was', () => {
    const { task, left } = converted(
      ec2({}, { dependsOn: [{ containerName: 'nobody', condition: 'START' }] }),
    );
    expect(task.containerDefinitions?.[0]?.dependsOn).toHaveLength(1);
    expect(left).toEqual([]);
  });

  it('finds nothing to do where the task fits Fargate', () => {
    expect(converted(fargate()).steps).toEqual([]);
  });

  it('refuses a text that cannot be read', () => {
    expect(isRefusal(toFargate(newDesign('{"family": ')))).toBe(true);
  });
});

describe('a task that does not say what it runs on', () => {
  const silent = designOf(
    ec2({ requiresCompatibilities: undefined, networkMode: undefined }, { privileged: true }),
  );
  const errorsFor = (...meantFor: ('FARGATE' | 'EC2' | 'EXTERNAL')[]) =>
    check(readingOf(silent), { meantFor }).flatMap(({ rule, severity }) =>
      severity === 'error' ? [rule] : [],
    );

  it('is checked as ECS does, or for what it is meant for', () => {
    expect(errorsFor()).toEqual([]);
    expect(errorsFor('EC2')).toEqual([]);
    expect(errorsFor('FARGATE').sort()).toEqual([
      'fargate-cpu-missing',
      'fargate-memory-missing',
      'fargate-network-mode',
      'privileged-fargate',
    ]);
  });

  it('is not asked what it is meant for once it says so', () => {
    const said = readingOf(designOf(ec2({}, { privileged: true })));
    expect(check(said, { meantFor: ['FARGATE'] })).toEqual(check(said));
  });
});
