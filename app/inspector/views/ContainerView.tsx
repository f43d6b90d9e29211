import { removeContainer } from '../../../src/edit/changes/containers.ts';
import type { ContainerNode } from '../../../src/model/graph.ts';
import { roleLabel } from '../../../src/model/role.ts';
import { runCommand } from '../../commands/commands.ts';
import { findingsByNode } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { textName } from '../../store/textName.ts';
import { openPanel, reveal, select } from '../../store/viewStore.ts';
import type { MenuGroup } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { containerSections, tables } from '../fieldGroups.ts';
import { setFold, useFold } from '../folds.ts';
import { foldKey, GroupSection } from '../GroupSection.tsx';
import { useInspected } from '../InspectorContext.ts';
import { Strangers } from '../Strangers.tsx';
import { SubjectFindings } from '../SubjectFindings.tsx';
import { BehaviourFields } from '../special/BehaviourFields.tsx';
import { ResourceSums } from '../special/ResourceSums.tsx';

const BEHAVIOUR = 'Behaviour in the timeline';

/** All fields of one container, and how it behaves in the timeline. */
export function ContainerView({ container }: { readonly container: ContainerNode }) {
  const { reading, parts, needle } = useInspected();
  const base = ['containerDefinitions', container.index];
  const open = useFold(foldKey('container', BEHAVIOUR)) ?? false;
  const words = `${BEHAVIOUR} pull start ready exits code sigterm never healthy cannot`.toLowerCase();
  const sought = needle
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
  return (
    <>
      {needle === '' && (
        <SubjectFindings findings={findingsByNode(reading, parts).get(container.key) ?? []} />
      )}
      {containerSections.map((group) => (
        <GroupSection
          key={group.title}
          kind="container"
          group={group}
          base={base}
          table={tables.container}
          lead={group.title === 'Resources' ? <ResourceSums /> : undefined}
        />
      ))}
      {sought && (
        <Section
          title={BEHAVIOUR}
          open={open || needle !== ''}
          onToggle={(next) => setFold(foldKey('container', BEHAVIOUR), next)}
          summary={roleLabel[container.role]}
        >
          <BehaviourFields container={container} />
        </Section>
      )}
      <Strangers base={base} />
    </>
  );
}

/** What can be done with a container as a whole. */
export function containerMenu({ key, index, name }: ContainerNode): readonly MenuGroup[] {
  return [
    {
      id: 'do',
      items: [
        { id: 'duplicate', label: 'Duplicate', icon: 'copy', onSelect: () => runCommand('duplicate') },
        {
          id: 'copy',
          label: 'Copy as JSON',
          icon: 'json',
          onSelect: () => runCommand('copy-selection'),
        },
        {
          id: 'json',
          label: `Show in the ${textName()}`,
          icon: 'eye',
          onSelect: () => {
            reveal(['containerDefinitions', index]);
            openPanel('json');
          },
        },
      ],
    },
    {
      id: 'remove',
      items: [
        {
          id: 'delete',
          label: `Delete ${name || 'the container'}`,
          icon: 'trash',
          danger: true,
          onSelect: () => {
            if (apply(removeContainer(key)) === undefined) select({ kind: 'none' });
          },
        },
      ],
    },
  ];
}
