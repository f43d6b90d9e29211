import type { Along } from '../../src/iam/alongside.ts';
import { openPanel } from '../store/viewStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** What a container may do because the one role of the task allows it to another; a press leads to the roles. */
export function AlongBadge({ along }: { readonly along: readonly Along[] | undefined }) {
  if (along === undefined) return null;
  const rights = along.length === 1 ? '1 right' : `${along.length} rights`;
  const lines = along.slice(0, 6).map(({ action, needs }) => `${action}, for ${needs.join(' and ')}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the Roles tab is the way for all
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <span
      className="card-along nodrag nopan"
      title={`One role for the whole task: it also has ${rights} that only others need\n${lines.join('\n')}${along.length > 6 ? '\n…' : ''}`}
      onClick={(event) => {
        event.stopPropagation();
        openPanel('roles');
      }}
    >
      <Icon name="key" size={12} />
      <span aria-hidden="true">+{along.length}</span>
      <VisuallyHidden>{`Gets ${rights} along that only others need`}</VisuallyHidden>
    </span>
  );
}
