import { useId } from 'react';
import { CONDITIONS, conditionProblems } from '../../../src/edit/changes/conditions.ts';
import { changeCondition, disconnect } from '../../../src/edit/changes/dependencies.ts';
import type { DependencyEdge } from '../../../src/model/graph.ts';
import { type NodeKey, parseNodeKey } from '../../../src/model/nodeKey.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { useRun } from '../../store/useRun.ts';
import { reveal, select, selectNode } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ConditionLabel, ConditionLine, conditionLooks } from '../../ui/ConditionLabel.tsx';
import { findingsWithin } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { SubjectFindings } from '../SubjectFindings.tsx';
import { occurrenceOf } from '../special/occurrence.ts';
import { gateWords } from '../special/runWords.ts';

/** A container as a link to its own fields. */
export function ContainerLink({ node }: { readonly node: NodeKey }) {
  return (
    <button type="button" className="inspect-link" onClick={() => selectNode(node)}>
      {parseNodeKey(node).name || 'a container without a name'}
    </button>
  );
}

/** One dependency: who waits for whom, and the four conditions with what ECS says to each. */
export function DependencyView({ edge }: { readonly edge: DependencyEdge }) {
  const { reading, task, findings } = useInspected();
  const run = useRun();
  const group = useId();
  if (edge.addedBy !== undefined) return <AddedDependency edge={edge} />;
  const problems = conditionProblems(task, edge.to, edge.from);
  const occurrence = occurrenceOf(graphOf(reading).dependencies, edge);
  const words = gateWords(run, edge.path);
  return (
    <>
      <SubjectFindings findings={findingsWithin(findings, edge.path)} />
      <div className="inspect-plain">
        <p>
          <ContainerLink node={edge.to} /> waits until <ContainerLink node={edge.from} />{' '}
          {edge.condition === 'CREATE' ? 'is created' : conditionLooks[edge.condition].words}.
          {words !== undefined && ` In the timeline: ${words}.`}
        </p>
        <fieldset className="inspect-conditions">
          <legend className="inspect-label">Condition</legend>
          {CONDITIONS.map((condition) => {
            const problem = condition === edge.condition ? undefined : problems[condition];
            const id = `${group}-${condition}`;
            return (
              <div key={condition} className="inspect-condition">
                <label>
                  <input
                    type="radio"
                    name={group}
                    checked={condition === edge.condition}
                    disabled={problem !== undefined}
                    aria-describedby={id}
                    onChange={() => apply(changeCondition(edge.to, edge.from, condition, { occurrence }))}
                  />
                  <ConditionLine condition={condition} />
                  <ConditionLabel condition={condition} plain />
                </label>
                <p id={id} className="inspect-quiet">
                  {problem === undefined ? conditionLooks[condition].words : problem.refused}
                </p>
                {problem?.remedy !== undefined && (
                  <Button
                    size="dense"
                    onClick={() =>
                      apply(changeCondition(edge.to, edge.from, condition, { occurrence, withRemedy: true }))
                    }
                  >
                    {problem.remedy.label}, wait for {condition}
                  </Button>
                )}
              </div>
            );
          })}
        </fieldset>
        <div>
          <Button
            variant="danger"
            icon="trash"
            onClick={() => {
              if (apply(disconnect(edge.to, edge.from, occurrence)) === undefined) select({ kind: 'none' });
            }}
          >
            Remove this dependency
          </Button>
        </div>
      </div>
    </>
  );
}

const CAUSES = {
  links: 'A link makes ECS start the linked container first. The wait goes when the link goes.',
  volumesFrom:
    'Taking over the mounts of another container makes ECS create that one first. The wait goes when that goes.',
  firelens:
    'Logs that go through the router make ECS start the router first. A dependsOn of your own takes its place.',
} as const;

/** A dependency that ECS adds by itself. */
function AddedDependency({ edge }: { readonly edge: DependencyEdge }) {
  if (edge.addedBy === undefined) return null;
  return (
    <div className="inspect-plain">
      <p>
        <ContainerLink node={edge.to} /> waits until <ContainerLink node={edge.from} />{' '}
        {edge.condition === 'CREATE' ? 'is created' : conditionLooks[edge.condition].words}. ECS adds this by
        itself.
      </p>
      <p>{CAUSES[edge.addedBy]}</p>
      <div>
        <Button
          onClick={() => {
            selectNode(edge.to);
            reveal(edge.path);
          }}
        >
          Show its cause
        </Button>
      </div>
    </div>
  );
}
