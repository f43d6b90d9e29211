/** The task definitions of a template, with what of each stands otherwise there than in a task. */
import { formatPath, type Path, stepName } from '../../model/path.ts';
import type { Source } from '../../model/reading.ts';
import type { SyntaxProblem } from '../syntax/tree.ts';
import { childAt } from '../syntax/tree.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import { textOf } from './intrinsics.ts';
import { open, readTemplate } from './readTemplate.ts';
import { conditionSwitch, DEFAULTS, scopeOf } from './scope.ts';
import type { Remark } from './taskTree.ts';
import { type Language, TASK_TYPE, templateOf } from './template.ts';

export interface TemplateTask {
  /** The logical id of the resource. */
  readonly name: string;
  readonly source: Source;
  readonly remarks: readonly Remark[];
  readonly switches: readonly { readonly id: string; readonly label: string; readonly on: boolean }[];
}

/** Every task definition in a template, in the order of the text, seen under the given choices. */
export function tasksInTemplate(
  text: string,
  language: Language,
  switches: Readonly<Record<string, boolean>> = {},
): readonly TemplateTask[] {
  const template = templateOf(text, language);
  return template.taskNames.map((name) => {
    const chosen = Object.keys(switches).length === 0 ? {} : { switches };
    const source = { lens: `cloudformation-${language}`, root: ['Resources', name, 'Properties'], ...chosen };
    const { tree, part } = open(text, source, language);
    const reading = readTemplate(text, source, language);
    const scope = scopeOf(template, source);
    const remarks: Remark[] = [...(tree?.remarks ?? [])];
    for (const { kind, path, message } of reading.problems)
      if (kind === 'unknown-member') remarks.push({ path, message });
    const unknown = [...reading.opaque.keys()];
    if (unknown.length > 0) remarks.push(knownInStack(unknown));
    if (part.node?.kind === 'object')
      for (const { key } of part.node.children)
        if (key !== undefined && key !== 'Type' && key !== 'Properties')
          remarks.push({
            path: [],
            message: `${key} of the resource ${name} is no part of a task definition: it stays in the template.`,
          });
    const conditions = [...(tree?.conditions ?? [])].map((condition) => ({
      id: conditionSwitch(condition),
      label: `Condition ${condition} holds`,
      on: scope.holds(condition),
    }));
    const defaults = {
      id: DEFAULTS,
      label: 'Parameters stand for their defaults',
      on: switches[DEFAULTS] === true,
    };
    return {
      name,
      source,
      remarks,
      switches: hasDefaults(text, language) ? [defaults, ...conditions] : conditions,
    };
  });
}

function knownInStack(keys: readonly string[]): Remark {
  const paths = keys.map((key) => formatPath(pathOfKey(key)));
  const named = paths.slice(0, 12).join(', ') + (paths.length > 12 ? ` and ${paths.length - 12} more` : '');
  const what = keys.length === 1 ? 'One value is' : `${keys.length} values are`;
  return {
    path: [],
    message: `${what} known only in the stack, so shown as written and not checked: ${named}.`,
  };
}

function pathOfKey(key: string): Path {
  return key
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : stepName(step)));
}

function hasDefaults(text: string, language: Language): boolean {
  const parameters = templateOf(text, language).section('Parameters');
  return (
    parameters?.kind === 'object' &&
    parameters.children.some(({ value }) => textOf(childAt(value, 'Default')?.value) !== undefined)
  );
}

/** In texts up to this long the whole is parsed for faults, not only what is shown. */
const MOST_PARSED = 60_000;

/** What is wrong in a template as text, and how many resources it has that are no task definitions. */
export function faultsOf(text: string, language: Language): readonly SyntaxProblem[] {
  const template = templateOf(text, language);
  if (language === 'yaml' && text.length <= MOST_PARSED) return parseYaml(text).problems;
  const [first] = template.taskNames;
  return first === undefined ? [] : template.resource(first).problems;
}

export { TASK_TYPE };
