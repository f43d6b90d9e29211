/** The input of RegisterTaskDefinition: what `aws ecs register-task-definition --cli-input-json` takes. */
import { read } from '../lens/index.ts';
import type { Format } from './format.ts';
import { isRegistration, jsonFile } from './json/jsonFile.ts';
import { stem, textAt } from './json/names.ts';
import { problemsOf } from './json/problemsOf.ts';
import { describedText, registerText, takenOut } from './json/registerText.ts';

export const register: Format = {
  id: 'register',
  label: 'Task definition (JSON)',
  extension: 'json',
  recognises: (text) => isRegistration(jsonFile(text)),
  read: (text, fileName) => {
    const { found, tree } = jsonFile(text);
    const problems = problemsOf(tree);
    const [first] = found;
    if (first === undefined) return { tasks: [], problems };
    const name = textAt(first.node, 'family') ?? stem(fileName) ?? 'Task definition';
    const source = { lens: first.root.length === 0 ? 'json' : 'jsonAt', root: first.root };
    return { tasks: [{ name, text, source, losses: [] }], problems };
  },
  write: (_task, text, source, _parts, { described = false } = {}) => {
    const reading = read(text, source);
    const plain = registerText(reading);
    return { text: described ? describedText(plain, reading.source) : plain, losses: takenOut(reading) };
  },
};
