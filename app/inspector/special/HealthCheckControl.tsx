import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import { checkTarget, healthCheckRecipes, recipeFor } from '../../../src/edit/changes/healthChecks.ts';
import type { ContainerDefinition, HealthCheck } from '../../../src/model/containerDefinition.ts';
import type { Path } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { useRun, useScenario } from '../../store/useRun.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, receptionOf } from '../fieldFacts.ts';
import { healthTimes } from '../healthTimes.ts';
import { useInspected } from '../InspectorContext.ts';
import { seconds } from './runWords.ts';
import { containerOf } from './subjects.ts';

/** The health check: recipes where there is none, else command, times, and when it can first speak. */
export function HealthCheckControl({ path, field, value, render }: ControlProps) {
  const { reading, findings, task } = useInspected();
  const container = containerOf(reading, path);
  if (container === undefined || field.kind !== 'structure') return null;
  const { command, ...times } = field.fields;
  const { text } = receptionOf(task, path);
  const criticised = findingsWithin(findings, path).length > 0;
  return (
    <div className="inspect-health">
      {value === undefined ? (
        <p className="inspect-quiet">
          None: a container that hangs counts as running. A HEALTHCHECK in the image does not count.
        </p>
      ) : (
        command !== undefined && render([...path, 'command'], command)
      )}
      <div className="inspect-foot">
        <Recipes path={path} definition={container.definition} set={value !== undefined} />
        {value !== undefined && (
          <Button
            size="dense"
            variant="plain"
            icon="close"
            onClick={() => apply(removeField(path, { label: 'Remove the health check' }))}
          >
            Remove
          </Button>
        )}
      </div>
      {value !== undefined && (
        <>
          <div className="inspect-pair">
            {Object.entries(times).map(([name, member]) => (
              <div key={name}>{render([...path, name], member, { layout: 'stack' })}</div>
            ))}
          </div>
          <Times check={value as HealthCheck} path={path} />
        </>
      )}
      <FindingNotes findings={findingsAt(findings, path)} />
      {text !== '' && !criticised && <p className="inspect-quiet">{text}</p>}
    </div>
  );
}

interface RecipesProps {
  readonly path: Path;
  readonly definition: ContainerDefinition;
  readonly set: boolean;
}

/** Commands that are known to work, the one that suits the image first. */
function Recipes({ path, definition, set }: RecipesProps) {
  const fitting = recipeFor(definition);
  const { port, path: asked } = checkTarget(definition);
  const item = (recipe: (typeof healthCheckRecipes)[number]) => ({
    id: recipe.id,
    label: recipe.label,
    detail: `Needs ${recipe.needs}`,
    onSelect: () => {
      const command = [...recipe.command(port, asked)];
      apply(
        set
          ? setField([...path, 'command'], command, { label: `Check by ${recipe.label}`, replaces: true })
          : setField(path, { command }, { label: `Check by ${recipe.label}`, replaces: true }),
      );
    },
  });
  return (
    <MenuButton
      label={set ? 'Recipe' : 'Add a health check'}
      icon={set ? 'pencil' : 'plus'}
      iconOnly={false}
      size="dense"
      variant={set ? 'plain' : 'secondary'}
      groups={[
        { id: 'fitting', heading: 'For this image', items: [item(fitting)] },
        {
          id: 'all',
          heading: 'Others',
          items: healthCheckRecipes.filter(({ id }) => id !== fitting.id).map(item),
        },
      ]}
    />
  );
}

/** When it can first be HEALTHY and UNHEALTHY, from the container's start, and what the run makes of it. */
function Times({ check, path }: { readonly check: HealthCheck; readonly path: Path }) {
  const { reading } = useInspected();
  const container = containerOf(reading, path);
  const { environment } = useScenario();
  const times = healthTimes(check, environment.healthProbes);
  const run = useRun().containers.find(({ index }) => index === container?.index);
  const healthy = run?.spans.find(({ state }) => state === 'healthy');
  return (
    <p className="inspect-times">
      First possible <strong>HEALTHY</strong> at {times.healthyAt} s, <strong>UNHEALTHY</strong> at{' '}
      {times.unhealthyAt} s after its start ({times.unhealthyHangingAt} s if each check hangs)
      {times.forgiven > 0 &&
        `; ${times.forgiven} failing ${times.forgiven === 1 ? 'check is' : 'checks are'} forgiven first`}
      .
      {run?.startedAt !== undefined &&
        (healthy === undefined
          ? ' In the timeline it is never healthy.'
          : ` In the timeline it starts at ${seconds(run.startedAt)} and is healthy at ${seconds(healthy.from)}.`)}
    </p>
  );
}
