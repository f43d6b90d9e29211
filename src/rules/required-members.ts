/** Members that the API model demands wherever their structure stands. */

import type { Field } from '../model/fields/field.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import { oncePer } from '../model/oncePer.ts';
import type { Path } from '../model/path.ts';
import { formatPath } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import type { Complaint, Rule } from './rule.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { api } from './terms/sources.ts';
import { known } from './terms/view.ts';

/** These have rules of their own, which know more. */
const OWN_RULES = new Set([
  'family',
  'containerDefinitions',
  'dependsOn.containerName',
  'dependsOn.condition',
  'healthCheck.command',
  'restartPolicy.enabled',
  'logConfiguration.logDriver',
  'proxyConfiguration.containerName',
  'volumesFrom.sourceContainer',
]);

/** In reading order. */
export const requiredMemberRules: readonly Rule[] = [
  {
    id: 'required-member',
    severity: 'error',
    title: 'A member that the API demands',
    why: 'Clients refuse a structure in which a required member is missing.',
    answer: 'Missing required parameter in containerDefinitions[0].secrets[0]: "valueFrom"',
    source: api('RegisterTaskDefinition'),
    examples: {
      good: [
        {
          title: 'Members that may be left out',
          task: fargate(
            {},
            {
              portMappings: [{ containerPort: 80 }],
              logConfiguration: { logDriver: 'awslogs', options: AWSLOGS },
            },
          ),
        },
      ],
      bad: [
        { title: 'A secret that comes from nowhere', task: fargate({}, { secrets: [{ name: 'DB' }] }) },
        {
          title: 'A limit without a number',
          task: ec2({}, { ulimits: [{ name: 'nofile', softLimit: 1024 }] }),
        },
        { title: 'A disk without size', task: fargate({ ephemeralStorage: {} }) },
      ],
    },
    *check(reading) {
      for (const path of lacking(reading)) yield complaint(path);
    },
  },
];

function complaint(path: Path): Complaint {
  return {
    path,
    message: `${formatPath(path.slice(0, -1))} lacks "${path.at(-1)}", which the API demands: add it, or take the whole entry out.`,
  };
}

function* lacking(reading: Reading): Generator<Path> {
  const path: (string | number)[] = [];
  function* walk(value: unknown, field: Field): Generator<Path> {
    if (value === undefined) return;
    if (field.kind === 'list' && Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        path.push(index);
        yield* walk(item, field.item);
        path.pop();
      }
    } else if (field.kind === 'structure' && typeof value === 'object') {
      const members = value as Readonly<Record<string, unknown>>;
      for (const [name, member] of interesting(field.fields)) {
        path.push(name);
        const found = members[name];
        if (found !== undefined) yield* walk(found, member);
        else if (member.required === 'client' && !OWN_RULES.has(ownName(path)) && known(reading, path))
          yield [...path];
        path.pop();
      }
    }
  }
  yield* walk(reading.task, { kind: 'structure', label: '', help: '', fields: taskFields });
}

/** The members that are required or have members below them; the others cannot lack anything. */
const interesting = oncePer((fields: Readonly<Record<string, Field>>): readonly [string, Field][] =>
  Object.entries(fields).filter(
    ([, field]) =>
      field.required === 'client' ||
      field.kind === 'structure' ||
      (field.kind === 'list' && field.item.kind === 'structure'),
  ),
);

/** The last two names of a path, indexes left out. */
function ownName(path: Path): string {
  return path
    .filter((step) => typeof step === 'string')
    .slice(-2)
    .join('.')
    .replace(/^containerDefinitions\./, '');
}
