/** Builds the well-typed view of a task from the tolerant tree and the field tables: nothing of another type gets in. */
import type { Field, Fields, ListField } from '../model/fields/field.ts';
import { expectedOf, isValueOf, memberOf, shapeOf } from '../model/fields/shape.ts';
import { type Path, pathKey } from '../model/path.ts';
import type { ProblemKind } from '../model/reading.ts';
import { READ_ONLY, unknownMember, wrongType } from './complaint.ts';
import { isPlaceholder } from './placeholder.ts';
import { type Child, type ContainerNode, childAt, isContainer, type SyntaxNode } from './syntax/tree.ts';

/** More of them help nobody. */
const MOST_PROBLEMS = 1000;

/** A problem before its line is known. */
export interface ViewProblem {
  readonly kind: ProblemKind;
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly expected?: string;
}

/** A place of a text that was read before without a complaint, and its value. */
export interface Earlier {
  readonly node: SyntaxNode;
  readonly value: unknown;
}

/**
 * The value of one place as the API would have it, and everything that could not be shown so. An object or array of
 * which the text says what it said earlier has its earlier value again, which is most of it after most edits.
 */
export class View {
  readonly problems: ViewProblem[] = [];
  readonly opaque = new Map<string, string>();
  readonly unreadable = new Set<string>();
  /** Where the walk is: changed in place, copied when something is said about it. */
  private readonly path: (string | number)[];
  private readonly text: string;
  private readonly earlierText: string;

  constructor(text: string, path: Path, earlierText = '') {
    this.text = text;
    this.path = [...path];
    this.earlierText = earlierText;
  }

  /**
   * The value of a node for its field; `undefined` when it is null, opaque or of another type. `earlier` is what stood
   * there in the earlier text, for the same field.
   */
  value(node: SyntaxNode, field: Field, earlier?: Earlier): unknown {
    if (earlier !== undefined && this.saysTheSame(node, earlier.node)) return earlier.value;
    if (node.kind === 'literal' && node.value === null) {
      this.complain('null-value', node, `${this.name()} is null; ECS knows no null: leave the member out.`);
      return undefined;
    }
    const shape = shapeOf(field);
    if (node.kind === 'bad') {
      if (node.placeholder === undefined) this.unreadable.add(pathKey(this.path));
      else this.opaque.set(pathKey(this.path), node.placeholder);
      return shape === 'text' && field.kind !== 'enum' ? node.shown : undefined;
    }
    if (node.kind === 'string') {
      if (isPlaceholder(node.value, field)) {
        this.opaque.set(pathKey(this.path), node.value);
        return shape === 'text' && field.kind !== 'enum' ? node.value : undefined;
      }
      if (shape === 'text' && isValueOf(field, node.value)) return node.value;
    }
    if (shape === 'integer' && node.kind === 'number' && Number.isInteger(node.value)) return node.value;
    if (shape === 'boolean' && node.kind === 'literal') return node.value;
    if (node.kind === 'object' && shape !== 'texts' && isIntrinsic(node)) {
      this.opaque.set(pathKey(this.path), this.text.slice(node.start, node.end).replace(/\s+/g, ' '));
      return undefined;
    }
    if (field.kind === 'list' && node.kind === 'array') return this.list(node, field, earlier);
    if (field.kind === 'structure' && node.kind === 'object')
      return this.structure(node, field.fields, earlier);
    if (shape === 'texts' && node.kind === 'object') return this.texts(node);
    this.wrong(node, field);
    return undefined;
  }

  private saysTheSame(node: SyntaxNode, earlier: SyntaxNode): boolean {
    return (
      node.end - node.start === earlier.end - earlier.start &&
      this.text.slice(node.start, node.end) === this.earlierText.slice(earlier.start, earlier.end)
    );
  }

  private list(node: ContainerNode, field: ListField<Field>, earlier?: Earlier): unknown[] {
    return node.children.map((child, index) => this.below(index, child, field.item, earlier));
  }

  private structure(node: ContainerNode, fields: Fields, earlier?: Earlier): Record<string, unknown> {
    const view: Record<string, unknown> = {};
    for (const child of this.lastOfEachKey(node)) {
      const key = child.key ?? '';
      const field = memberOf(fields, key);
      if (field === undefined) this.unknown(child, key, fields);
      else {
        const value = this.below(key, child, field, earlier);
        if (value !== undefined) view[key] = value;
      }
    }
    return view;
  }

  private texts(node: ContainerNode): Record<string, string> {
    const view: Record<string, string> = Object.create(null);
    for (const child of this.lastOfEachKey(node)) {
      const value = this.below(child.key ?? '', child, FREE_TEXT);
      if (typeof value === 'string') view[child.key ?? ''] = value;
    }
    return view;
  }

  private below(step: string | number, child: Child, field: Field, around?: Earlier): unknown {
    this.path.push(step);
    // A text or a number is read sooner than it is found again.
    const earlier = around && isContainer(child.value) ? earlierAt(around, step) : undefined;
    const value = this.value(child.value, field, earlier);
    this.path.pop();
    return value;
  }

  private lastOfEachKey(node: ContainerNode): readonly Child[] {
    const last = new Map<string, Child>();
    for (const child of node.children) if (child.key !== undefined) last.set(child.key, child);
    if (last.size === node.children.length) return node.children;
    const kept: Child[] = [];
    for (const child of node.children) {
      if (child.key === undefined) continue;
      if (last.get(child.key) === child) kept.push(child);
      else {
        const named = JSON.stringify(child.key);
        this.path.push(child.key);
        this.complainAtKey(
          'duplicate-member',
          child,
          `${named} stands more than once in this object: the last one counts.`,
        );
        this.path.pop();
      }
    }
    return kept;
  }

  private unknown(child: Child, key: string, fields: Fields): void {
    const readOnly = this.path.length === 0 && READ_ONLY.has(key);
    const where = this.path.length === 0 ? 'of a task definition' : `in ${this.name()}`;
    const message = readOnly
      ? `${key} is part of what DescribeTaskDefinition returns; RegisterTaskDefinition refuses it.`
      : unknownMember(key, Object.keys(fields), where);
    this.path.push(key);
    this.complainAtKey(readOnly ? 'read-only-member' : 'unknown-member', child, message);
    this.path.pop();
  }

  private wrong(node: SyntaxNode, field: Field): void {
    this.unreadable.add(pathKey(this.path));
    const expected = expectedOf(field);
    this.complain('wrong-type', node, wrongType(this.name(), field, node, this.text), expected);
  }

  /** The place in a few words: the member's name, or for an item "item 2 of command". */
  private name(): string {
    const last = this.path[this.path.length - 1];
    if (last === undefined) return 'the task definition';
    if (typeof last === 'string') return last;
    const list = this.path[this.path.length - 2];
    return list === undefined ? `item ${last + 1}` : `item ${last + 1} of ${list}`;
  }

  private complainAtKey(kind: ProblemKind, child: Child, message: string): void {
    this.complain(kind, { start: child.keyStart, end: child.keyEnd }, message);
  }

  private complain(
    kind: ProblemKind,
    at: { start: number; end: number },
    message: string,
    expected?: string,
  ): void {
    if (this.problems.length >= MOST_PROBLEMS) return;
    const { start, end } = at;
    const first = message.charAt(0);
    const said = message.startsWith('item ') ? first.toUpperCase() + message.slice(1) : message;
    const problem = { kind, path: [...this.path], start, end, message: said };
    this.problems.push(expected === undefined ? problem : { ...problem, expected });
  }
}

/** What stands behind a key of a map. */
const FREE_TEXT: Field = { kind: 'longText', label: 'Value', help: 'A text.' };

function earlierAt({ node, value }: Earlier, step: string | number): Earlier | undefined {
  const child = childAt(node, step);
  return child && { node: child.value, value: (value as Readonly<Record<string | number, unknown>>)[step] };
}

/** What CloudFormation or the CDK fills in: `{"Ref": …}`, `{"Fn::GetAtt": …}` where ECS takes a value. */
function isIntrinsic({ children }: ContainerNode): boolean {
  const [only] = children;
  return children.length === 1 && /^(Ref|Fn::\w+)$/.test(only?.key ?? '');
}
