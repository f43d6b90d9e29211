import { useMemo } from 'react';
import { besideRoles, deployerPolicy } from '../../src/iam/besides.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { copyText } from '../store/copyText.ts';
import { reveal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';

/** What neither role of the task gives: to the instance, to the service, in another account, to who deploys. */
export function Besides({ task }: { readonly task: TaskDefinition }) {
  const found = useMemo(() => besideRoles(task), [task]);
  return (
    <Section title="Beside these roles">
      {found.length > 0 && (
        <ul className="roles-list" aria-label="What must be allowed beside the roles">
          {found.map(({ id, text, path }) => (
            <li key={`${id} ${path.join('.')}`} className="roles-beside">
              <span>{text}</span>
              <Button size="dense" variant="plain" onClick={() => reveal(path)}>
                Show
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="roles-quiet">
        Who deploys must be allowed to register the task and to hand its roles to ECS.
      </p>
      <div>
        <Button
          size="dense"
          onClick={() =>
            copyText(
              `${JSON.stringify(deployerPolicy(task), null, 2)}\n`,
              'The policy of who deploys is copied.',
            )
          }
        >
          Copy the deployer’s policy
        </Button>
      </div>
    </Section>
  );
}
