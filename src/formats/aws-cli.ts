/** What is typed in a shell. */
import { detect, read } from '../lens/index.ts';
import { templateTreeOf } from '../lens/recentTrees.ts';
import { isTemplate } from '../lens/template.ts';
import type { Json } from '../model/json.ts';
import { builtTask } from './built/builtTask.ts';
import { fitTo, memberName } from './built/fitTo.ts';
import { words } from './compose/quantities.ts';
import type { Format, FormatReading, Loss } from './format.ts';
import { isRegistration, jsonFile } from './json/jsonFile.ts';
import { aboutAll, problemsOf } from './json/problemsOf.ts';
import { registerCommand } from './json/registerCommand.ts';
import { registerText, takenOut } from './json/registerText.ts';

const COMMAND = /^[\s$]*(?:[\w/.-]*\/)?aws\s+(?:--?[\w-]+[= ]\S+\s+)*ecs\s+register-task-definition(?=\s|$)/;
const LENGTH_LIMIT = 4 << 20;

/** Options that steer the command and say nothing about the task. */
const STEERS = new Set(['region', 'profile', 'output', 'query', 'endpoint-url', 'no-cli-pager', 'debug']);

export const awsCli: Format = {
  id: 'aws-cli',
  label: 'AWS CLI command',
  extension: 'sh',
  recognises: (text) => COMMAND.test(text.slice(0, 2000)),
  read: (text) => {
    const all = words(text.slice(0, LENGTH_LIMIT).replace(/\\\r?\n/g, ' '));
    const options = optionsOf(all.slice(all.indexOf('register-task-definition') + 1));
    const input = options.get('cli-input-json');
    return input === undefined ? fromOptions(options) : fromInput(input[0] ?? '');
  },
  write: (_task, text, source) => {
    const reading = read(text, source);
    return { text: `${registerCommand(registerText(reading))}\n`, losses: takenOut(reading) };
  },
};

/** `--name value …` and `--name=value`, up to where the next command begins. */
function optionsOf(all: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, string[]>();
  let values: string[] = [];
  for (const word of all) {
    if (/^(?:[|;&>]|&&|\|\|)$/.test(word)) break;
    const found = /^--([a-z][a-z-]*)(?:=([\s\S]*))?$/.exec(word);
    if (found === null) values.push(word);
    else {
      values = found[2] === undefined ? [] : [found[2]];
      options.set(found[1] ?? '', values);
    }
  }
  return options;
}

function fromInput(json: string): FormatReading {
  if (json.startsWith('file:')) return elsewhere(json);
  const template = isTemplate(json);
  const file = jsonFile(json);
  const problems = problemsOf(template ? templateTreeOf(json) : file.tree);
  const text = json.endsWith('\n') ? json : `${json}\n`;
  if (!template && !isRegistration(file))
    return { tasks: [], problems: [...problems, aboutAll('What --cli-input-json is given holds no task.')] };
  const family = read(text).task.family ?? 'Task definition';
  return { tasks: [{ name: family, text, source: detect(text), losses: [] }], problems };
}

function elsewhere(address: string): FormatReading {
  const message = `The task stands in ${address.slice(0, 200)}, which is not here: import that file.`;
  return { tasks: [], problems: [aboutAll(message)] };
}

/** `--family shop --container-definitions '[…]'`: each option a member under its own name. */
function fromOptions(options: ReadonlyMap<string, readonly string[]>): FormatReading {
  const losses: Loss[] = [];
  const task: Record<string, Json> = {};
  for (const [option, values] of options) {
    const member = memberName(option.replaceAll('-', '_'), []);
    const [first = ''] = values;
    if (first.startsWith('file:')) return elsewhere(first);
    if (member === undefined) {
      if (!STEERS.has(option))
        losses.push({ path: [option], message: `--${option} is no member of a task definition.` });
      continue;
    }
    const value = givenValue(values);
    const fitted = fitTo(value, [member], (loss) => void losses.push(loss));
    if (fitted !== undefined) task[member] = fitted;
  }
  if (task.containerDefinitions === undefined)
    return { tasks: [], problems: [aboutAll('This command names no containers.')] };
  const name = typeof task.family === 'string' ? task.family : 'Task definition';
  return { tasks: [builtTask(name, task, losses)], problems: [] };
}

/** JSON, the short form `key=a,value=b` of a structure, or texts. */
function givenValue(values: readonly string[]): Json {
  const [first = ''] = values;
  if (/^\s*[[{]/.test(first)) {
    try {
      return JSON.parse(first) as Json;
    } catch {
      return first;
    }
  }
  const read = values.map((value): Json => {
    const pairs = value.split(',').map((pair) => /^(\w+)=(.*)$/s.exec(pair));
    return pairs.every((pair) => pair !== null)
      ? Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
      : value;
  });
  return read.length === 1 && typeof read[0] !== 'object' ? (read[0] ?? '') : read;
}
