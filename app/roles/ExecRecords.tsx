import { setExecLog } from '../../src/edit/changes/needs.ts';
import type { ExecLogField, NeedsData } from '../../src/edit/parts/needs.ts';
import { apply } from '../store/designStore.ts';
import { TextField } from '../ui/TextField.tsx';

const FIELDS: readonly {
  readonly field: ExecLogField;
  readonly label: string;
  readonly placeholder: string;
  readonly fits: RegExp;
}[] = [
  { field: 'group', label: 'Recorded to log group', placeholder: '/ecs/exec', fits: /^[\w./#-]{0,512}$/ },
  { field: 'bucket', label: 'Recorded to bucket', placeholder: 'audit-logs', fits: /^([a-z0-9.-]{3,63})?$/ },
  {
    field: 'key',
    label: 'Session key',
    placeholder: 'arn:aws:kms:eu-west-1:111122223333:key/…',
    fits: /^(arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:key\/\S+)?$/,
  },
];

/** Where the cluster records what is typed in ECS Exec: only the user knows, and the task role writes it. */
export function ExecRecords({ execLog }: Pick<NeedsData, 'execLog'>) {
  return (
    <div className="roles-own">
      {FIELDS.map(({ field, label, placeholder, fits }) => (
        <TextField
          key={field}
          label={label}
          mono
          placeholder={placeholder}
          value={execLog[field] ?? ''}
          onCommit={(text) => {
            const value = text.trim();
            if (!fits.test(value)) return false;
            apply(setExecLog(field, value));
            return true;
          }}
        />
      ))}
      <p className="roles-quiet">
        As executeCommandConfiguration of the cluster says, if it records the sessions.
      </p>
    </div>
  );
}
