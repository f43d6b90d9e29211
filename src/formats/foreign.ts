/** Languages in which people keep task definitions and which are not read yet: told apart well enough for a helpful sentence. */

interface Foreign {
  readonly id: string;
  /** By what it is called in a sentence: "This looks like …". */
  readonly label: string;
  /** What to paste instead. */
  readonly instead: string;
  tells(text: string, ending: string): boolean;
}

const DESCRIBED =
  'Paste the task definition as JSON, for example what aws ecs describe-task-definition prints for it.';

const looksLikeJson = (text: string) => /^[\s\ufeff]*[[{]/.test(text);

/** In the order in which they are asked; the more telling sign first. */
const foreign: readonly Foreign[] = [
  {
    id: 'yaml',
    label: 'YAML',
    instead: DESCRIBED,
    tells: (text, ending) =>
      !looksLikeJson(text) &&
      (/^(?:---|[ \t]*(?:- )?["']?[\w.$/-]+["']?:(?:[ \t]|$))/m.test(text) || /^ya?ml$/.test(ending)),
  },
];

/** Signs stand near the top; more is not looked through. */
const LOOKED_AT = 200_000;

/** What a text that no format reads seems to be, and a sentence that says what to do; nothing when it tells nothing. */
export function foreignLanguage(
  text: string,
  fileName: string | undefined,
): { readonly id: string; readonly message: string } | undefined {
  const start = text.slice(0, LOOKED_AT);
  const ending = /\.([^.]*)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  const found = foreign.find(({ tells }) => tells(start, ending));
  return (
    found && {
      id: found.id,
      message: `This looks like ${found.label}, which is not read yet. ${found.instead}`,
    }
  );
}
