/** The agent through which AWS Fault Injection Service reaches into a task. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';

/**
 * Its script registers the task as a managed instance of Systems Manager, under the role that the variable
 * MANAGED_INSTANCE_ROLE_NAME names, and takes it back at the end. `enableFaultInjection` alone needs nothing of the task.
 */
export const faultInjection: Feature = {
  id: 'fault-injection',
  title: 'Let Fault Injection Service reach into the task',
  source: {
    text: 'AWS FIS User Guide, use the AWS FIS aws:ecs:task actions',
    url: 'https://docs.aws.amazon.com/fis/latest/userguide/ecs-task-actions.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      const found = items(container.definition.environment).find(
        ([{ name }]) => name === 'MANAGED_INSTANCE_ROLE_NAME',
      );
      if (!found) continue;
      const [{ value }, index] = found;
      const reason = because(container, ['environment', index], 'the agent of Fault Injection Service');
      yield {
        role: 'task',
        actions: [
          'ssm:AddTagsToResource',
          'ssm:CreateActivation',
          'ssm:DeleteActivation',
          'ssm:DeregisterManagedInstance',
        ],
        resources: ['*'],
        reason,
      };
      yield {
        role: 'task',
        actions: ['iam:PassRole'],
        resources: [`arn:${at.partition}:iam::${at.account}:role/${value || '*'}`],
        reason,
      };
    }
  },
};
