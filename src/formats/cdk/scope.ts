/** What the parts of a CDK construct are written into. */
import { templateName, toTemplate } from '../../lens/cloudformation/names.ts';
import { fieldAt } from '../../model/fields/fieldAt.ts';
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import type { NetworkMode } from '../../model/taskDefinition.ts';
import type { Loss } from '../format.ts';
import { type TsValue, tsString, tsValue } from '../write/tsText.ts';

/** Modules of `aws-cdk-lib` by the names under which they are imported. */
export type Module = 'cdk' | 'iam' | 'logs' | 'secretsmanager' | 'ssm';

/** Names that the code itself uses, and words that TypeScript keeps. */
const TAKEN =
  'cdk ecs iam logs secretsmanager ssm Construct scope id cfn taskDefinition undefined arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield';

export class Scope {
  readonly modules = new Set<Module>();
  readonly losses: Loss[] = [];
  /** Before the task definition: roles. */
  readonly before: string[] = [];
  /** Before the containers: what they name. */
  readonly imported: string[] = [];
  readonly overrides: string[] = [];
  readonly mode: NetworkMode | 'nat';
  private readonly variables = new Set(TAKEN.split(' '));
  private readonly ids = new Set(['TaskDefinition']);
  private readonly known = new Map<string, string>();

  constructor(mode: NetworkMode | 'nat') {
    this.mode = mode;
  }

  use(module: Module): Module {
    this.modules.add(module);
    return module;
  }

  lose(path: Path, message: string): void {
    this.losses.push({ path, message });
  }

  /** A name in camel case that nothing else has yet. */
  variable(wanted: string): string {
    const words = wanted.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const name = joined.charAt(0).toLowerCase() + joined.slice(1);
    return unused(/^[a-z]/.test(name) ? name : `container${joined}`, this.variables);
  }

  /** The id of a construct: unlike all others of this one. */
  id(wanted: string): string {
    return unused(wanted.replaceAll('/', '-') || 'Unnamed', this.ids);
  }

  /** A variable for something that exists outside of the stack, one for each. */
  import(key: string, name: string, code: (id: string) => string, into = this.imported): string {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const variable = this.variable(name);
    into.push(
      `const ${variable} = ${code(tsString(this.id(variable.charAt(0).toUpperCase() + variable.slice(1))))};`,
    );
    this.known.set(key, variable);
    return variable;
  }

  /** What no construct of a higher level has a word for is put into the template as it is. */
  override(path: Path, value: Json): void {
    const inTemplate = toTemplate(value, fieldAt(path)) as TsValue;
    this.overrides.push(`cfn.addPropertyOverride(${tsString(templatePath(path))}, ${tsValue(inTemplate)});`);
  }

  takeOut(path: Path): void {
    this.overrides.push(`cfn.addPropertyDeletionOverride(${tsString(templatePath(path))});`);
  }
}

/** `ContainerDefinitions.0.HealthCheck` */
function templatePath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? String(step) : templateName(fieldAt(path.slice(0, index)), step),
    )
    .join('.');
}

function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  taken.add(name);
  return name;
}
