/** What a task found in a file is called in a list of them. */
import { childAt, type SyntaxNode } from '../../lens/syntax/tree.ts';

/** The text of a member, if it has one. */
export function textAt(node: SyntaxNode | undefined, member: string): string | undefined {
  const value = childAt(node, member)?.value;
  return value?.kind === 'string' && value.value !== '' ? value.value : undefined;
}

/** A file's name without folders and endings; nothing for a file without a name. */
export function stem(fileName: string | undefined): string | undefined {
  const last = fileName?.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/(?!^)\..*$/, '') || undefined;
}
