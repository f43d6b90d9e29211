/** Configuration of Terraform: `aws_ecs_task_definition`, and calls of modules that take containers. */
import { lineFinder } from '../lens/syntax/lines.ts';
import { builtContainers, builtTask } from './built/builtTask.ts';
import type { Format, FormatProblem, FoundTask, Loss } from './format.ts';
import { Scope } from './terraform/evaluate.ts';
import { candidatesIn } from './terraform/findTasks.ts';
import { parseHcl } from './terraform/parse.ts';
import { leaveToModule, taskOfResource } from './terraform/taskOf.ts';
import { findUnknown } from './terraform/unknown.ts';

/** More of it is not read: Terraform's files are for people. */
const LENGTH_LIMIT = 4 << 20;
const MOST_TASKS = 50;
const BLOCK =
  /^[ \t]*(?:(?:resource|data|module|variable|provider|output)[ \t]+"[^"\n]*"|(?:locals|terraform|variable|moved|import)[ \t]*\{)/m;

/**
 * Locals and defaults of variables are filled in; what only Terraform knows stays as `${…}` and is named with its place.
 * Source: the provider's documentation of aws_ecs_task_definition.
 */
export const terraform: Format = {
  id: 'terraform',
  label: 'Terraform',
  extension: 'tf',
  recognises: (text, fileName) =>
    !/^[\s\ufeff]*[[{]/.test(text) &&
    (BLOCK.test(text.slice(0, 200_000)) || /\.(?:tf|hcl|tfvars)$/i.test(fileName ?? '')),
  read: (whole) => {
    const text = whole.slice(0, LENGTH_LIMIT);
    const find = lineFinder(text);
    const { body, complaints } = parseHcl(text);
    const problems: FormatProblem[] = complaints.map(({ start, end, message }) => ({
      message,
      place: { start, end },
      ...find(start),
    }));
    const scope = new Scope(text, body);
    const found = candidatesIn(body, scope);
    const tasks = found.slice(0, MOST_TASKS).map((one): FoundTask => {
      const { line } = find(one.start);
      const { task, losses } = taskOfResource(one.arguments, one.kind === 'module');
      const said: Loss[] = [
        ...one.remarks.map((message) => ({ path: [], message: `Line ${line}: ${message}` })),
        ...losses,
        ...findUnknown(task),
        ...(one.kind === 'module' ? leaveToModule(task, one.address) : []),
      ];
      if (one.kind === 'local' && Array.isArray(task.containerDefinitions))
        return builtContainers(one.address, task.containerDefinitions, said);
      if (typeof task.family !== 'string') task.family = one.address.split('.').at(-1) ?? 'task';
      return builtTask(one.address, task, said);
    });
    const general: Loss[] = [
      ...[...scope.defaults].map((name) => ({ path: [], message: `var.${name} is taken as its default.` })),
      ...[...scope.guesses].map(([condition, taken]) => ({
        path: [],
        message: `${condition} is not known: it is taken as ${taken}.`,
      })),
    ];
    if (found.length > MOST_TASKS)
      problems.push({
        message: `${found.length - MOST_TASKS} more task definitions are in this file; only the first ${MOST_TASKS} are offered.`,
        line: 1,
        column: 1,
      });
    if (found.length === 0) problems.push(nothingFound(body.blocks, find));
    return { tasks: tasks.map((task) => ({ ...task, losses: [...task.losses, ...general] })), problems };
  },
};

function nothingFound(
  blocks: readonly { readonly type: string; readonly start: number; readonly labels: readonly string[] }[],
  find: (offset: number) => { line: number; column: number },
): FormatProblem {
  const module = blocks.find(({ type }) => type === 'module');
  const hint =
    module === undefined
      ? 'there is no aws_ecs_task_definition in it'
      : `the module ${module.labels[0] ?? ''} has no containers in a shape that is known`;
  return {
    message: `No task definition was found in this Terraform file: ${hint}. terraform show -json prints one that can be read.`,
    ...find(module?.start ?? 0),
  };
}
