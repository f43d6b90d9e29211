import { useState } from 'react';
import { commandById, runCommand, useCommands } from '../commands/commands.ts';
import { PartBoundary } from '../commands/PartBoundary.tsx';
import { useDesign } from '../store/designStore.ts';
import { useTextName } from '../store/textName.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lazyPart } from '../ui/lazyPart.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { StaticText } from './StaticText.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import './JsonPanel.css';

// Whatever pieces the build makes of Monaco: what sets it up is there before any of them is evaluated.
const Editor = lazyPart(async () => {
  await import('./monacoEnvironment.ts');
  const module = await import('./Editor.tsx');
  return { default: module.Editor };
});

const MORE = ['format-json', 'find-in-json', 'download-design'];
const COMMANDS = ['copy-cli', ...MORE];

/** The text itself: painted at once, editable as soon as the editor is there, never in the way of the canvas. */
export function JsonPanel() {
  const [ready, setReady] = useState(false);
  const name = useTextName();
  useCommands(COMMANDS);
  return (
    <div className="json">
      <div className="json-bar">
        <Button size="dense" icon="copy" onClick={() => runCommand('copy-json')}>
          Copy
        </Button>
        <Button size="dense" icon="terminal" {...reasonOf('copy-cli')} onClick={() => runCommand('copy-cli')}>
          AWS CLI
        </Button>
        <Button size="dense" icon="download" onClick={() => runCommand('download-json')}>
          Download
        </Button>
        <span className="json-space" />
        <MenuButton
          label={`More for the ${name}`}
          icon="more"
          variant="plain"
          size="dense"
          align="end"
          groups={[
            {
              id: 'more',
              items: MORE.map((id) => ({
                id,
                label: commandById(id).label,
                ...reasonOf(id),
                onSelect: () => runCommand(id),
              })),
            },
          ]}
        />
      </div>
      <ReadingState />
      <div className="json-body">
        {!ready && <StaticText />}
        <PartBoundary name="The editor">
          <Editor onReady={() => setReady(true)} shown={ready} />
        </PartBoundary>
      </div>
      <WhatChanged />
    </div>
  );
}

function reasonOf(id: string): { disabledReason?: string } {
  const reason = commandById(id).disabled?.();
  return reason === undefined ? {} : { disabledReason: reason };
}

/** Says, while the text cannot be read, where it breaks and what the other views show meanwhile. */
function ReadingState() {
  const reading = useDesign((state) => state.reading);
  if (reading.whole) return <output className="json-state" />;
  const problem = reading.problems.find(({ kind }) => ['syntax', 'no-task', 'too-large'].includes(kind));
  return (
    <output className="json-state json-broken">
      <Icon name="error" size={14} />
      <span>
        {problem === undefined
          ? 'The text cannot be read as a task definition. '
          : `Line ${problem.line}, column ${problem.column}: ${problem.message} `}
        It is kept as you type it. The other views show the last state that could be read.
      </span>
    </output>
  );
}
