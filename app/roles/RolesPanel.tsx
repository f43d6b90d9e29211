import { useMemo, useState } from 'react';
import { wishExec } from '../../src/edit/changes/needs.ts';
import { needs } from '../../src/edit/parts/needs.ts';
import { getPart } from '../../src/edit/parts/part.ts';
import type { RoleKind } from '../../src/iam/feature.ts';
import { permissions, type Statement } from '../../src/iam/permissions.ts';
import { policyDocument, trustPolicy } from '../../src/iam/policyDocument.ts';
import { copyText } from '../store/copyText.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { reveal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Section } from '../ui/Section.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { Besides } from './Besides.tsx';
import { ComparePolicy } from './ComparePolicy.tsx';
import { CustomerKeys } from './CustomerKeys.tsx';
import { ExecRecords } from './ExecRecords.tsx';
import { OwnCalls } from './OwnCalls.tsx';
import { StatementRow } from './StatementRow.tsx';
import { TakeRoles } from './TakeRoles.tsx';
import './RolesPanel.css';

const ROLES = {
  execution: {
    title: 'Execution role',
    member: 'executionRoleArn',
    does: 'What ECS itself does before and beside your code: pull images, read secrets, send logs.',
    nothing:
      'ECS needs no right of yours for this task: its images are public, and it reads and sends nothing.',
  },
  task: {
    title: 'Task role',
    member: 'taskRoleArn',
    does: 'What code inside the task may do. There is one for the whole task: every container has all of it.',
    nothing:
      'Nothing in the definition calls AWS from inside the task. What your own code calls, only you know.',
  },
} as const;

/** What the two roles of the task must allow, each right with the field that causes it. */
export function RolesPanel() {
  const reading = useDesign((state) => state.shown);
  const parts = useDesign((state) => state.design.parts);
  const own = useMemo(() => getPart(parts, needs), [parts]);
  const needed = useMemo(() => permissions(reading.task, own), [reading.task, own]);
  return (
    <div className="roles">
      <TakeRoles task={reading.task} needed={needed} />
      <Role
        kind="execution"
        statements={needed.execution}
        otherRole={needed.task}
        arn={reading.task.executionRoleArn}
      >
        <CustomerKeys statements={needed.execution} keys={own.keys} />
      </Role>
      <Role kind="task" statements={needed.task} otherRole={needed.execution} arn={reading.task.taskRoleArn}>
        <Toggle
          label="ECS Exec is wanted"
          offLabel="ECS Exec is not wanted"
          checked={own.exec}
          onChange={(exec) => {
            apply(wishExec(exec));
          }}
        />
        {own.exec && (
          <>
            <p className="roles-quiet">
              It is switched on where the task is started, by enableExecuteCommand of the service or of
              run-task.
            </p>
            <ExecRecords execLog={own.execLog} />
          </>
        )}
        <OwnCalls task={reading.task} needs={own} />
      </Role>
      <Besides task={reading.task} />
    </div>
  );
}

interface RoleProps {
  readonly kind: RoleKind;
  readonly statements: readonly Statement[];
  readonly otherRole: readonly Statement[];
  readonly arn: string | undefined;
  readonly children?: React.ReactNode;
}

function Role({ kind, statements, otherRole, arn, children }: RoleProps) {
  const { title, member, does, nothing } = ROLES[kind];
  const [comparing, setComparing] = useState(false);
  const policy = () => `${JSON.stringify(policyDocument(statements), null, 2)}\n`;
  const trust = () => `${JSON.stringify(trustPolicy, null, 2)}\n`;
  const none = statements.length === 0 ? 'There is no right to write down' : undefined;
  return (
    <Section
      title={title}
      actions={
        <MenuButton
          label={`${title}: copy and compare`}
          icon="more"
          size="dense"
          align="end"
          groups={[
            {
              id: 'take',
              items: [
                {
                  id: 'copy',
                  label: 'Copy the policy',
                  disabledReason: none,
                  onSelect: () => copyText(policy(), `The policy of the ${title.toLowerCase()} is copied.`),
                },
                {
                  id: 'download',
                  label: 'Download the policy',
                  disabledReason: none,
                  onSelect: () => downloadText(`${kind}-role-policy.json`, policy()),
                },
                {
                  id: 'trust',
                  label: 'Copy the trust policy',
                  onSelect: () => copyText(trust(), 'The trust policy is copied.'),
                },
                {
                  id: 'download-trust',
                  label: 'Download the trust policy',
                  onSelect: () => downloadText('ecs-tasks-trust-policy.json', trust()),
                },
              ],
            },
            {
              id: 'hold',
              items: [
                {
                  id: 'compare',
                  label: 'Compare with a policy you have',
                  onSelect: () => setComparing(true),
                },
              ],
            },
          ]}
        />
      }
    >
      <p className="roles-arn">
        {arn ? (
          <code>{arn}</code>
        ) : statements.length > 0 ? (
          <strong className="roles-missing">The definition names none, and it is needed.</strong>
        ) : (
          'The definition names none.'
        )}{' '}
        <Button size="dense" variant="plain" onClick={() => reveal([member])}>
          {arn ? 'Show' : 'Set it'}
        </Button>
      </p>
      {comparing && (
        <ComparePolicy
          needed={statements}
          otherRole={otherRole}
          title={title}
          onClose={() => setComparing(false)}
        />
      )}
      <p className="roles-quiet">{does}</p>
      {statements.length === 0 ? (
        <p className="roles-quiet">{nothing}</p>
      ) : (
        <ul className="roles-list" aria-label={`Rights of the ${title.toLowerCase()}`}>
          {statements.map((statement) => (
            <StatementRow key={statement.sid} statement={statement} />
          ))}
        </ul>
      )}
      {children}
    </Section>
  );
}
