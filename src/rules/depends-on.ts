import type { Path } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import type { Dependency } from './terms/dependencies.ts';
import { dependenciesOf } from './terms/dependencies.ts';
import { ec2, fargate } from './terms/examples.ts';
import type { Arrow } from './terms/rings.ts';
import { rings } from './terms/rings.ts';
import { api, deployed, reported } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { allContainerNamesKnown, containersOf, known } from './terms/view.ts';
import { nearest, quote } from './terms/words.ts';
import { wrongWord } from './terms/wrongWord.ts';

const on = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });
const CHECK = { command: ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1'] };

/** In reading order. */
export const dependsOnRules: readonly Rule[] = [
  {
    id: 'dep-unknown',
    severity: 'error',
    title: 'A dependency must name a container of the task',
    why: 'Containers can only wait for others of the same task definition. After a renaming the old name often stays behind.',
    answer: "Cannot depend on container + 'nope' because it does not exist",
    source: deployed('pf-ecs-container-depends-on', 'the stray plus sign is the service’s own'),
    examples: {
      good: [{ title: 'The other container', task: fargate({}, on('sidecar', 'START'), {}) }],
      bad: [
        { title: 'A typing slip', task: fargate({}, on('sidcar', 'START'), {}) },
        { title: 'Nobody of that name', task: ec2({}, on('migrations', 'SUCCESS'), {}) },
        { title: 'No name', task: ec2({}, { dependsOn: [{ condition: 'START' }] }, {}) },
      ],
    },
    *check(reading) {
      if (!allContainerNamesKnown(reading)) return;
      for (const dependency of dependenciesOf(reading)) {
        const { waits, path, name, target } = dependency;
        if (target) continue;
        const fix = renamed(reading, dependency) ?? dropped(dependency);
        yield {
          path: [...path, 'containerName'],
          message:
            name === ''
              ? `${waits.called} has a dependency without "containerName": name the container that it waits for, or take the entry out.`
              : `${waits.called} waits for ${quote(name)}, but no container of the task has that name: correct the name, or take the dependency out.`,
          fix,
        };
      }
    },
  },
  {
    id: 'dep-essential',
    severity: 'error',
    title: 'Who is waited for until it ends must not be essential',
    why: 'When an essential container ends, the whole task stops. So nothing can wait for its end and then start. A container without "essential" counts as essential.',
    answer: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
    source: reported('boto/boto3', 2436),
    examples: {
      good: [
        {
          title: 'The usual init container',
          task: fargate({}, on('sidecar', 'SUCCESS'), { essential: false }),
        },
      ],
      bad: [
        { title: '"essential" left out', task: fargate({}, on('sidecar', 'SUCCESS'), {}) },
        { title: 'COMPLETE', task: ec2({}, on('sidecar', 'COMPLETE'), { essential: true }) },
      ],
    },
    *check(reading) {
      for (const { waits, path, target, condition } of dependenciesOf(reading)) {
        if (!target || (condition !== 'SUCCESS' && condition !== 'COMPLETE')) continue;
        const essential = [...target.at, 'essential'];
        if (target.definition.essential === false || !known(reading, essential)) continue;
        const another = containersOf(reading).some(
          (other) => other !== target && other.definition.essential !== false,
        );
        yield {
          path,
          message: `${waits.called} waits for ${target.called} to end (${condition}), but ${target.called} is essential: its end would stop the task. Set "essential": false on ${target.called}.`,
          fix: another
            ? {
                label: `Make ${target.called} non-essential`,
                safe: true,
                edits: [{ op: 'set', path: essential, value: false }],
              }
            : startInstead(path, target),
        };
      }
    },
  },
  {
    id: 'dep-healthy',
    severity: 'error',
    title: 'Who is waited for until healthy needs a health check',
    why: 'ECS reads health from the task definition only. A HEALTHCHECK in the image is not looked at.',
    answer: 'A dependency container with HEALTHY condition must have health check configured',
    source: deployed('pf-ecs-depends-on-healthy'),
    examples: {
      good: [{ title: 'With a check', task: fargate({}, on('sidecar', 'HEALTHY'), { healthCheck: CHECK }) }],
      bad: [{ title: 'Without', task: fargate({}, on('sidecar', 'HEALTHY'), {}) }],
    },
    *check(reading) {
      for (const { waits, path, target, condition } of dependenciesOf(reading)) {
        if (!target || condition !== 'HEALTHY' || target.definition.healthCheck) continue;
        if (!known(reading, [...target.at, 'healthCheck'])) continue;
        yield {
          path,
          message: `${waits.called} waits for ${target.called} to be healthy, but ${target.called} has no "healthCheck" here (one in the image does not count): add one, or wait for START.`,
          fix: startInstead(path, target),
        };
      }
    },
  },
  {
    id: 'dep-cycle',
    severity: 'error',
    title: 'Dependencies must not run in a circle',
    why: 'In a circle everybody waits for somebody, and nothing starts.',
    assumedAnswers: ['Container dependsOn contains a cycle'],
    source: reported('faiscadev/fakecloud', 1211, 'the words of the service are not known'),
    examples: {
      good: [
        {
          title: 'A diamond is no circle',
          task: fargate(
            {},
            {
              dependsOn: ['sidecar', 'third'].map((containerName) => ({ containerName, condition: 'START' })),
            },
            on('third', 'START'),
            {},
          ),
        },
      ],
      bad: [
        { title: 'Each waits for the other', task: ec2({}, on('sidecar', 'START'), on('app', 'START')) },
        { title: 'Itself', task: fargate({}, on('app', 'START')) },
      ],
    },
    *check(reading) {
      const containers = containersOf(reading);
      const place = new Map(containers.map((container, index) => [container, index]));
      const arrows: Arrow<Dependency>[] = [];
      for (const entry of dependenciesOf(reading)) {
        const to = entry.target && place.get(entry.target);
        if (to !== undefined) arrows.push({ from: place.get(entry.waits) ?? 0, to, entry });
      }
      for (const ring of rings(containers.length, arrows)) {
        const closing = ring.at(-1)?.entry;
        if (!closing) continue;
        const names = ring.map(({ entry }) => entry.waits.called);
        const circle =
          ring.length === 1
            ? `${closing.waits.called} waits for itself, so it never starts`
            : `${[...names, names[0]].join(' waits for ')}: none of them ever starts`;
        yield { path: closing.path, message: `${circle}. Take one dependency out.`, fix: dropped(closing) };
      }
    },
  },
  {
    id: 'dep-condition',
    severity: 'error',
    title: 'A dependency has one of four conditions',
    why: 'START: it has started. COMPLETE: it has ended. SUCCESS: it has ended with 0. HEALTHY: its health check has passed. The member is required.',
    source: api('ContainerDependency'),
    examples: {
      good: [{ title: 'COMPLETE', task: fargate({}, on('sidecar', 'COMPLETE'), { essential: false }) }],
      bad: [
        { title: 'Another word', task: fargate({}, on('sidecar', 'STARTED'), {}) },
        { title: 'No condition', task: ec2({}, { dependsOn: [{ containerName: 'sidecar' }] }, {}) },
      ],
    },
    *check(reading) {
      for (const { waits, path: entry, name, condition } of dependenciesOf(reading)) {
        if (condition !== undefined) continue;
        const path = [...entry, 'condition'];
        const word = wrongWord(reading, path);
        if (word === undefined && !known(reading, path)) continue;
        const what =
          word === undefined ? 'without a condition' : `with ${quote(word)}, a condition that does not exist`;
        yield {
          path,
          message: `${waits.called} waits for ${quote(name)} ${what}: write START, COMPLETE, SUCCESS or HEALTHY.`,
          fix: { label: 'Wait for START', safe: false, edits: [{ op: 'set', path, value: 'START' }] },
        };
      }
    },
  },
];

function startInstead(path: Path, target: ContainerAt): Fix {
  return {
    label: `Wait only until ${target.called} has started`,
    safe: false,
    edits: [{ op: 'set', path: [...path, 'condition'], value: 'START' }],
  };
}

function dropped({ waits, path, name }: Dependency): Fix {
  // With the last one the list goes too, as it does when an edge is deleted.
  const isLast = waits.definition.dependsOn?.length === 1;
  return {
    label: `Let ${waits.called} no longer wait for ${quote(name)}`,
    safe: false,
    edits: [{ op: 'remove', path: isLast ? path.slice(0, -1) : path }],
  };
}

/** The name that was probably meant, if the dependency would then be one that ECS accepts. */
function renamed(reading: Reading, { waits, path, name, condition }: Dependency): Fix | undefined {
  const others = containersOf(reading).filter((other) => other !== waits);
  const meant = nearest(
    name,
    others.flatMap((other) => other.name || []),
  );
  const target = meant === undefined ? undefined : others.find((other) => other.name === meant);
  if (meant === undefined || !target) return undefined;
  const { essential, healthCheck, dependsOn } = target.definition;
  const possible =
    condition === 'START' || (condition === 'HEALTHY' ? healthCheck !== undefined : essential === false);
  const back = dependsOn?.some((entry) => entry?.containerName === waits.name);
  if (!possible || back) return undefined;
  return {
    label: `Wait for ${quote(meant)} instead`,
    safe: true,
    edits: [{ op: 'set', path: [...path, 'containerName'], value: meant }],
  };
}
