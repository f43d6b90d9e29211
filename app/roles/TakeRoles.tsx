import { cloudFormationRoles } from '../../src/formats/roles/cloudFormationRoles.ts';
import type { RoleTask } from '../../src/formats/roles/roleTask.ts';
import { terraformRoles } from '../../src/formats/roles/terraformRoles.ts';
import type { Permissions } from '../../src/iam/permissions.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { copyText } from '../store/copyText.ts';
import { downloadText } from '../store/download.ts';
import { MenuButton } from '../ui/MenuButton.tsx';

const LANGUAGES: readonly {
  readonly id: string;
  readonly label: string;
  readonly file: string;
  readonly write: (task: RoleTask) => string;
}[] = [
  { id: 'cloudformation', label: 'CloudFormation', file: 'roles.yaml', write: cloudFormationRoles },
  { id: 'terraform', label: 'Terraform', file: 'roles.tf', write: terraformRoles },
];

/** Both roles with their policies and who may take them, in a language that makes them. */
export function TakeRoles({ task, needed }: { readonly task: TaskDefinition; readonly needed: Permissions }) {
  const { family, executionRoleArn, taskRoleArn } = task;
  const roles: RoleTask = { family, executionRoleArn, taskRoleArn, needed };
  return (
    <div className="roles-take">
      <p className="roles-quiet">Both roles, with policies and trust, as code</p>
      <MenuButton
        label="Take both roles"
        align="end"
        size="dense"
        groups={LANGUAGES.map(({ id, label, file, write }) => ({
          id,
          heading: label,
          items: [
            {
              id: `copy-${id}`,
              label: `Copy as ${label}`,
              icon: 'copy' as const,
              onSelect: () => copyText(write(roles), `Both roles are copied as ${label}.`),
            },
            {
              id: `download-${id}`,
              label: `Download as ${label}`,
              icon: 'download' as const,
              onSelect: () => downloadText(file, write(roles)),
            },
          ],
        }))}
      />
    </div>
  );
}
