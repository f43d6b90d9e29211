/** Monaco ships this module without types. Imported as a part of our chunk: loaded by itself it would split Monaco's core off. */
declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
