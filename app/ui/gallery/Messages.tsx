import { Button } from '../Button.tsx';
import { Chip } from '../Chip.tsx';
import { DiffLines } from '../DiffLines.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { FindingCard } from '../FindingCard.tsx';
import { Part } from './Part.tsx';

/** Messages of the page of parts. */
export function Messages() {
  return (
    <Part title="Messages">
      <div className="gallery-halves">
        <div style={{ display: 'grid', gap: 12 }}>
          <FindingCard
            severity="error"
            title="app can never see envoy HEALTHY"
            actions={
              <>
                <Button size="dense">Add a health check</Button>
                <Button size="dense" variant="plain">
                  Wait for START instead
                </Button>
              </>
            }
          >
            envoy has no health check. ECS refuses to register this.
          </FindingCard>
          <FindingCard severity="warning" title="No health check">
            A hung app counts as running, so the service never replaces it.
          </FindingCard>
          <DiffLines
            label="What changed"
            lines={[
              { kind: 'same', text: '  "name": "secrets-init",' },
              { kind: 'remove', text: '  "essential": true,' },
              { kind: 'add', text: '  "essential": false,' },
            ]}
          />
        </div>
        <div className="gallery-panel">
          <FindingCard
            variant="row"
            severity="info"
            title="worker has 30 s to stop"
            place={<Chip>worker</Chip>}
            onSelect={() => {}}
            actions={<Button size="dense">Set stopTimeout to 120</Button>}
          >
            The default. After that SIGKILL, exit 137. Fargate allows up to 120 s.
          </FindingCard>
          <FindingCard
            variant="row"
            severity="warning"
            title="Nobody writes to static"
            place={<Chip>nginx</Chip>}
            onSelect={() => {}}
            selected
          >
            nginx mounts it read-only and no other container mounts it, so it stays empty.
          </FindingCard>
        </div>
      </div>
      <p className="gallery-heading" />
      <EmptyState
        title="A task is a set of containers that live and die together."
        actions={
          <>
            <Button variant="primary">Payments example</Button>
            <Button>Blank task</Button>
            <Button>Import</Button>
          </>
        }
      >
        Start from the payments example, from nothing, or paste a task definition anywhere.
      </EmptyState>
    </Part>
  );
}
