/** A CloudFormation template, parsed as far as somebody looks: JSON as a whole, YAML section by section. */
import { treeOf } from '../recentTrees.ts';
import { childAt, nodeAt, type SyntaxNode, type SyntaxProblem } from '../syntax/tree.ts';
import { parseYaml } from '../yaml/parseYaml.ts';
import type { YamlTree } from '../yaml/tree.ts';
import { type Sections, sectionsOf } from './sections.ts';

export type Language = 'yaml' | 'json';

export const TASK_TYPE = 'AWS::ECS::TaskDefinition';

export interface Template {
  readonly text: string;
  readonly language: Language;
  /** The names of all task definitions, in the order of the text. */
  readonly taskNames: readonly string[];
  /** A section as a whole: `Parameters`, `Conditions`, `Mappings`. */
  section(name: string): SyntaxNode | undefined;
  resource(name: string): Part;
}

/** A stretch of the template with what is wrong in it. */
export interface Part {
  readonly node: SyntaxNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly sound: boolean;
  readonly locks: ReadonlyMap<SyntaxNode, string>;
}

const KEPT = 3;
const recent: Template[] = [];

/** The template in a text; the same one for the same text. Never throws: a text that is no template has no task names. */
export function templateOf(text: string, language: Language): Template {
  const known = recent.findIndex((one) => one.text === text && one.language === language);
  const template = recent[known] ?? (language === 'json' ? jsonTemplate(text) : yamlTemplate(text));
  if (known !== 0) {
    if (known > 0) recent.splice(known, 1);
    recent.unshift(template);
    recent.length = Math.min(recent.length, KEPT);
  }
  return template;
}

const NO_LOCKS: ReadonlyMap<SyntaxNode, string> = new Map();

function jsonTemplate(text: string): Template {
  const { root, problems, sound } = treeOf(text);
  return {
    text,
    language: 'json',
    taskNames: tasksIn(childAt(root, 'Resources')?.value),
    section: (name) => childAt(root, name)?.value,
    resource: (name) => ({ node: nodeAt(root, ['Resources', name]), problems, sound, locks: NO_LOCKS }),
  };
}

function yamlTemplate(text: string): Template {
  const sections = sectionsOf(text);
  return (sections && inSections(text, sections)) ?? asWhole(text);
}

function asWhole(text: string): Template {
  const tree = parseYaml(text);
  const { root, problems, sound, locks } = tree;
  return {
    text,
    language: 'yaml',
    taskNames: tasksIn(childAt(root, 'Resources')?.value),
    section: (name) => childAt(root, name)?.value,
    resource: (name) => ({ node: nodeAt(root, ['Resources', name]), problems, sound, locks }),
  };
}

/** Nothing when a stretch cannot be understood by itself: an alias in it may stand for something outside. */
function inSections(text: string, { top, resources }: Sections): Template | undefined {
  const tasks = new Map<string, YamlTree>();
  for (const [name, { start, end }] of resources) {
    if (!text.slice(start, end).includes(TASK_TYPE)) continue;
    const tree = parseYaml(text, start, end);
    if (!tree.sound && /(?:^|[\s,[{])\*[\w-]/.test(text.slice(start, end))) return undefined;
    const type = nodeAt(tree.root, [name, 'Type']);
    if (type?.kind === 'string' && type.value === TASK_TYPE) tasks.set(name, tree);
  }
  const parsed = new Map<string, SyntaxNode | undefined>();
  return {
    text,
    language: 'yaml',
    taskNames: [...tasks.keys()],
    section: (name) => {
      const place = top.get(name);
      if (place === undefined) return undefined;
      if (!parsed.has(name)) parsed.set(name, nodeAt(parseYaml(text, place.start, place.end).root, [name]));
      return parsed.get(name);
    },
    resource: (name) => {
      const tree = tasks.get(name);
      return {
        node: nodeAt(tree?.root, [name]),
        problems: tree?.problems ?? [],
        sound: tree?.sound ?? false,
        locks: tree?.locks ?? NO_LOCKS,
      };
    },
  };
}

function tasksIn(resources: SyntaxNode | undefined): readonly string[] {
  if (resources?.kind !== 'object') return [];
  const names = resources.children.flatMap(({ key, value }) => {
    const type = childAt(value, 'Type')?.value;
    return key !== undefined && type?.kind === 'string' && type.value === TASK_TYPE ? [key] : [];
  });
  return [...new Set(names)];
}
