/** Monaco with JSON and YAML alone, coloured by the product's tokens. Loaded on demand: nothing before the canvas imports it. */
import './monacoEnvironment.ts';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import * as yaml from 'monaco-editor/languages/definitions/yaml/yaml';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import type { Path } from '../../src/model/path.ts';
import { jsonSchema } from '../../src/model/schema.ts';

export { monaco };

/** A language that knows nothing: no colours, no brackets, no services. */
export const LONG_TEXT = 'long-text';
monaco.languages.register({ id: LONG_TEXT });

monaco.languages.register({ id: 'yaml' });
monaco.languages.setMonarchTokensProvider('yaml', yaml.language);
monaco.languages.setLanguageConfiguration('yaml', yaml.conf);

const SCHEMA_URI = 'designer://schema.json';

/** Completion and hover come from our own field table, which knows nothing of templates (no root); Monaco's own errors are off, because our findings are the markers. */
export function setSchemaFor(root: Path | undefined, isContainerList: boolean): void {
  const schema = isContainerList
    ? { type: 'array', items: jsonSchema({ of: 'container' }) }
    : jsonSchema(root === undefined ? {} : { root });
  const schemas = root === undefined ? [] : [{ uri: SCHEMA_URI, fileMatch: ['*'], schema }];
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    allowComments: true,
    enableSchemaRequest: false,
    schemaValidation: 'ignore',
    schemas,
  });
}

/** A colour token with six digits: Monaco takes no short form. */
function token(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return /^#[\da-f]{3}$/i.test(value) ? value.replace(/[\da-f]/gi, '$&$&') : value;
}

/** Makes Monaco's theme from the page's present colours. Call it again when the page's theme changes. */
export function applyTheme(): void {
  const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
  const colour = (name: string) => token(name).replace('#', '');
  monaco.editor.defineTheme('designer', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: colour('--text') },
      { token: 'string.key.json', foreground: colour('--text') },
      { token: 'string.value.json', foreground: colour('--json-string') },
      { token: 'number.json', foreground: colour('--json-number') },
      { token: 'keyword.json', foreground: colour('--json-word') },
      { token: 'type.yaml', foreground: colour('--text') },
      { token: 'string.yaml', foreground: colour('--json-string') },
      { token: 'number.yaml', foreground: colour('--json-number') },
      { token: 'keyword.yaml', foreground: colour('--json-word') },
      { token: 'tag.yaml', foreground: colour('--json-word') },
      { token: 'namespace.yaml', foreground: colour('--json-word') },
      { token: 'comment.yaml', foreground: colour('--text-2') },
      { token: 'operators.yaml', foreground: colour('--text') },
      { token: 'delimiter', foreground: colour('--text') },
    ],
    colors: {
      'editor.background': token('--panel'),
      'editor.foreground': token('--text'),
      'editorLineNumber.foreground': token('--text-3'),
      'editorLineNumber.activeForeground': token('--text'),
      'editorCursor.foreground': token('--accent'),
      'editor.selectionBackground': token('--accent-tint'),
      'editor.lineHighlightBackground': token('--hover'),
      'editor.lineHighlightBorder': '#00000000',
      'editorWidget.background': token('--raised'),
      'editorWidget.border': token('--line-strong'),
      'editorError.foreground': token('--err'),
      'editorWarning.foreground': token('--warn'),
      'editorInfo.foreground': token('--info'),
      focusBorder: token('--accent'),
    },
  });
  monaco.editor.setTheme('designer');
}
