import { Component, type ReactNode, Suspense } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NotLoaded, Round } from '../ui/lazyPart.ts';
import { runCommand } from './commands.ts';
import './PartBoundary.css';

/** What PartBoundary takes. */
export interface PartBoundaryProps {
  /** The name of the part in a sentence, as `The inspector`. */
  readonly name: string;
  /** How it says that it failed: in its own place, as a dialog that this closes, or, where there is no room, not at all. */
  readonly failsAs?: 'panel' | 'nothing' | { readonly onClose: () => void } | undefined;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | undefined;
  readonly round: object;
}

/**
 * A part of the screen that may fail by itself, while it is loaded or drawn: it says so in its own place, and all else
 * goes on. Empty until it is loaded.
 */
export class PartBoundary extends Component<PartBoundaryProps, State> {
  override state: State = { error: undefined, round: {} };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  private readonly tryAgain = () => this.setState({ error: undefined, round: {} });

  override render(): ReactNode {
    const { name, failsAs = 'panel', children } = this.props;
    const { error, round } = this.state;
    if (error === undefined) {
      return (
        <Round value={round}>
          <Suspense fallback={null}>{children}</Suspense>
        </Round>
      );
    }
    if (failsAs === 'nothing') return null;
    const isLoading = error instanceof NotLoaded;
    const title = isLoading ? `${name} could not be loaded.` : `${name} broke.`;
    const words = (
      <>
        <p>
          {isLoading
            ? 'The network may be down, or a new version of the designer may have taken the place of this one.'
            : 'This is a fault of the designer, not of your task definition.'}{' '}
          Your text is whole, and all else goes on.
        </p>
        <details>
          <summary>What happened</summary>
          <pre>{isLoading ? error.message : (error.stack ?? error.message)}</pre>
        </details>
      </>
    );
    const actions = [
      <Button key="again" variant="primary" data-autofocus onClick={this.tryAgain}>
        Try again
      </Button>,
      <Button key="download" icon="download" onClick={() => runCommand('download-json')}>
        Download the text
      </Button>,
      <Button key="reload" onClick={() => location.reload()}>
        Reload the page
      </Button>,
    ];
    return failsAs === 'panel' ? (
      <div className="part-failed" role="alert">
        <EmptyState narrow title={title} actions={actions}>
          {words}
        </EmptyState>
      </div>
    ) : (
      <Dialog
        open
        title={title}
        onClose={failsAs.onClose}
        className="part-failed"
        footer={actions.toReversed()}
      >
        {words}
      </Dialog>
    );
  }
}
