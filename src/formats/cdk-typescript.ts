/** A construct of the AWS CDK in TypeScript. */
import { effectiveNetworkMode } from '../model/capacities.ts';
import { linkedName } from '../model/dependencies.ts';
import { items } from '../model/list.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { containerCode, joined } from './cdk/container.ts';
import { type Module, Scope } from './cdk/scope.ts';
import { taskCode } from './cdk/task.ts';
import { logicalId } from './cloudformation/template.ts';
import type { Format, Loss } from './format.ts';
import { eachOnce, lostInView } from './write/losses.ts';
import { plain } from './write/plain.ts';
import { shifted, tsValue } from './write/tsText.ts';

/** Constructs of the second level where they say all that the task says; else the template is overridden at that place. */
export const cdkTypescript: Format = {
  id: 'cdk-typescript',
  label: 'AWS CDK (TypeScript)',
  extension: 'ts',
  write: (task, text, source) => {
    const { code, losses } = construct(plain(task) as TaskDefinition);
    return { text: code, losses: eachOnce([...lostInView(text, source), ...losses]) };
  },
};

const MODULES: Readonly<Record<Module, string>> = {
  cdk: 'aws-cdk-lib',
  iam: 'aws-cdk-lib/aws-iam',
  logs: 'aws-cdk-lib/aws-logs',
  secretsmanager: 'aws-cdk-lib/aws-secretsmanager',
  ssm: 'aws-cdk-lib/aws-ssm',
};

function construct(task: TaskDefinition): { readonly code: string; readonly losses: readonly Loss[] } {
  const scope = new Scope(effectiveNetworkMode(task));
  const { className, props } = taskCode(task, scope);
  const containers = items(task.containerDefinitions).map(([container]) => container);
  const variables = new Map<string, string>();
  for (const { name = '' } of containers)
    if (!variables.has(name)) variables.set(name, scope.variable(name || 'container'));
  const needed = new Set(
    containers.flatMap(({ name = '', dependsOn, links, mountPoints, volumesFrom }) => [
      ...items(dependsOn).map(([{ containerName = '' }]) => containerName),
      ...items(links).map(([link]) => linkedName(link)),
      ...([dependsOn, links, mountPoints, volumesFrom].some((list) => (list ?? []).length > 0) ? [name] : []),
    ]),
  );
  const added = containers.map((container, index) => {
    const { name = '' } = container;
    const call = `${containerCode(container, ['containerDefinitions', index], scope)};`;
    return needed.has(name) ? `const ${variables.get(name)} = ${call}` : call;
  });
  const joins = containers.flatMap((container, index) =>
    joined(
      container,
      variables.get(container.name ?? '') ?? '',
      ['containerDefinitions', index],
      variables,
      scope,
    ),
  );
  const tags = items(task.tags).map(
    ([{ key = '', value = '' }]) =>
      `${scope.use('cdk')}.Tags.of(taskDefinition).add(${tsValue(key)}, ${tsValue(value)});`,
  );
  const hatch =
    scope.overrides.length === 0
      ? []
      : [
          '// What the constructs above have no property for.',
          'const cfn = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;',
          ...scope.overrides,
        ];
  const paragraphs = [
    ['super(scope, id);'],
    scope.before,
    [`const taskDefinition = new ecs.${className}(this, 'TaskDefinition', ${props});`],
    scope.imported,
    ...added.map((call) => [call]),
    joins,
    tags,
    hatch,
    ['this.taskDefinition = taskDefinition;'],
  ].filter((lines) => lines.length > 0);
  const body = paragraphs.map((lines) => lines.join('\n')).join('\n\n');
  return {
    code: `${imports(scope)}
export class ${logicalId(task.family)} extends Construct {
  readonly taskDefinition: ecs.${className};

  constructor(scope: Construct, id: string) {
${shifted(shifted(body))}
  }
}
`,
    losses: scope.losses,
  };
}

function imports(scope: Scope): string {
  const modules = Object.entries(MODULES).filter(([name]) => scope.modules.has(name as Module));
  return [...modules, ['ecs', 'aws-cdk-lib/aws-ecs'] as const]
    .sort((one, other) => one[1].localeCompare(other[1], 'en'))
    .map(([name, module]) => `import * as ${name} from '${module}';`)
    .concat("import { Construct } from 'constructs';", '')
    .join('\n');
}
