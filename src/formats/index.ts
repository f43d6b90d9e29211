/** All formats, and the one function that reads whatever people bring. */
import { lineFinder } from '../lens/syntax/lines.ts';
import { isContainer, type SyntaxTree } from '../lens/syntax/tree.ts';
import { awsCli } from './aws-cli.ts';
import { canvasSvg } from './canvas-svg.ts';
import { cdkTypescript } from './cdk-typescript.ts';
import { cloudformation } from './cloudformation.ts';
import { cloudFormationJson } from './cloudformation-json.ts';
import { cloudFormationYaml } from './cloudformation-yaml.ts';
import { compose } from './compose.ts';
import { container } from './container.ts';
import { containers } from './containers.ts';
import { describe } from './describe.ts';
import { design } from './design.ts';
import { dockerCompose } from './docker-compose.ts';
import { dockerrun } from './dockerrun.ts';
import { foreignLanguage } from './foreign.ts';
import type { Format, FormatProblem, FormatReading, Switches } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { aboutAll, problemsOf } from './json/problemsOf.ts';
import { lifecycleSvg } from './lifecycle-svg.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { nested } from './nested.ts';
import { register } from './register.ts';
import { template } from './template.ts';
import { terraform } from './terraform.ts';
import { terraformHcl } from './terraform-hcl.ts';
import { terraformPlan } from './terraform-plan.ts';
import { timelineSvg } from './timeline-svg.ts';
import { wiredUpSvg } from './wired-up-svg.ts';

/** In the order in which a menu offers them. No text is recognised by two, but for one that bears a mark. */
export const formats: readonly Format[] = [
  register,
  describe,
  containers,
  container,
  template,
  dockerrun,
  cloudformation,
  terraform,
  terraformPlan,
  compose,
  nested,
  awsCli,
  cloudFormationYaml,
  cloudFormationJson,
  terraformHcl,
  cdkTypescript,
  dockerCompose,
  mermaid,
  markdown,
  canvasSvg,
  timelineSvg,
  lifecycleSvg,
  wiredUpSvg,
  design,
];

export interface AnyReading extends FormatReading {
  /** The id of the format, or of the language that the text seems to be in; nothing when it tells nothing. */
  readonly format: string | undefined;
}

/** The format of a text: one whose mark it bears, else the one that recognises what sits in it. */
function formatOf(text: string, fileName?: string): Format | undefined {
  const recognised = ({ read, recognises }: Format) =>
    read !== undefined && recognises?.(text, fileName) === true;
  return (
    formats.find((format) => format.marked && recognised(format)) ??
    formats.find((format) => !format.marked && recognised(format))
  );
}

/**
 * The task definitions in any text, told by its content; the file's name is only a hint, `switches` are choices among
 * what a file leaves open. Never throws. A text without any has a problem that says where it stops being readable, or
 * what it seems to be and what to bring instead.
 */
export function readAny(text: string, fileName?: string, switches?: Switches): AnyReading {
  const format = formatOf(text, fileName);
  if (format?.read !== undefined) return { format: format.id, ...format.read(text, fileName, switches) };
  const foreign = foreignLanguage(text, fileName);
  if (foreign !== undefined) return { format: foreign.id, tasks: [], problems: [aboutAll(foreign.message)] };
  const { tree } = jsonFile(text);
  const problems = problemsOf(tree);
  return {
    format: undefined,
    tasks: [],
    problems: tree.root === undefined ? problems : [...problems, nothingIn(tree)],
  };
}

function nothingIn({ text, root }: SyntaxTree): FormatProblem {
  const start = root?.start ?? 0;
  const message =
    root !== undefined && isContainer(root)
      ? 'There is no task definition in this JSON: neither an object with containerDefinitions nor a list of containers.'
      : 'This JSON is a single value; a task definition is an object, { … }.';
  return { message, place: { start, end: root?.end ?? start }, ...lineFinder(text)(start) };
}
