import { addEntryById } from '../commands/addEntries.ts';
import { runCommand } from '../commands/commands.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** What the canvas says while the task has no container. */
export function EmptyCanvas() {
  return (
    <div className="canvas-empty">
      <EmptyState
        title="A task is a set of containers that live and die together."
        actions={
          <>
            <Button variant="primary" onClick={() => addEntryById('container')?.add({})}>
              Add a container
            </Button>
            <Button onClick={() => addEntryById('example-payments')?.add({})}>Payments example</Button>
            <Button onClick={() => runCommand('import')}>Import</Button>
            <Button icon="learn" onClick={() => runCommand('learn')}>
              Learn
            </Button>
          </>
        }
      >
        Drag one from the left, start from the payments example, or paste a task definition anywhere.
      </EmptyState>
    </div>
  );
}
