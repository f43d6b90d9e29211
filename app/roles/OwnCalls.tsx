import { setCalls } from '../../src/edit/changes/needs.ts';
import type { NeedsData } from '../../src/edit/parts/needs.ts';
import { namedContainers } from '../../src/model/namedContainers.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { apply } from '../store/designStore.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { callsIn, callsText, strangeLines } from './callsText.ts';

/** What the code of each container calls: one line a right, as the user types it. */
export function OwnCalls({ task, needs }: { readonly task: TaskDefinition; readonly needs: NeedsData }) {
  const containers = namedContainers(task);
  if (containers.length === 0) return null;
  return (
    <div className="roles-own">
      <h4 className="roles-own-title">What your own code calls</h4>
      {containers.map(({ key, name }) => {
        const calls = needs.calls[key.slice('container:'.length)] ?? [];
        return (
          <TextArea
            key={key}
            label={name || 'Container without a name'}
            mono
            rows={1}
            value={callsText(calls)}
            placeholder="s3:PutObject on arn:aws:s3:::bucket/*"
            onCommit={(text) => {
              if (strangeLines(text).length > 0) return false;
              apply(setCalls(key, callsIn(text)));
              return true;
            }}
          />
        );
      })}
      <p className="roles-quiet">
        One line a right: actions, then “on” and the ARNs. Whatever one container is given, all of them have.
      </p>
    </div>
  );
}
