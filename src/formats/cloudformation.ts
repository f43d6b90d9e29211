/** A CloudFormation template, YAML or JSON, written by hand or synthesised by the CDK. It stays one: see the lens. */
import { faultsOf, TASK_TYPE, tasksInTemplate } from '../lens/cloudformation/found.ts';
import '../lens/cloudformation/index.ts';
import { treeOf } from '../lens/recentTrees.ts';
import { lineFinder } from '../lens/syntax/lines.ts';
import { childAt } from '../lens/syntax/tree.ts';
import type { Format } from './format.ts';
import { aboutAll } from './json/problemsOf.ts';

export const cloudformation: Format = {
  id: 'cloudformation',
  label: 'CloudFormation template',
  extension: 'yaml',
  recognises: (text) => (inBraces(text) ? isJsonTemplate(text) : isYamlTemplate(text)),
  read: (text, _fileName, switches) => {
    const language = inBraces(text) ? 'json' : 'yaml';
    const tasks = tasksInTemplate(text, language, switches).map(({ remarks, ...task }) => ({
      ...task,
      text,
      losses: remarks,
    }));
    const find = lineFinder(text);
    const problems = faultsOf(text, language)
      .filter(({ fatal }) => fatal)
      .map(({ message, start, end }) => ({ message, place: { start, end }, ...find(start) }));
    if (tasks.length > 0 || problems.length > 0) return { tasks, problems };
    return {
      tasks,
      problems: [aboutAll(`This CloudFormation template has no resource of the type ${TASK_TYPE}.`)],
    };
  },
};

function inBraces(text: string): boolean {
  return /^[\s\ufeff]*\{/.test(text);
}

function isJsonTemplate(text: string): boolean {
  const { root } = treeOf(text);
  const resources = childAt(root, 'Resources')?.value;
  if (resources?.kind !== 'object') return false;
  if (childAt(root, 'AWSTemplateFormatVersion') !== undefined) return true;
  return resources.children.some(({ value }) => {
    const type = childAt(value, 'Type')?.value;
    return type?.kind === 'string' && /^(?:AWS|Custom|Alexa)::/.test(type.value);
  });
}

/** `Resources` at the edge of the page, and in it a type of AWS; or the version that only such a template has. */
function isYamlTemplate(text: string): boolean {
  if (!/^(?:["']?)Resources(?:["']?)[ \t]*:/m.test(text)) return false;
  return /^["']?AWSTemplateFormatVersion["']?[ \t]*:|^[ \t]+["']?Type["']?[ \t]*:[ \t]+["']?(?:AWS|Custom)::/m.test(
    text,
  );
}
