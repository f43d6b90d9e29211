/** Every entry does what it says, on every task that one is likely to meet. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addContainer, removeContainer } from '../edit/changes/containers.ts';
import { editsBetween } from '../edit/changes/editsBetween.ts';
import { applyEdits, removeField } from '../edit/changes/fields.ts';
import { routeLogs } from '../edit/changes/logs.ts';
import { addVolume, removeVolume } from '../edit/changes/volumes.ts';
import { applyChange, type Design, newDesign, readingOf } from '../edit/design.ts';
import { getPart } from '../edit/parts/part.ts';
import { scenarios } from '../edit/parts/scenarios.ts';
import { findCycles } from '../model/cycles.ts';
import { isRefusal } from '../model/edit.ts';
import { graph } from '../model/graph.ts';
import type { Json } from '../model/json.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { check } from '../rules/check.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import type { Scenario } from '../simulate/scenario.ts';
import { simulate } from '../simulate/simulate.ts';
import { containerTemplates, examples, logTemplates, sidecars, volumeTemplates } from './index.ts';

/** The examples that the whole catalogue is tried on: one container, several, as many as a task takes, bridge mode, Windows. */
const TRIED = ['payments', 'blank', 'web-cache-worker', 'checkout', 'ecs-anywhere', 'windows'];

const tasks: readonly (readonly [string, string])[] = [
  ...examples.filter(({ id }) => TRIED.includes(id)).map(({ id, text }) => [id, text] as const),
  [
    'one container for EC2',
    '{\n  "family": "one",\n  "containerDefinitions": [\n    { "name": "app", "image": "a", "memory": 64 }\n  ]\n}\n',
  ],
  ['no container', '{}'],
];

function applied(design: Design, change: Parameters<typeof applyChange>[1]): Design {
  const next = applyChange(design, change);
  if (isRefusal(next)) throw new Error(next.refused);
  expect(readingOf(next).whole).toBe(true);
  expect(readingOf(next).problems).toEqual([]);
  return next;
}

describe.each(tasks)('on the task %s', (_id, text) => {
  const design = newDesign(text);
  const keysBefore = graph(readingOf(design).task).containers.map(({ key }) => key);

  test.each(containerTemplates.map((one) => [one.id, one] as const))(
    'the container %s is added with a health check that nothing is said against, and taken out to the byte',
    (_name, { definition }) => {
      const added = applied(design, addContainer(definition));
      const key = graph(readingOf(added).task).containers.at(-1)?.key ?? '';
      const own = `containerDefinitions.${keysBefore.length}.healthCheck`;
      const said = check(readingOf(added)).filter(({ path }) => path.join('.').startsWith(own));
      expect(said.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(applied(added, removeContainer(key))).toEqual(design);
    },
  );

  test.each(volumeTemplates.map((one) => [one.id, one] as const))(
    'the volume %s is added, and taken out to the byte',
    (_name, { kind }) => {
      const added = applied(design, addVolume(kind));
      const key = graph(readingOf(added).task).volumes.find(
        (one) => !graph(readingOf(design).task).volumes.some(({ key }) => key === one.key),
      )?.key;
      expect(applied(added, removeVolume(key ?? ''))).toEqual(design);
    },
  );

  test.each(logTemplates.map((one) => [one.id, one] as const))('logs by %s', (_name, { driver }) => {
    for (const key of keysBefore) {
      const next = readingOf(applied(design, routeLogs(key, driver))).task;
      const container = graph(next).containers.find((one) => one.key === key);
      expect(container?.definition.logConfiguration?.logDriver).toBe(driver);
    }
  });

  test.each(sidecars.map((one) => [one.id, one] as const))(
    'the sidecar %s wires itself up in one change',
    (id, sidecar) => {
      const next = applyChange(design, sidecar.change());
      if (isRefusal(next)) {
        // Each says what stands in its way, and there is no other.
        expect([id, next.refused]).toEqual([id, refusals(id, readingOf(design).task)]);
        return;
      }
      expect(refusals(id, readingOf(design).task)).toBeUndefined();
      expect(readingOf(next).problems).toEqual([]);
      const { task } = readingOf(next);
      const added = graph(task).containers.filter(({ key }) => !keysBefore.includes(key));
      const adds = sidecar.role !== 'volume' && sidecar.role !== 'setting';
      expect(added.map(({ role }) => role)).toEqual(adds ? [sidecar.role] : []);
      expect(findCycles(task)).toEqual([]);
      const key = added[0]?.key;
      const edges = graph(task).dependencies.filter(
        ({ from, to, addedBy }) => addedBy === undefined && (from === key || to === key),
      );
      // FireLens orders the start itself.
      const byFirelens = graph(task).dependencies.filter(({ from }) => from === key);
      if (keysBefore.length > 0 && adds) expect(Math.max(edges.length, byFirelens.length)).toBe(1);
      expect(brokenReferences(task)).toEqual([]);
      // Ten containers are all that a task takes, and a task of helpers alone is none.
      const full = keysBefore.length === 10 && adds ? ['containers-max'] : [];
      const brought = newFindings(design, next).filter((rule) => !sidecar.brings?.includes(rule));
      if (keysBefore.length > 0) expect([id, ...brought]).toEqual([id, ...full]);
      const run = simulate(task, defaultScenario(task));
      if (keysBefore.length > 0) expect([id, run.task.runningAt]).not.toEqual([id, undefined]);
      for (const container of run.containers) expect(container.startedAt).toBeDefined();
    },
  );

  test.each(sidecars.map((one) => [one.id, one] as const))(
    'the sidecar %s goes again, and leaves the bytes that were there',
    (_id, sidecar) => {
      const added = applyChange(design, sidecar.change());
      if (isRefusal(added)) return;
      expect(takenOut(design, added)).toBe(design.text);
    },
  );
});

/** Why a sidecar does not fit a task; nothing where it does. */
function refusals(id: string, task: TaskDefinition): string | undefined {
  const { containers } = graph(task);
  const onWindows = ['efs-mount', 'shared-cache', 'ecs-exec', 'datadog-agent', 'database-migration'];
  if (task.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS')) {
    if (id === 'efs-mount') return 'Tasks on Windows cannot mount EFS.';
    if (!onWindows.includes(id))
      return 'The task runs on Windows, and the image of this sidecar is made for Linux.';
  }
  const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
  if (id.startsWith('firelens-') && router !== undefined) {
    return `The task has a FireLens router already: ${router.name}. A task can have one; send logs to it by the driver awsfirelens.`;
  }
  if (id === 'app-mesh-envoy' && containers.length === 0) {
    return 'Add the app first: a proxy redirects the traffic of an app.';
  }
  if (id === 'app-mesh-envoy' && task.networkMode !== 'awsvpc') {
    return 'A proxyConfiguration works in network mode awsvpc only. Change the network mode first.';
  }
  if (id === 'ecs-exec' && containers.length === 0) {
    return 'Add a container first: ECS Exec opens a shell in one.';
  }
  if (id === 'efs-mount' && task.requiresCompatibilities?.includes('EXTERNAL')) {
    return 'Tasks on ECS Anywhere cannot mount EFS.';
  }
  return undefined;
}

/** The text once all that a sidecar added is taken out again by hand, from the last to the first. */
function takenOut(before: Design, after: Design): string {
  let design = after;
  const known = new Set(
    [...graph(readingOf(before).task).containers, ...volumesOf(before)].map(({ key }) => key),
  );
  for (const { key } of graph(readingOf(design).task).containers) {
    if (!known.has(key)) design = applied(design, removeContainer(key));
  }
  for (const { key } of volumesOf(design)) {
    if (!known.has(key)) design = applied(design, removeVolume(key));
  }
  const [now, then] = [readingOf(design).task, readingOf(before).task];
  for (const [index, container] of (now.containerDefinitions ?? []).entries()) {
    const was = then.containerDefinitions?.[index];
    for (const member of ['environment', 'linuxParameters', 'logConfiguration'] as const) {
      const edits = editsBetween(
        ['containerDefinitions', index, member],
        container?.[member],
        was?.[member] as Json,
      );
      const gone = was?.[member] === undefined && container?.[member] !== undefined;
      const path = ['containerDefinitions', index, member];
      const change = gone ? removeField(path) : applyEdits('Take back', edits);
      if (gone || edits.length > 0) design = applied(design, change);
    }
  }
  return design.text;
}

function volumesOf(design: Design) {
  return graph(readingOf(design).task).volumes;
}

describe('the sidecars', () => {
  const blank = newDesign(examples.find(({ id }) => id === 'blank')?.text ?? '');
  const withSidecar = (id: string): TaskDefinition => {
    const sidecar = sidecars.find((one) => one.id === id);
    return readingOf(applied(blank, sidecar?.change() ?? addContainer())).task;
  };

  test('the init container is not essential, and the app mounts what it writes, read-only', () => {
    const { containerDefinitions, volumes } = withSidecar('init-container');
    const [app, init] = containerDefinitions ?? [];
    expect(init?.essential).toBe(false);
    expect(init?.mountPoints).toEqual([{ sourceVolume: 'shared', containerPath: '/shared' }]);
    expect(app?.mountPoints).toEqual([{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }]);
    expect(app?.dependsOn).toEqual([{ containerName: 'secrets-init', condition: 'SUCCESS' }]);
    expect(volumes).toEqual([{ name: 'shared' }]);
  });

  test('the router sends the lines of the app to the log group that they went to before', () => {
    const { containerDefinitions } = withSidecar('firelens-router');
    const [app, router] = containerDefinitions ?? [];
    expect(app?.logConfiguration?.options).toMatchObject({
      Name: 'cloudwatch_logs',
      log_group_name: '/ecs/my-task',
    });
    expect(router?.logConfiguration?.logDriver).toBe('awslogs');
  });

  test('health checks use what their image holds: no curl in Envoy, no shell in the collector', () => {
    const envoy = withSidecar('envoy-proxy').containerDefinitions?.[1]?.healthCheck?.command;
    expect(envoy?.slice(0, 3)).toEqual(['CMD', 'bash', '-c']);
    const collector = withSidecar('adot-collector').containerDefinitions?.[1]?.healthCheck?.command;
    expect(collector).toEqual(['CMD', '/healthcheck']);
  });

  test('a container of its choice is served, where one is named', () => {
    const payments = newDesign(examples.find(({ id }) => id === 'payments')?.text ?? '');
    const collector = sidecars.find(({ id }) => id === 'adot-collector');
    const next = readingOf(applied(payments, collector?.change('container:envoy') ?? addContainer())).task;
    expect(next.containerDefinitions?.[1]?.dependsOn).toEqual([
      { containerName: 'aws-otel-collector', condition: 'HEALTHY' },
    ]);
  });
});

describe('the examples', () => {
  test.each(examples.map((one) => [one.id, one] as const))(
    '%s reads whole, without a problem, a circle or a broken reference',
    (_id, { text }) => {
      const reading = readingOf(newDesign(text));
      expect(reading.whole).toBe(true);
      expect(reading.problems).toEqual([]);
      expect(findCycles(reading.task)).toEqual([]);
      expect(brokenReferences(reading.task)).toEqual([]);
      expect(errorsOf(newDesign(text))).toEqual([]);
    },
  );

  test.each(examples.map((one) => [one.id, one] as const))(
    '%s warns of nothing, and runs as its scenario says',
    (_id, { text, parts }) => {
      const design = newDesign(text);
      const { task } = readingOf(design);
      const [planned] = getPart(parts, scenarios);
      const findings = check(readingOf(design)).filter(({ severity }) => severity !== 'info');
      expect(findings.map(({ rule }) => rule)).toEqual([]);
      const run = simulate(task, planned ?? defaultScenario(task));
      expect(run.task.runningAt).toBeDefined();
      expect(run.containers.filter(({ startedAt }) => startedAt === undefined)).toEqual([]);
      expect(
        Object.keys(planned?.behaviours ?? {}).every((name) =>
          run.containers.some(({ key }) => key === name),
        ),
      ).toBe(true);
    },
  );

  test.each(examples.map((one) => [one.id, one] as const))('%s fits into its size', (_id, { text }) => {
    const { task } = readingOf(newDesign(text));
    const sum = (member: 'cpu' | 'memory') =>
      (task.containerDefinitions ?? []).reduce((total, one) => total + (one?.[member] ?? 0), 0);
    expect(sum('cpu')).toBeLessThanOrEqual(Number(task.cpu));
    expect(sum('memory')).toBeLessThanOrEqual(Number(task.memory));
  });
});

test('each sidecar and example stands in a file called as its id, and none is left out of the list', () => {
  const files = (folder: string) =>
    readdirSync(new URL(folder, import.meta.url))
      .map((file) => file.replace(/\.ts$/, ''))
      .sort();
  expect(files('./sidecars')).toEqual(sidecars.map(({ id }) => id).sort());
  expect(files('./examples')).toEqual(examples.map(({ id }) => id).sort());
});

describe('the payments task over time', () => {
  const example = examples.find(({ id }) => id === 'payments');
  const { task } = readingOf(newDesign(example?.text ?? ''));
  const [scenario] = getPart(example?.parts ?? {}, scenarios);
  const { events } = simulate(task, scenario as Scenario);
  const when = (container: string, type: string) =>
    events.find((event) => event.container === container && event.type === type)?.at;

  test('secrets-init ends at 3 s, envoy is healthy at 12 s after a check that failed, then the app starts', () => {
    expect(when('secrets-init', 'exited')).toBe(3);
    expect(when('envoy', 'checkFailed')).toBe(7);
    expect(when('envoy', 'healthy')).toBe(12);
    expect(when('app', 'pullStarted')).toBe(12);
    expect(when('app', 'started')).toBe(14);
  });

  test('when the task is stopped, the app goes first', () => {
    expect(when('app', 'signalled')).toBe(3600);
    expect(when('envoy', 'signalled')).toBe(when('app', 'exited'));
  });
});

/** Rules with an error or a warning after the change that had none of that before. */
function newFindings(before: Design, after: Design): string[] {
  const grave = (design: Design) =>
    new Set(check(readingOf(design)).flatMap(({ severity, rule }) => (severity === 'info' ? [] : [rule])));
  const known = grave(before);
  return [...grave(after)].filter((rule) => !known.has(rule));
}

function errorsOf(design: Design): string[] {
  return check(readingOf(design)).flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []));
}

function brokenReferences(task: TaskDefinition): string[] {
  const { dangling, volumes } = graph(task);
  return [
    ...dangling.map(({ name }) => name),
    ...volumes.filter(({ index }) => index < 0).map(({ name }) => name),
  ];
}
