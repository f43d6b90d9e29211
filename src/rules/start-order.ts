/** Orders of start that ECS accepts and that go wrong. */
import { findCycles } from '../model/cycles.ts';
import { items } from '../model/list.ts';
import type { Reading } from '../model/reading.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { allContainerNamesKnown, containerNamed, containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const on = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });
const CHECK = { healthCheck: { command: ['CMD-SHELL', 'exit 0'] } };
const AGENT = from(
  'amazon-ecs-agent, agent/engine/dependencygraph',
  'https://github.com/aws/amazon-ecs-agent',
);
/** Fargate takes no more, in seconds. */
const LONGEST_START = 120;

/** In reading order. */
export const startOrderRules: readonly Rule[] = [
  {
    id: 'init-no-start-timeout',
    severity: 'warning',
    title: 'Who is waited for should have a startTimeout',
    why: 'If the awaited container never ends with 0, or never gets healthy, those that wait stay PENDING without an end. With a startTimeout the task stops with a reason.',
    source: from('aws/containers-roadmap #817', 'https://github.com/aws/containers-roadmap/issues/817'),
    examples: {
      good: [
        {
          title: 'With one',
          task: fargate({}, on('sidecar', 'SUCCESS'), { essential: false, startTimeout: 60 }),
        },
        { title: 'START is reached or the container fails', task: ec2({}, on('sidecar', 'START'), {}) },
      ],
      bad: [
        { title: 'An init container', task: fargate({}, on('sidecar', 'SUCCESS'), { essential: false }) },
        { title: 'A health check', task: ec2({}, on('sidecar', 'HEALTHY'), CHECK) },
      ],
    },
    *check(reading) {
      for (const [target, waiting] of awaited(reading, ['SUCCESS', 'COMPLETE', 'HEALTHY'])) {
        const path = [...target.at, 'startTimeout'];
        if (target.definition.startTimeout !== undefined || !known(reading, path)) continue;
        const names = listed(waiting.map(({ called }) => called));
        yield {
          path,
          message: `${names} ${waiting.length > 1 ? 'wait' : 'waits'} for ${target.called}, which has no "startTimeout": if ${target.called} never gets there, the task may stay pending without an end. Say how long it may take.`,
          fix: {
            label: `Give ${target.called} ${LONGEST_START} seconds`,
            safe: false,
            edits: [{ op: 'set', path, value: LONGEST_START }],
          },
        };
      }
    },
  },
  {
    id: 'start-vs-healthy',
    severity: 'warning',
    title: 'START does not wait for a health check',
    why: 'START holds as soon as the process was started. A container with a health check usually has one because it is not ready by then.',
    source: api('ContainerDependency'),
    examples: {
      good: [
        { title: 'HEALTHY', task: fargate({}, on('sidecar', 'HEALTHY'), { ...CHECK, startTimeout: 60 }) },
        { title: 'No health check to wait for', task: ec2({}, on('sidecar', 'START'), {}) },
      ],
      bad: [{ title: 'START, although there is a check', task: fargate({}, on('sidecar', 'START'), CHECK) }],
    },
    *check(reading) {
      for (const waits of containersOf(reading)) {
        for (const [entry, index] of items(waits.definition.dependsOn)) {
          const path = [...waits.at, 'dependsOn', index, 'condition'];
          const target = containerNamed(reading, entry.containerName ?? '');
          if (entry.condition !== 'START' || !target || target === waits || !known(reading, path)) continue;
          if (!target.definition.healthCheck?.command?.length) continue;
          yield {
            path,
            message: `${waits.called} waits for ${target.called} to start, although ${target.called} has a health check: it may not answer yet. Wait for HEALTHY.`,
            fix: {
              label: `Wait until ${target.called} is healthy`,
              safe: false,
              edits: [{ op: 'set', path, value: 'HEALTHY' }],
            },
          };
        }
      }
    },
  },
  {
    id: 'init-not-awaited',
    severity: 'warning',
    title: 'Nobody waits for an init container',
    why: 'A container that prepares something and ends runs beside the others unless they wait for it, so they may start before it is done.',
    source: api('ContainerDependency'),
    examples: {
      good: [
        {
          title: 'Awaited',
          task: fargate({}, on('migrate', 'SUCCESS'), {
            name: 'migrate',
            essential: false,
            startTimeout: 120,
          }),
        },
        { title: 'An essential container is no init container', task: ec2({}, {}, { name: 'migrate' }) },
        {
          title: 'It writes for as long as the task runs',
          task: ec2(
            {},
            {},
            {
              image: 'public.ecr.aws/docker/library/busybox:1.36',
              essential: false,
              command: ['sh', '-c', 'while true; do date > /out/now; sleep 1; done'],
            },
          ),
        },
      ],
      bad: [
        {
          title: 'It prepares what nobody awaits',
          task: fargate(
            {},
            {},
            { name: 'secrets-init', essential: false, command: ['sh', '-c', 'fetch > /out/key'] },
          ),
        },
      ],
    },
    *check(reading) {
      if (!allContainerNamesKnown(reading)) return;
      const containers = containersOf(reading);
      const waitedFor = new Set(
        containers.flatMap(({ definition }) =>
          items(definition.dependsOn).map(([entry]) => entry.containerName),
        ),
      );
      for (const container of containers) {
        const { definition, at, called, name } = container;
        if (!name || definition.essential !== false || waitedFor.has(name) || !known(reading, at)) continue;
        if (definition.restartPolicy?.enabled || inferRole(definition, reading.task) !== 'init') continue;
        const main = containers.filter((other) => other.definition.essential !== false);
        const [only] = main;
        if (!only) continue;
        const back =
          definition.dependsOn?.length || definition.links?.length || definition.volumesFrom?.length;
        yield {
          path: at,
          message: `${called} seems to prepare something and end, but nobody waits for it: add a dependency on it with SUCCESS to those that need what it makes.`,
          ...(main.length === 1 &&
            !back && {
              fix: {
                label: `Let ${only.called} wait until ${called} has succeeded`,
                safe: false,
                edits: [
                  {
                    op: 'insert',
                    path: [...only.at, 'dependsOn', only.definition.dependsOn?.length ?? 0],
                    value: { containerName: name, condition: 'SUCCESS' },
                  },
                ],
              },
            }),
        };
      }
    },
  },
  {
    id: 'dep-links-mix',
    severity: 'warning',
    title: 'Links and volumesFrom order starts as well',
    why: 'Who links to a container, or takes its volumes, starts after it. Together with dependsOn that may make a circle, in which nothing starts.',
    source: AGENT,
    examples: {
      good: [
        { title: 'The same direction', task: ec2({}, { ...on('sidecar', 'START'), links: ['sidecar'] }, {}) },
      ],
      bad: [{ title: 'Against each other', task: ec2({}, { links: ['sidecar'] }, on('app', 'START')) }],
    },
    *check(reading) {
      const mixed = containersOf(reading).some(
        ({ definition }) => definition.links?.length || definition.volumesFrom?.length,
      );
      if (!mixed || !allContainerNamesKnown(reading)) return;
      for (const { edges } of findCycles(reading.task)) {
        const kinds = new Set(edges.map(({ addedBy }) => addedBy ?? 'dependsOn'));
        // Circles of one kind are refused, and other rules say so.
        if (kinds.size < 2 && !kinds.has('volumesFrom')) continue;
        const edge = edges.find(({ addedBy }) => addedBy !== undefined);
        if (!edge || !known(reading, edge.path)) continue;
        const names = edges.map(({ to }) => to.slice(to.indexOf(':') + 1));
        yield {
          path: edge.path,
          message: `Through ${listed([...kinds])} the containers ${listed(names)} wait for each other in a circle, so none of them starts: take one of the entries out.`,
        };
      }
    },
  },
];

/** Who is waited for with one of the conditions, and by whom, in the order of the text. */
function awaited(reading: Reading, conditions: readonly string[]): Map<ContainerAt, ContainerAt[]> {
  const found = new Map<ContainerAt, ContainerAt[]>();
  for (const waits of containersOf(reading)) {
    for (const [entry, index] of items(waits.definition.dependsOn)) {
      const target = containerNamed(reading, entry.containerName ?? '');
      if (!target || target === waits || !conditions.includes(entry.condition ?? '')) continue;
      if (!known(reading, [...waits.at, 'dependsOn', index])) continue;
      const waiting = found.get(target);
      if (!waiting) found.set(target, [waits]);
      else if (!waiting.includes(waits)) waiting.push(waits);
    }
  }
  return found;
}
