/** What to type in a shell. */
import { read } from '../lens/index.ts';
import type { Format } from './format.ts';
import { registerCommand } from './json/registerCommand.ts';
import { registerText, takenOut } from './json/registerText.ts';

export const awsCli: Format = {
  id: 'aws-cli',
  label: 'AWS CLI command',
  extension: 'sh',
  write: (_task, text, source) => {
    const reading = read(text, source);
    return { text: `${registerCommand(registerText(reading))}\n`, losses: takenOut(reading) };
  },
};
