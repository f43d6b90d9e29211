import { findingsByNode } from '../../store/derived.ts';
import { tables, taskSections } from '../fieldGroups.ts';
import { GroupSection } from '../GroupSection.tsx';
import { useInspected } from '../InspectorContext.ts';
import { Strangers } from '../Strangers.tsx';
import { SubjectFindings } from '../SubjectFindings.tsx';

const ELSEWHERE = ['containerDefinitions', 'volumes'];

/** All members of the task itself. */
export function TaskView() {
  const { reading, parts, needle } = useInspected();
  return (
    <>
      {needle === '' && <SubjectFindings findings={findingsByNode(reading, parts).get('task') ?? []} />}
      {taskSections.map((group) => (
        <GroupSection key={group.title} kind="task" group={group} base={[]} table={tables.task} />
      ))}
      <Strangers base={[]} except={ELSEWHERE} />
    </>
  );
}
