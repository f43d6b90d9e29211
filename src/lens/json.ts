/** The file is the task definition: what `aws ecs register-task-definition --cli-input-json` takes. */
import { jsonLens } from './jsonLens.ts';

/** Also for texts that no lens knows: they are shown as what they should have been. */
export const json = jsonLens(
  'json',
  () => [],
  () => 'task',
);
