import type { Statement } from '../../src/iam/permissions.ts';
import { reveal, selectNode } from '../store/viewStore.ts';
import { Chip } from '../ui/Chip.tsx';

/** One statement: the actions, on what, and the fields that cause it; each reason leads to its place. */
export function StatementRow({ statement }: { readonly statement: Statement }) {
  const { actions, resources, condition, reasons } = statement;
  return (
    <li className="roles-statement">
      <ul className="roles-actions" aria-label="Actions">
        {actions.map((action) => (
          <li key={action}>
            <code>{action}</code>
          </li>
        ))}
      </ul>
      <ul className="roles-resources" aria-label="On">
        {resources.map((resource) => (
          <li key={resource}>
            <code>{resource}</code>
          </li>
        ))}
        {condition && (
          <li>
            only if <code>{JSON.stringify(condition)}</code>
          </li>
        )}
      </ul>
      <p className="roles-reasons">
        {reasons.map(({ node, name, path, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity beside their place in the list
          <span key={index} className="roles-reason">
            {node !== undefined && (
              <Chip
                onSelect={() => {
                  selectNode(node);
                  reveal(path);
                }}
              >
                {name || 'without a name'}
              </Chip>
            )}
            {text}
          </span>
        ))}
      </p>
    </li>
  );
}
