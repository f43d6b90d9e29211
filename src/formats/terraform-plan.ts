/** What `terraform show -json` prints: a plan or a state with values filled in. */
import { jsonOf } from '../edit/pasted.ts';
import { treeOf } from '../lens/recentTrees.ts';
import { childAt } from '../lens/syntax/tree.ts';
import type { Json } from '../model/json.ts';
import { builtTask } from './built/builtTask.ts';
import { isObject } from './built/fitTo.ts';
import type { Format, FoundTask } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { aboutAll, problemsOf } from './json/problemsOf.ts';
import { taskOfResource } from './terraform/taskOf.ts';
import { findUnknown } from './terraform/unknown.ts';

/** Members that only a plan or a state has at its top. */
const MARKS = ['terraform_version', 'format_version', 'planned_values'];
const MOST_VALUES = 100_000;
const MOST_TASKS = 50;

/** Format: https://developer.hashicorp.com/terraform/internals/json-format, and state version 4. */
export const terraformPlan: Format = {
  id: 'terraform-plan',
  label: 'Terraform plan or state (JSON)',
  extension: 'json',
  recognises: (text) => {
    const { root } = jsonFile(text);
    return MARKS.some((member) => childAt(root, member) !== undefined);
  },
  marked: true,
  read: (text) => {
    const tree = treeOf(text);
    const tasks = tree.root === undefined ? [] : tasksIn(jsonOf(tree.root));
    const problems = problemsOf(tree);
    if (tasks.length > 0) return { tasks, problems };
    const message = 'There is no aws_ecs_task_definition in this Terraform plan or state.';
    return { tasks, problems: [...problems, aboutAll(message)] };
  },
};

/** Resources anywhere below; in a plan the planned values come before the prior state, so of two with one address the first counts. */
function tasksIn(root: Json): FoundTask[] {
  const found = new Map<string, FoundTask>();
  const planned = isObject(root) && isObject(root.planned_values) ? root.planned_values : undefined;
  const unknown = unknownAfter(root);
  const queue: Json[] = [...(planned === undefined ? [] : [planned]), root];
  for (let next = 0; next < queue.length && next < MOST_VALUES && found.size < MOST_TASKS; next += 1) {
    const value = queue[next];
    if (Array.isArray(value)) queue.push(...value);
    else if (isObject(value)) {
      if (value.type === 'aws_ecs_task_definition' && value.mode !== 'data')
        takeResource(value, found, unknown);
      else queue.push(...Object.values(value).filter((item) => typeof item === 'object'));
    }
  }
  return [...found.values()];
}

/** What a plan will only know once it is applied, by address: a role that is made with the task, say. */
function unknownAfter(root: Json): ReadonlyMap<string, Json> {
  const changes = isObject(root) && Array.isArray(root.resource_changes) ? root.resource_changes : [];
  return new Map(
    changes.flatMap((one: Json): [string, Json][] =>
      isObject(one) && typeof one.address === 'string' && isObject(one.change)
        ? [[one.address, one.change.after_unknown ?? null]]
        : [],
    ),
  );
}

/** The value with a placeholder wherever it is unknown until the plan is applied, so that nobody judges it as absent. */
function withUnknown(value: Json | undefined, unknown: Json | undefined, name: string): Json {
  if (unknown === true) return value ?? `\${${name}}`;
  if (Array.isArray(unknown)) {
    const list = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(list.length, unknown.length) }, (_, index) =>
      withUnknown(list[index], unknown[index], `${name}[${index}]`),
    );
  }
  const known = value ?? {};
  if (!isObject(unknown) || !isObject(known)) return value ?? null;
  const added = Object.entries(unknown).map(([key, one]): [string, Json] => [
    key,
    withUnknown(known[key], one, `${name}.${key}`),
  ]);
  return { ...known, ...Object.fromEntries(added) };
}

function takeResource(
  resource: { readonly [member: string]: Json },
  found: Map<string, FoundTask>,
  unknown: ReadonlyMap<string, Json>,
): void {
  const address =
    typeof resource.address === 'string' ? resource.address : `aws_ecs_task_definition.${resource.name}`;
  const instances = Array.isArray(resource.instances) ? resource.instances : [resource];
  instances.forEach((instance: Json, index: number) => {
    if (!isObject(instance)) return;
    const change = isObject(instance.change) ? instance.change : undefined;
    const values = instance.values ?? instance.attributes ?? change?.after;
    const name = instances.length > 1 ? `${address}[${index}]` : address;
    if (!isObject(values ?? null) || found.has(name)) return;
    const filled = withUnknown(values, unknown.get(address), address) as { readonly [member: string]: Json };
    const { task, losses } = taskOfResource(filled, false);
    found.set(name, builtTask(name, task, [...losses, ...findUnknown(task)]));
  });
}
