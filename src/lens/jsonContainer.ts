/** The file is a single container definition, without a list or a task around it. */
import { findTasks } from './findTasks.ts';
import { jsonLens } from './jsonLens.ts';

export const jsonContainer = jsonLens(
  'jsonContainer',
  (tree) => {
    const found = findTasks(tree.root)[0];
    return found?.holds === 'container' ? found.root : undefined;
  },
  () => 'container',
);
