/** The part of a template that is a task definition, as the tree of a task: named and typed as the API has it. */
import type { Field } from '../../model/fields/field.ts';
import { taskField } from '../../model/fields/fieldAt.ts';
import { memberOf, shapeOf } from '../../model/fields/shape.ts';
import type { Json } from '../../model/json.ts';
import { formatPath, type Path, pathKey } from '../../model/path.ts';
import type { Place } from '../../model/reading.ts';
import { unknownMember } from '../complaint.ts';
import type { BadNode, Child, ContainerNode, SyntaxNode } from '../syntax/tree.ts';
import type { ViewProblem } from '../view.ts';
import { intrinsicOf, isNoValue, knownValue, shown, textOf } from './intrinsics.ts';
import { membersOf, templateName } from './names.ts';
import type { TemplateScope } from './scope.ts';

/** An entry of the task with its step in the file: another name, or another index where items before it are left out. */
export interface TaskChild extends Child {
  readonly step: string | number;
}

/** Something said about a place of the task that stands otherwise in the template. */
export interface Remark {
  readonly path: Path;
  readonly message: string;
}

const MOST_REMARKS = 200;
const FREE_TEXT: Field = { kind: 'longText', label: 'Value', help: 'A text.' };

export class TaskTree {
  readonly problems: ViewProblem[] = [];
  readonly remarks: Remark[] = [];
  /** Values that are shown and not written, each with the reason. */
  readonly locks = new Map<SyntaxNode, string>();
  /** The node of the file that a map or list of the task comes from. */
  readonly boxes = new Map<SyntaxNode, SyntaxNode>();
  /** Places of the task under another name in the file, by path key: what should stand there is not known to be missing. */
  readonly strays = new Map<string, Place>();
  /** The conditions that were met, in the order of the text. */
  readonly conditions = new Set<string>();
  readonly root: SyntaxNode | undefined;
  private readonly scope: TemplateScope;
  private readonly fileLocks: ReadonlyMap<SyntaxNode, string>;
  private readonly path: (string | number)[] = [];

  constructor(
    properties: SyntaxNode,
    scope: TemplateScope,
    fileLocks: ReadonlyMap<SyntaxNode, string>,
    private readonly text: string,
  ) {
    this.scope = scope;
    this.fileLocks = fileLocks;
    this.root = this.convert(properties, taskField);
  }

  /** The value as the task has it; nothing when it is left out. */
  private convert(node: SyntaxNode, field: Field): SyntaxNode | undefined {
    const made = intrinsicOf(node) === undefined ? this.plain(node, field) : this.computed(node, field);
    const reason = this.fileLocks.get(node);
    if (made !== undefined && reason !== undefined) this.locks.set(made, reason);
    return made;
  }

  private computed(node: SyntaxNode, field: Field): SyntaxNode | undefined {
    if (isNoValue(node)) return undefined;
    const found = intrinsicOf(node);
    if (found?.name === 'Fn::If' && found.argument.kind === 'array')
      return this.either(found.argument, field);
    const value = knownValue(node, this.scope);
    if (value !== undefined) {
      const made = nodeOf(coerced(value, field), node);
      this.locks.set(made, `The template computes it: ${shown(node)}.`);
      return made;
    }
    const text = shown(node);
    const opaque: BadNode = { kind: 'bad', start: node.start, end: node.end, placeholder: text, shown: text };
    if (found?.name === 'Fn::Transform')
      this.remark('is filled in by a macro, which is known only in the stack.');
    return opaque;
  }

  private either(argument: ContainerNode, field: Field): SyntaxNode | undefined {
    const condition = textOf(argument.children[0]?.value) ?? '';
    this.conditions.add(condition);
    const { holds, ground } = this.scope.told(condition);
    const branch = argument.children[holds ? 1 : 2]?.value;
    const why = {
      chosen: 'as chosen',
      defaults: "by the parameters' defaults",
      unknown: 'which cannot be told here',
    };
    const what = branch === undefined || isNoValue(branch) ? 'left out' : 'shown';
    this.remark(`depends on the condition ${condition}: ${what} as when it is ${holds}, ${why[ground]}.`);
    const made = branch && this.convert(branch, field);
    if (made !== undefined)
      this.locks.set(made, `It stands inside !If on the condition ${condition}, as one of two ways.`);
    return made;
  }

  private plain(node: SyntaxNode, field: Field): SyntaxNode {
    const shape = shapeOf(field);
    if (node.kind === 'array' && field.kind === 'list') return this.list(node, field.item);
    if (node.kind === 'object' && (shape === 'structure' || shape === 'texts'))
      return this.members(node, field);
    const text = textOf(node);
    // CloudFormation takes a number for a text and a text for a number or a word.
    if (shape === 'text' && (node.kind === 'number' || node.kind === 'literal') && text !== undefined)
      return { kind: 'string', start: node.start, end: node.end, value: this.asWritten(node, text) };
    if (node.kind === 'string') {
      const { start, end } = node;
      if (shape === 'integer' && /^\d{1,15}$/.test(node.value))
        return { kind: 'number', start, end, value: Number(node.value) };
      if (shape === 'boolean' && /^(?:true|yes|on)$/i.test(node.value))
        return { kind: 'literal', start, end, value: true };
      if (shape === 'boolean' && /^(?:false|no|off)$/i.test(node.value))
        return { kind: 'literal', start, end, value: false };
    }
    return node;
  }

  /** `08` is written so, though it is the number 8; what comes from an anchor is not written where it counts. */
  private asWritten({ start, end }: SyntaxNode, text: string): string {
    const raw = this.text.slice(start, end);
    return raw.toLowerCase() === text || Number(raw) === Number(text) ? raw : text;
  }

  private list(node: ContainerNode, item: Field): SyntaxNode {
    const children: TaskChild[] = [];
    node.children.forEach((child, step) => {
      this.path.push(children.length);
      const value = this.convert(child.value, item);
      this.path.pop();
      if (value !== undefined) children.push({ ...child, value, step });
    });
    return this.box(node, children);
  }

  private members(node: ContainerNode, field: Field): SyntaxNode {
    const free = field.kind !== 'structure';
    const names = membersOf(field);
    const children: TaskChild[] = [];
    for (const child of node.children) {
      const { key: step } = child;
      if (step === undefined) continue;
      const member = free ? step : names.get(step);
      if (member === undefined || (free && step.startsWith('Fn::'))) {
        this.unknown(child, step, [...names.keys()]);
        continue;
      }
      const inner = free ? FREE_TEXT : memberOf(field.fields, member);
      if (inner === undefined) continue;
      this.path.push(member);
      const value = this.convert(child.value, inner);
      this.path.pop();
      if (value !== undefined) children.push({ ...child, key: member, value, step });
    }
    return this.box(node, children);
  }

  private unknown({ keyStart, keyEnd }: Child, step: string, names: readonly string[]): void {
    this.path.push(step);
    const path = [...this.path];
    if (step.startsWith('Fn::')) this.remark('is filled in by a macro, which is known only in the stack.');
    else {
      const where = path.length === 1 ? 'of a task definition' : `in ${formatPath(path.slice(0, -1))}`;
      const message = unknownMember(step, names, where).replace('ECS knows', 'CloudFormation knows');
      const place = { start: Math.max(keyStart, 0), end: Math.max(keyEnd, 0) };
      this.strays.set(pathKey(path), place);
      this.problems.push({
        kind: 'unknown-member',
        path,
        ...place,
        message,
      });
    }
    this.path.pop();
  }

  private box(node: ContainerNode, children: TaskChild[]): SyntaxNode {
    const made: ContainerNode = { kind: node.kind, start: node.start, end: node.end, children };
    this.boxes.set(made, node);
    return made;
  }

  private remark(message: string): void {
    const path = [...this.path];
    if (this.remarks.length < MOST_REMARKS)
      this.remarks.push({ path, message: `${formatPath(path)} ${message}` });
  }
}

/** The name under which a step of the task stands in a template. */
export function stepInFile(owner: Field | undefined, step: string | number): string | number {
  return typeof step === 'number' ? step : templateName(owner, step);
}

function coerced(value: Json, field: Field): Json {
  const shape = shapeOf(field);
  if (typeof value === 'string') {
    if (shape === 'integer' && /^\d{1,15}$/.test(value)) return Number(value);
    if (shape === 'boolean' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    return value;
  }
  if (!Array.isArray(value)) return value;
  return value.map((item: Json) => (field.kind === 'list' ? coerced(item, field.item) : item));
}

/** A computed value as a node that stands where its function does. */
function nodeOf(value: Json, { start, end }: SyntaxNode): SyntaxNode {
  if (typeof value === 'string') return { kind: 'string', start, end, value };
  if (typeof value === 'number') return { kind: 'number', start, end, value };
  if (typeof value === 'boolean') return { kind: 'literal', start, end, value };
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  const children = items.map(
    (item, step): TaskChild => ({
      key: undefined,
      keyStart: -1,
      keyEnd: -1,
      value: nodeOf(item, { kind: 'bad', start, end }),
      comma: -1,
      step,
    }),
  );
  return { kind: 'array', start, end, children };
}
