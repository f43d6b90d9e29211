import { useId, useState } from 'react';
import { comparePolicy, type Right } from '../../src/iam/comparePolicy.ts';
import type { Statement } from '../../src/iam/permissions.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export interface ComparePolicyProps {
  readonly needed: readonly Statement[];
  /** What the other role must allow: what is of use there only stands in the wrong one. */
  readonly otherRole: readonly Statement[];
  readonly title: string;
  readonly onClose: () => void;
}

/** A policy that the user has, held against what the role must allow. */
export function ComparePolicy({ needed, otherRole, title, onClose }: ComparePolicyProps) {
  const [text, setText] = useState('');
  const id = useId();
  const found = text.trim() === '' ? undefined : comparePolicy(text, needed, otherRole);
  return (
    <section className="roles-compare" aria-labelledby={id}>
      <div className="roles-compare-head">
        <h4 id={id}>The policy you have</h4>
        <IconButton icon="close" size="dense" label="Close the comparison" onClick={onClose} />
      </div>
      <TextArea
        label={`Policy of the ${title.toLowerCase()}, as JSON`}
        mono
        rows={5}
        autoFocus
        value={text}
        onChange={setText}
        error={found !== undefined && 'problem' in found ? found.problem : undefined}
        placeholder={'{ "Version": "2012-10-17", "Statement": […] }'}
      />
      <output className="roles-verdict">
        {found !== undefined && !('problem' in found) && (
          <>
            {found.missing.length + found.unused.length + found.wrongRole.length + found.broader.length ===
              0 && <p>It allows exactly what the definition needs.</p>}
            <Rights title="Missing" rights={found.missing} words="needed by the definition, not allowed" />
            <Rights
              title="In the wrong role"
              rights={found.wrongRole}
              words={`only the ${title === 'Task role' ? 'execution role' : 'task role'} needs it`}
            />
            <Rights title="Broader than needed" rights={found.broader} words="narrow it to what is needed" />
            <Rights
              title="Not used by the definition"
              rights={found.unused}
              words="perhaps your own code calls it"
            />
            {found.notes.map((note) => (
              <p key={note} className="roles-quiet">
                {note}
              </p>
            ))}
          </>
        )}
      </output>
    </section>
  );
}

function Rights(props: {
  readonly title: string;
  readonly words: string;
  readonly rights: readonly (Right & { readonly needed?: readonly string[] })[];
}) {
  if (props.rights.length === 0) return null;
  return (
    <>
      <h5>
        {props.title} <span className="roles-quiet">{props.words}</span>
      </h5>
      <ul>
        {props.rights.map(({ action, resource, needed }) => (
          <li key={`${action} ${resource}`}>
            <code>{action}</code> on <code>{resource}</code>
            {needed && (
              <span className="roles-quiet">
                {' '}
                needed: {needed.slice(0, 4).join('; ')}
                {needed.length > 4 ? ` and ${needed.length - 4} more` : ''}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
