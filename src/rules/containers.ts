/** The list of containers as a whole, and the size of the request. */
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate, IMAGE } from './terms/examples.ts';
import { reported } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known, wholeList } from './terms/view.ts';

const MOST_CONTAINERS = 10;
const MOST_BYTES = 65_536;

const sidecars = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `c${index}`, essential: index === 0 }));

/** In reading order. */
export const containersRules: readonly Rule[] = [
  {
    id: 'containers-empty',
    severity: 'error',
    title: 'A task needs a container',
    why: 'A task is its containers; without one there is nothing to run.',
    answer: 'Container list cannot be empty.',
    source: reported('awsdocs/aws-cloudformation-user-guide', 454),
    examples: {
      good: [{ title: 'One container', task: fargate() }],
      bad: [
        { title: 'An empty list', task: fargate({ containerDefinitions: [] }) },
        { title: 'No list at all', task: ec2({ containerDefinitions: undefined }) },
      ],
    },
    *check(reading) {
      const list = reading.task.containerDefinitions;
      if (!known(reading, ['containerDefinitions']) || (list && list.length > 0)) return;
      yield {
        path: ['containerDefinitions'],
        message:
          'The task has no container, so there is nothing to run: add at least one container definition.',
      };
    },
  },
  {
    id: 'containers-max',
    severity: 'error',
    title: 'A task has at most 10 containers',
    why: 'ECS sets this limit for a task definition, and it cannot be raised. More helpers mean a second task.',
    answer: 'Too many containers.',
    source: reported('aws/amazon-ecs-cli', 184),
    examples: {
      good: [{ title: 'Exactly ten', task: ec2({}, ...sidecars(10)) }],
      bad: [{ title: 'Eleven', task: ec2({}, ...sidecars(11)) }],
    },
    *check(reading) {
      const count = reading.task.containerDefinitions?.length ?? 0;
      if (count <= MOST_CONTAINERS) return;
      yield {
        path: ['containerDefinitions', MOST_CONTAINERS],
        message: `The task has ${count} containers, ECS takes ${MOST_CONTAINERS}: move some of them into a task of their own.`,
      };
    },
  },
  {
    id: 'essential-none',
    severity: 'error',
    title: 'At least one container must be essential',
    why: 'A task lives as long as its essential containers. If none is essential, nothing says when it has ended. A container without "essential" counts as essential.',
    answer: "Task definition doesn't have any essential container.",
    source: reported('eagletmt/hako', 68),
    examples: {
      good: [{ title: 'Left out means true', task: fargate({}, {}, { essential: false }) }],
      bad: [
        { title: 'One container, not essential', task: fargate({}, { essential: false }) },
        { title: 'None of two', task: ec2({}, { essential: false }, { essential: false }) },
      ],
    },
    *check(reading) {
      const containers = containersOf(reading);
      const list = reading.task.containerDefinitions;
      if (containers.length === 0 || !wholeList(reading, ['containerDefinitions'], list)) return;
      const every = containers.every(
        ({ definition, at }) => definition.essential === false && known(reading, [...at, 'essential']),
      );
      if (!every) return;
      const main = mainContainer(reading);
      yield {
        path: main ? [...main.at, 'essential'] : ['containerDefinitions'],
        message:
          'Every container has "essential": false, so nothing decides when the task has ended: make the container that does the work essential.',
        ...(main && {
          fix: {
            label: `Make ${main.called} essential`,
            safe: true,
            edits: [{ op: 'set', path: [...main.at, 'essential'], value: true }],
          },
        }),
      };
    },
  },
  {
    id: 'size-64k',
    severity: 'error',
    title: 'A task definition has at most 65,536 bytes',
    why: 'ECS measures the request, white space left out. Long environments and inline scripts are what usually fills it.',
    answer: "Actual length: '66420'. Max allowed length is '65536' bytes.",
    source: reported('awsdocs/amazon-ecs-developer-guide', 149),
    examples: {
      good: [{ title: '60,000 characters of command', task: ec2({}, { command: ['x'.repeat(60_000)] }) }],
      bad: [
        { title: '66,000 characters of command', task: ec2({}, { command: ['x'.repeat(66_000)] }) },
        {
          title: '30,000 characters of three bytes',
          task: ec2({}, { image: IMAGE, command: ['界'.repeat(30_000)] }),
        },
      ],
    },
    *check(reading) {
      // No character of the text takes more than three bytes for one UTF-16 unit.
      if (reading.text.length * 3 <= MOST_BYTES) return;
      const bytes = byteLength(JSON.stringify(reading.task));
      if (bytes <= MOST_BYTES) return;
      yield {
        path: [],
        message: `The task definition takes ${bytes} bytes without white space, ECS takes ${MOST_BYTES}: move long environments into environment files and scripts into the image.`,
      };
    },
  },
];

/** Who most likely does the work: nobody waits for its end, and it has ports if any has. */
function mainContainer(reading: Reading): ContainerAt | undefined {
  const containers = containersOf(reading);
  const awaited = new Set(
    containers.flatMap(({ definition }) =>
      (definition.dependsOn ?? []).flatMap((entry) =>
        entry?.condition === 'SUCCESS' || entry?.condition === 'COMPLETE' ? [entry.containerName] : [],
      ),
    ),
  );
  const lasting = containers.filter(({ name }) => name === undefined || !awaited.has(name));
  return lasting.find(({ definition }) => definition.portMappings?.length) ?? lasting.at(-1);
}

/** Bytes of a text in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
