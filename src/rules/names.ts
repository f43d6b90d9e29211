/** Names of containers. */
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { deployed, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const ALLOWED = /^[A-Za-z0-9_-]{1,255}$/;

/** In reading order. */
export const nameRules: readonly Rule[] = [
  {
    id: 'name-missing',
    severity: 'error',
    title: 'A container needs a name',
    why: 'Dependencies, log streams, load balancers and exec sessions find a container by its name.',
    answer: 'Container.name should not be null or empty.',
    source: reported('hashicorp/terraform', 2888),
    examples: {
      good: [{ title: 'A name of one letter', task: fargate({}, { name: 'a' }) }],
      bad: [
        { title: 'No name', task: fargate({}, { name: undefined }) },
        { title: 'An empty name', task: ec2({}, { name: '' }) },
      ],
    },
    *check(reading) {
      const names = new Set(containersOf(reading).map(({ name }) => name));
      for (const { definition, at, index } of containersOf(reading)) {
        const path = [...at, 'name'];
        if (definition.name || !known(reading, path)) continue;
        let suggestion = index === 0 && !names.has('app') ? 'app' : `container-${index + 1}`;
        while (names.has(suggestion)) suggestion += '-2';
        yield {
          path,
          message: `Container ${index + 1} has no name: add a "name" of letters, digits, - and _ that no other container of the task has.`,
          fix: {
            label: `Call it ${quote(suggestion)}`,
            safe: false,
            edits: [{ op: 'set', path, value: suggestion }],
          },
        };
      }
    },
  },
  {
    id: 'name-chars',
    severity: 'error',
    title: 'A container name has 1 to 255 letters, digits, hyphens and underscores',
    why: 'The name becomes a host name, a part of log stream names and of ARNs.',
    answer: 'Container.name contains invalid characters.',
    source: reported('hashicorp/terraform-provider-aws', 5950),
    examples: {
      good: [{ title: 'Every kind of character that is allowed', task: ec2({}, { name: 'Web_1-b' }) }],
      bad: [
        { title: 'A dot', task: fargate({}, { name: 'web.v2' }) },
        { title: '256 characters', task: fargate({}, { name: 'n'.repeat(256) }) },
      ],
    },
    *check(reading) {
      for (const { name, at } of containersOf(reading)) {
        const path = [...at, 'name'];
        if (!name || ALLOWED.test(name) || !known(reading, path)) continue;
        const wrong =
          name.length > 255
            ? `has ${name.length} characters, 255 are allowed`
            : 'may only hold letters, digits, - and _';
        yield { path, message: `The container name ${quote(name)} ${wrong}: choose another name.` };
      }
    },
  },
  {
    id: 'name-duplicate',
    severity: 'error',
    title: 'Container names are unique in a task',
    why: 'Everything that refers to a container does so by its name.',
    answer: 'Container names must be unique within a task definition',
    source: deployed('pf-ecs-container-name-unique'),
    examples: {
      good: [
        { title: 'Names that differ in case only', task: fargate({}, { name: 'web' }, { name: 'Web' }) },
      ],
      bad: [{ title: 'Two of one name', task: fargate({}, { name: 'web' }, { name: 'web' }) }],
    },
    *check(reading) {
      const first = new Map<string, number>();
      const all = new Set(containersOf(reading).map(({ name }) => name));
      for (const { name, at, index } of containersOf(reading)) {
        const path = [...at, 'name'];
        if (!name || !known(reading, path)) continue;
        const before = first.get(name);
        if (before === undefined) {
          first.set(name, index);
          continue;
        }
        let count = 2;
        while (all.has(`${name}-${count}`)) count += 1;
        const free = `${name}-${count}`;
        all.add(free);
        yield {
          path,
          message: `Container ${index + 1} is called ${quote(name)} as container ${before + 1} is already: rename one of them, and what refers to it.`,
          ...(free.length <= 255 && {
            fix: {
              label: `Call this one ${quote(free)}`,
              safe: false,
              edits: [{ op: 'set', path, value: free }],
            },
          }),
        };
      }
    },
  },
];
