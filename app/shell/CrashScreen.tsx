import { Component, type ReactNode } from 'react';
import { designStore } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { fileName } from '../store/fileName.ts';
import { textLanguage } from '../store/textLanguage.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import './CrashScreen.css';

/**
 * What is left when the screen itself breaks: the user's text, whole, with a way to take it away and to try again.
 * A crash is always our own bug: user input gives problems, never errors.
 */
export class CrashScreen extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  /** What was open is most likely what broke: the screen comes back without it. */
  private readonly tryAgain = () => {
    setView({
      overlay: 'none',
      side: 'inspect',
      left: 'add',
      narrow: 'canvas',
      bottom: 'run',
      playing: false,
    });
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const { text, source } = designStore.getState().design;
    const { id, ending } = textLanguage(source);
    return (
      <main className="crash">
        <h1>The screen broke. Your text did not.</h1>
        <p>
          This is a fault of the designer, not of your task definition. The text below is everything, as you
          left it; it is also kept in this browser.
        </p>
        <div className="crash-actions">
          <Button
            variant="primary"
            icon="download"
            onClick={() => downloadText(fileName(ending), text, `application/${id}`)}
          >
            Download the text
          </Button>
          <Button onClick={this.tryAgain}>Try again</Button>
          <Button onClick={() => location.reload()}>Reload the page</Button>
        </div>
        <label htmlFor="crash-text">The text</label>
        <textarea id="crash-text" readOnly value={text} rows={20} spellCheck={false} />
        <details>
          <summary>What happened</summary>
          <pre>{error.stack ?? error.message}</pre>
        </details>
      </main>
    );
  }
}
