/** In which language the user's text is, for the screen: how it is coloured, what it is called, how its file ends. */
import type { Source } from '../../src/model/reading.ts';

export interface TextLanguage {
  readonly id: 'json' | 'yaml';
  readonly label: string;
  readonly ending: string;
  /** What the text is, for those who do not see it. */
  readonly title: string;
}

const JSON_TASK: TextLanguage = {
  id: 'json',
  label: 'JSON',
  ending: '.json',
  title: 'Task definition as JSON',
};

const LANGUAGES: Readonly<Record<string, TextLanguage>> = {
  'cloudformation-yaml': {
    id: 'yaml',
    label: 'YAML',
    ending: '.yaml',
    title: 'CloudFormation template, YAML',
  },
  'cloudformation-json': { ...JSON_TASK, title: 'CloudFormation template, JSON' },
};

export function textLanguage({ lens }: Pick<Source, 'lens'>): TextLanguage {
  return (Object.hasOwn(LANGUAGES, lens) ? LANGUAGES[lens] : undefined) ?? JSON_TASK;
}
