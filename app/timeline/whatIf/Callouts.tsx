import type { ReactNode } from 'react';
import { connect } from '../../../src/edit/changes/dependencies.ts';
import { changed } from '../../../src/explain/changed.ts';
import { headline } from '../../../src/explain/headline.ts';
import type { Condition } from '../../../src/model/containerDefinition.ts';
import { type HandOff, handOffs } from '../../../src/simulate/handOffs.ts';
import { type LogLossReason, type LogLossWindow, logLoss } from '../../../src/simulate/logLoss.ts';
import { wasRunning } from '../../../src/simulate/outcome.ts';
import type { Run } from '../../../src/simulate/run.ts';
import { graphOf } from '../../store/derived.ts';
import { apply, useDesign } from '../../store/designStore.ts';
import { selectEdge } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';

const REASONS: Readonly<Record<LogLossReason, string>> = {
  notStarted: 'has not started',
  notHealthy: 'has not passed a health check yet',
  unhealthy: 'fails its health check',
  restarting: 'restarts',
  stopped: 'has ended',
};

/** What the run amounts to, each with a button that mends it: what changed, files read too early, logs lost. */
export function Callouts({ run, plan }: { readonly run: Run; readonly plan: Run }) {
  const reading = useDesign((state) => state.shown);
  const { task } = reading;
  const differs = run === plan ? '' : changed(plan, run);
  const bad =
    run.containers.length > 0 && (!wasRunning(run) || (run.task.stopCause ?? 'StopTask') !== 'StopTask');
  const early = handOffs(task, run).filter(
    (each) => readTooEarly(each) || (!each.assured && each.closedBy !== undefined),
  );
  const edge = unmetEdge(run);
  const key =
    edge &&
    graphOf(reading).dependencies.find(
      ({ from, to }) => from === `container:${edge.on}` && to === `container:${edge.waits}`,
    )?.key;
  return (
    <div className="callouts" role="status">
      {(differs !== '' || bad) && (
        <Callout
          tone={bad ? 'err' : 'info'}
          action={
            key !== undefined && (
              <Button size="dense" onClick={() => selectEdge(key)}>
                Show the edge
              </Button>
            )
          }
        >
          <Headline text={headline(run)} /> {bad ? gone(run) : differs}
        </Callout>
      )}
      {run !== plan && differs === '' && !bad && (
        <Callout tone="info">Nothing differs from the plan.</Callout>
      )}
      {early.map((each) => (
        <Callout
          key={`${each.volume}>${each.writer}>${each.reader}`}
          tone="warn"
          action={each.closedBy !== undefined && <Fix {...each.closedBy} />}
        >
          <EarlyReader {...each} />
        </Callout>
      ))}
      {joined(logLoss(task, run)).map((window) => (
        <Callout
          key={`${window.container}>${window.from}`}
          tone="err"
          action={window.closedBy !== undefined && <Fix {...window.closedBy} />}
        >
          <strong>
            {(window.to - window.from).toFixed(1)} s of the logs of {window.container} are lost.
          </strong>{' '}
          From {window.from.toFixed(1)} s on {window.router} {REASONS[window.reason]}, and {window.container}{' '}
          runs.
        </Callout>
      ))}
    </div>
  );
}

/** What happens stands out, and why it does follows it. */
function Headline({ text }: { readonly text: string }) {
  const end = text.indexOf(': ');
  if (end < 0) return <strong>{text}</strong>;
  return (
    <>
      <strong>{text.slice(0, end + 1)}</strong>
      {text.slice(end + 1)}
    </>
  );
}

/** When all is gone, and what ECS then tells of it. */
function gone({ task: { stoppedAt, stopCode, stoppedReason } }: Run): string {
  if (stoppedAt === undefined) return '';
  const reported = stopCode === undefined ? '' : `; ECS reports ${stopCode}: ${stoppedReason ?? ''}`;
  return `All is gone at ${stoppedAt.toFixed(1)} s${reported}.`;
}

/** The first three say enough; all are drawn in the lanes. */
function joined(windows: readonly LogLossWindow[]): readonly LogLossWindow[] {
  return windows.slice(0, 3);
}

function EarlyReader(handOff: HandOff) {
  const { volume, writer, reader, writtenAt = 0, readsFrom = 0 } = handOff;
  return readTooEarly(handOff) ? (
    <>
      <strong>
        {reader} may read {volume} too early.
      </strong>{' '}
      {writer} has written it at {writtenAt.toFixed(1)} s, and {reader} starts at {readsFrom.toFixed(1)} s.
    </>
  ) : (
    <>
      <strong>
        {reader} reads {volume} in time only by luck.
      </strong>{' '}
      {writer} has written it at {writtenAt.toFixed(1)} s, and nothing makes {reader} wait for that.
    </>
  );
}

function readTooEarly({ inOrder, writtenAt, readsFrom }: HandOff): boolean {
  return !inOrder && writtenAt !== undefined && readsFrom !== undefined && readsFrom < writtenAt;
}

/** The gate that can never hold and for which somebody was given up. */
function unmetEdge(run: Run): { readonly waits: string; readonly on: string } | undefined {
  for (const { type, container, because } of run.events) {
    if (type === 'givenUp' && container !== undefined && because.kind === 'unresolvable')
      return { waits: container, on: because.on };
  }
  return undefined;
}

interface CalloutProps {
  readonly tone: 'err' | 'warn' | 'info';
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Callout({ tone, action, children }: CalloutProps) {
  return (
    <div className={classNames('callout', `callout-${tone}`)}>
      <p>{children}</p>
      {action}
    </div>
  );
}

interface FixProps {
  readonly waits: string;
  readonly on: string;
  readonly condition: Condition;
}

function Fix({ waits, on, condition }: FixProps) {
  return (
    <Button
      size="dense"
      onClick={() => {
        apply(connect(`container:${waits}`, `container:${on}`, condition, { withRemedy: true }));
      }}
    >
      Let {waits} wait for {on} {condition}
    </Button>
  );
}
