import { capacityLabel, effectiveNetworkMode } from '../../src/model/capacities.ts';
import { formatCpu, formatMemory, parseCpu, parseMemory } from '../../src/model/fargateSizes.ts';
import { items } from '../../src/model/list.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { commandById, runCommand, useCommands } from '../commands/commands.ts';
import { shownShortcut } from '../commands/keys.ts';
import { renameDesign, useDesign } from '../store/designStore.ts';
import { useSaving } from '../store/savingStore.ts';
import { select, setView, type Theme, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Logo } from '../ui/Logo.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import './TopBar.css';

/** "Fargate · awsvpc · 1 vCPU · 2 GB": what is known of the task as a whole. */
function summary(task: TaskDefinition): string {
  const capacities = items(task.requiresCompatibilities).map(([capacity]) => capacityLabel[capacity]);
  const cpu = task.cpu === undefined ? undefined : parseCpu(task.cpu);
  const memory = task.memory === undefined ? undefined : parseMemory(task.memory);
  return [
    capacities.length === 0 ? 'Any capacity' : capacities.join(', '),
    effectiveNetworkMode(task),
    cpu === undefined ? undefined : formatCpu(cpu),
    memory === undefined ? undefined : formatMemory(memory),
  ]
    .filter((text) => text !== undefined)
    .join(' · ');
}

const SAVING_WORDS = {
  saved: 'Saved',
  saving: 'Saving',
  unsaved: 'Not saved yet',
  full: 'Not saved: the browser is full',
  blocked: 'Not kept: storage is blocked',
} as const;

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

const EXPORTS = [
  'export',
  'copy-json',
  'download-json',
  'save-file',
  'save-design-as',
  'copy-cli',
  'figure-wired',
  'figure-lifecycle',
  'figure-page',
];
const COMMANDS = ['undo', 'redo', ...EXPORTS];

function command(id: string) {
  const found = commandById(id);
  return {
    label: found.label,
    shortcut: found.keys?.[0] === undefined ? undefined : shownShortcut(found.keys[0]),
    disabledReason: found.disabled?.(),
    onClick: () => runCommand(id),
  };
}

/** Apart from the bar, as its word changes twice at every edit. */
function Saving() {
  const saving = useSaving((state) => state.status);
  return (
    <>
      <span className={`topbar-saving topbar-${saving}`} role="status">
        {SAVING_WORDS[saving]}
      </span>
      {(saving === 'full' || saving === 'blocked') && (
        <Button size="dense" icon="download" onClick={() => runCommand('download-design')}>
          Download
        </Button>
      )}
    </>
  );
}

/** The bar over everything: which design, whether it is kept, and what can be done with it as a whole. */
export function TopBar() {
  const name = useDesign((state) => state.name);
  const said = useDesign((state) => summary(state.shown.task));
  const theme = useView((view) => view.theme);
  useCommands(COMMANDS);
  return (
    <header className="topbar">
      <VisuallyHidden>
        <h1>Task Designer for Amazon ECS</h1>
      </VisuallyHidden>
      <Logo />
      <input
        className="topbar-name"
        aria-label="Name of the design"
        value={name}
        spellCheck={false}
        size={Math.max(4, Math.min(28, name.length + 1))}
        onChange={(event) => renameDesign(event.target.value)}
      />
      <IconButton
        icon="chevronDown"
        size="dense"
        label="Designs in this browser"
        onClick={() => setView({ overlay: 'library' })}
      />
      <Saving />
      <button type="button" className="topbar-task" onClick={() => select({ kind: 'task' })}>
        {said}
      </button>
      <span className="topbar-space" />
      <IconButton icon="undo" {...command('undo')} />
      <IconButton icon="redo" {...command('redo')} />
      <button type="button" className="topbar-find" onClick={() => setView({ overlay: 'commands' })}>
        <Icon name="search" />
        <span>Find or run a command</span>
        <Kbd>{shownShortcut('Mod+K')}</Kbd>
      </button>
      <Button className="topbar-word" icon="upload" onClick={() => runCommand('import')}>
        Import
      </Button>
      <MenuButton
        className="topbar-word"
        label="Export"
        icon="download"
        iconOnly={false}
        align="end"
        groups={[
          {
            id: 'export',
            items: EXPORTS.map((id) => {
              const { label, shortcut, disabledReason } = command(id);
              return { id, label, shortcut, disabledReason, onSelect: () => void runCommand(id) };
            }),
          },
        ]}
      />
      <Button className="topbar-word" icon="link" onClick={() => runCommand('share')}>
        Share
      </Button>
      <Button className="topbar-word" icon="learn" onClick={() => runCommand('learn')}>
        Learn
      </Button>
      <MenuButton
        label="Appearance"
        icon={theme === 'dark' ? 'moon' : theme === 'light' ? 'sun' : 'half'}
        variant="plain"
        align="end"
        groups={[
          {
            id: 'theme',
            heading: 'Appearance',
            items: THEMES.map(({ id, label }) => ({
              id,
              label,
              radio: true,
              checked: theme === id,
              onSelect: () => setView({ theme: id }),
            })),
          },
        ]}
      />
      <MenuButton
        label="Help"
        icon="help"
        variant="plain"
        align="end"
        groups={[
          {
            id: 'help',
            items: ['learn', 'figure-words', 'shortcuts', 'about'].map((id) => {
              const { label, shortcut } = command(id);
              return { id, label, shortcut, onSelect: () => void runCommand(id) };
            }),
          },
        ]}
      />
    </header>
  );
}
