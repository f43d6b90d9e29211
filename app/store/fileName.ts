import { designStore } from './designStore.ts';

/** The name under which a file of the design is downloaded. */
export function fileName(ending: string): string {
  const { name, shown } = designStore.getState();
  const { family } = shown.task;
  // A template's family may be put together in the stack: then the design's name says more.
  const base = (family === undefined || shown.opaque.has('/family') ? name : family)
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${base || 'task-definition'}${ending}`;
}
