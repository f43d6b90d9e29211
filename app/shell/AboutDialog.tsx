import { setView } from '../store/viewStore.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** What this is, what it keeps, and whose work is in it. */
export function AboutDialog() {
  return (
    <Dialog open title="Task Designer for Amazon ECS" onClose={() => setView({ overlay: 'none' })}>
      <p>
        Design Amazon ECS task definitions by sight, check them against what ECS would answer, and see how
        their containers start and stop, before anything is registered.
      </p>
      <h3>Privacy</h3>
      <p>
        Nothing leaves this browser: there is no server behind this page, no telemetry, and no request to
        another host. What you design or import, secrets in it included, is kept in this browser's own storage
        until you delete it under Designs.
      </p>
      <h3>Licences</h3>
      <p>
        MIT licence. The libraries inside and their licences stand in the{' '}
        <a href="./notices.txt" target="_blank" rel="noreferrer">
          licence notices
        </a>
        . Not made by Amazon Web Services; Amazon ECS is a name of theirs.
      </p>
    </Dialog>
  );
}
