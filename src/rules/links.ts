/** Links between containers: only in bridge mode. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { refusedMember } from './terms/member.ts';
import type { Arrow } from './terms/rings.ts';
import { rings } from './terms/rings.ts';
import { api, reported } from './terms/sources.ts';
import { allContainerNamesKnown, containerNamed, containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

/** In reading order. */
export const linkRules: readonly Rule[] = [
  refusedMember({
    id: 'links-awsvpc',
    title: 'No links with awsvpc',
    why: 'Links are a feature of the Docker bridge. With awsvpc the containers of a task share one interface and reach each other at 127.0.0.1.',
    answer: 'Links are not supported when networkMode=awsvpc.',
    source: reported('aws-observability/aws-otel-collector', 1359),
    member: ['links'],
    value: (container) => container.links,
    when: (reading) => networkMode(reading) === 'awsvpc',
    because:
      'which network mode awsvpc does not have: take them out and use 127.0.0.1 with the port. Where the link also ordered the start, add dependsOn.',
    examples: {
      good: [
        { title: 'In bridge mode', task: ec2({}, { links: ['sidecar'] }, {}) },
        { title: 'An empty list', task: fargate({}, { links: [] }) },
      ],
      bad: [{ title: 'With awsvpc', task: fargate({}, { links: ['sidecar'] }, {}) }],
    },
  }),
  {
    id: 'links-unknown',
    severity: 'error',
    title: 'A link must name a container of the task',
    why: 'A link is `name` or `name:alias`, where the name is that of another container in this task definition.',
    source: api('ContainerDefinition', 'links'),
    examples: {
      good: [{ title: 'A name with an alias', task: ec2({}, { links: ['sidecar:cache'] }, {}) }],
      bad: [{ title: 'Nobody is called database', task: ec2({}, { links: ['database:db'] }) }],
    },
    *check(reading) {
      if (networkMode(reading) === 'awsvpc' || !allContainerNamesKnown(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [link, index] of items(definition.links)) {
          const path = [...at, 'links', index];
          const name = link.split(':', 1)[0] ?? '';
          if (!known(reading, path) || containerNamed(reading, name)) continue;
          yield {
            path,
            message: `${called} links to ${quote(name)}, but no container of the task has that name: correct it, or take the link out.`,
            fix: { label: `Remove the link to ${quote(name)}`, safe: false, edits: [{ op: 'remove', path }] },
          };
        }
      }
    },
  },
  {
    id: 'links-cycle',
    severity: 'error',
    title: 'Links must not run in a circle',
    why: 'A link also says who starts first: the container that is linked to. In a circle nobody could start.',
    answer: 'Container links should not have a cycle',
    source: reported('Shippable/support', 4194),
    examples: {
      good: [
        {
          title: 'Two ways to one container',
          task: ec2({}, { links: ['sidecar', 'third'] }, { links: ['third'] }, {}),
        },
      ],
      bad: [{ title: 'Each links to the other', task: ec2({}, { links: ['sidecar'] }, { links: ['app'] }) }],
    },
    *check(reading) {
      if (networkMode(reading) === 'awsvpc') return;
      const containers = containersOf(reading);
      const place = new Map(containers.map((container, index) => [container, index]));
      const arrows: Arrow<readonly (string | number)[]>[] = [];
      for (const container of containers) {
        for (const [link, index] of items(container.definition.links)) {
          const entry = [...container.at, 'links', index];
          const target = known(reading, entry) && containerNamed(reading, link.split(':', 1)[0] ?? '');
          const to = target ? place.get(target) : undefined;
          if (to !== undefined) arrows.push({ from: place.get(container) ?? 0, to, entry });
        }
      }
      for (const ring of rings(containers.length, arrows)) {
        const closing = ring.at(-1);
        if (!closing) continue;
        const names = ring.map(({ from }) => containers[from]?.called ?? '');
        yield {
          path: closing.entry,
          message: `The links run in a circle, ${[...names, names[0]].join(' to ')}: take one of them out.`,
          fix: {
            label: `Remove the link from ${containers[closing.from]?.called} to ${containers[closing.to]?.called}`,
            safe: false,
            edits: [{ op: 'remove', path: closing.entry }],
          },
        };
      }
    },
  },
];
