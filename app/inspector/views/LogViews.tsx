import { routeLogs } from '../../../src/edit/changes/logs.ts';
import { taskFields } from '../../../src/model/fields/taskFields.ts';
import type { LogNode, LogRoute } from '../../../src/model/graph.ts';
import { findingsByNode, graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { select, selectEdge } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { roleIcon } from '../../ui/roleIcon.ts';
import { Section } from '../../ui/Section.tsx';
import { FieldView } from '../FieldView.tsx';
import { findingsWithin } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { SubjectFindings } from '../SubjectFindings.tsx';
import { calledOf } from '../special/subjects.ts';
import { ContainerLink } from './DependencyView.tsx';

const containerFields = taskFields.containerDefinitions.item.fields;

/** A log route: who logs where, with the driver and all its options. */
export function RouteView({ route }: { readonly route: LogRoute }) {
  const { reading, findings } = useInspected();
  const { logs, containers } = graphOf(reading);
  const destination = logs.find(({ key }) => key === route.to);
  const onward = route.key.slice('log:'.length).includes('>out');
  const path = route.path;
  const isRouterFile = path.at(-1) === 'firelensConfiguration';
  const field = isRouterFile ? containerFields.firelensConfiguration : containerFields.logConfiguration;
  const owner = containers.find(({ index }) => index === path[1]);
  return (
    <>
      <SubjectFindings findings={findingsWithin(findings, path)} />
      <div className="inspect-plain">
        <p>
          <ContainerLink node={route.from} /> {onward ? 'sends on to' : 'logs to'}{' '}
          {destination === undefined ? <ContainerLink node={route.to} /> : <Destination node={destination} />}
          {onward && owner !== undefined && (
            <>
              , as the options of <ContainerLink node={owner.key} /> say
            </>
          )}
          .
        </p>
        <FieldView path={path} field={field} />
        {!onward && (
          <div>
            <Button
              variant="danger"
              icon="trash"
              onClick={() => {
                if (apply(routeLogs(route.from, undefined)) === undefined) select({ kind: 'none' });
              }}
            >
              Remove the log driver
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Destination({ node: { title, detail } }: { readonly node: LogNode }) {
  return (
    <strong>
      {title} {detail}
    </strong>
  );
}

/** A log destination: who logs there. */
export function LogView({ node }: { readonly node: LogNode }) {
  const { reading, parts } = useInspected();
  const { routes, containers } = graphOf(reading);
  const own = routes.filter(({ to }) => to === node.key);
  return (
    <>
      <SubjectFindings findings={findingsByNode(reading, parts).get(node.key) ?? []} />
      <div className="inspect-plain">
        <p className="inspect-quiet">
          {node.detail === '' ? 'Group or host not known.' : <code>{node.detail}</code>}
        </p>
        <p className="inspect-quiet">
          Where it is, the log options of the containers below say: change them there. Without any of them it
          is gone.
        </p>
      </div>
      <Section title="Who logs here" badge={{ count: own.length }}>
        <ul className="inspect-list">
          {own.map((route) => {
            const container = containers.find(({ key }) => key === route.from);
            if (container === undefined) return null;
            return (
              <li key={route.key} className="inspect-list-item">
                <button type="button" className="inspect-list-link" onClick={() => selectEdge(route.key)}>
                  <Icon name={roleIcon[container.role]} size={14} />
                  <span className="inspect-list-name">{calledOf(container, 'Container')}</span>
                  <span className="inspect-list-more">{route.driver}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
