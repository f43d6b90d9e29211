import { setKeys } from '../../src/edit/changes/needs.ts';
import type { Statement } from '../../src/iam/permissions.ts';
import { apply } from '../store/designStore.ts';
import { TextArea } from '../ui/TextArea.tsx';

const READS = /^(secretsmanager:GetSecretValue|ssm:GetParameters|s3:GetObject)$/;
const KEY = /^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/\S+$/;

/** Which keys encrypt what ECS reads for the task: only the user knows. Absent where it reads nothing that could be. */
export function CustomerKeys({
  statements,
  keys,
}: {
  readonly statements: readonly Statement[];
  readonly keys: readonly string[];
}) {
  const reads = statements.some(({ actions }) => actions.some((action) => READS.test(action)));
  if (!reads && keys.length === 0) return null;
  return (
    <div className="roles-own">
      <TextArea
        label="Customer managed keys of what it reads"
        mono
        rows={1}
        value={keys.join('\n')}
        placeholder="arn:aws:kms:eu-west-1:111122223333:key/…"
        onCommit={(text) => {
          const given = text.split(/[\s,]+/).filter((word) => word !== '');
          if (!given.every((word) => KEY.test(word))) return false;
          apply(setKeys(given));
          return true;
        }}
      />
      <p className="roles-quiet">
        Secrets, parameters and files under the keys of AWS need nothing more. Log groups and EFS never do:
        there the service itself uses the key.
      </p>
    </div>
  );
}
