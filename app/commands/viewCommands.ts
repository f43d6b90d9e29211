/** What can be done with the screen itself. */
import { tidy } from '../../src/edit/changes/canvas.ts';
import { forgetRows } from '../store/derived.ts';
import { apply } from '../store/designStore.ts';
import { textName } from '../store/textName.ts';
import { openPanel, setView, signal, type Theme, viewStore } from '../store/viewStore.ts';
import type { Command } from './command.ts';

function theme(id: Theme, label: string): Command {
  return {
    id: `theme-${id}`,
    label,
    group: 'View',
    words: 'appearance theme dark light',
    run: () => setView({ theme: id }),
  };
}

export const viewCommands: readonly Command[] = [
  {
    id: 'commands',
    label: 'Find or run a command',
    group: 'View',
    keys: ['Mod+K'],
    run: () => setView({ overlay: 'commands' }),
  },
  {
    id: 'fit',
    label: 'Fit the task into view',
    group: 'View',
    keys: ['F'],
    words: 'zoom',
    run: () => signal('fit'),
  },
  { id: 'zoom-in', label: 'Zoom in', group: 'View', keys: ['+', '='], run: () => signal('zoomIn') },
  { id: 'zoom-out', label: 'Zoom out', group: 'View', keys: ['-'], run: () => signal('zoomOut') },
  {
    id: 'tidy',
    label: 'Tidy: place all cards by start order',
    group: 'View',
    keys: ['T'],
    words: 'layout arrange',
    run: () => {
      forgetRows();
      apply(tidy());
      signal('fit');
    },
  },
  {
    id: 'show-inspect',
    label: 'Show the inspector',
    group: 'View',
    keys: ['1'],
    run: () => openPanel('inspect'),
  },
  {
    id: 'search-fields',
    label: 'Search the fields of what is selected',
    group: 'View',
    keys: ['/'],
    words: 'inspector find member',
    run: () => {
      openPanel('inspect');
      signal('focusInspectorSearch');
    },
  },
  {
    id: 'show-json',
    get label() {
      return `Show the ${textName()}`;
    },
    group: 'View',
    keys: ['2'],
    words: 'text json',
    run: () => openPanel('json'),
  },
  {
    id: 'show-problems',
    label: 'Show the problems',
    group: 'View',
    keys: ['3'],
    words: 'findings errors warnings',
    run: () => openPanel('problems'),
  },
  {
    id: 'show-roles',
    label: 'Show what the roles must allow',
    group: 'View',
    keys: ['4'],
    words: 'iam policy permissions execution role task role',
    run: () => openPanel('roles'),
  },
  {
    id: 'show-outline',
    label: 'Show the outline',
    group: 'View',
    keys: ['O'],
    words: 'tree containers',
    run: () => setView({ left: 'outline', leftFolded: false, leftPinned: true, narrow: 'outline' }),
  },
  {
    id: 'show-add',
    label: 'Add to the task',
    group: 'View',
    keys: ['A'],
    words: 'palette insert new',
    run: () => {
      setView({ left: 'add', leftFolded: false, leftPinned: true, narrow: 'add' });
      signal('focusAdd');
    },
  },
  {
    id: 'toggle-timeline',
    label: 'Fold or unfold the timeline',
    group: 'View',
    run: () => setView({ bottomFolded: !viewStore.getState().bottomFolded }),
  },
  {
    id: 'find-in-json',
    get label() {
      return `Find and replace in the ${textName()}`;
    },
    group: 'View',
    words: 'search text json',
    run: () => {
      openPanel('json');
      signal('findInJson');
    },
  },
  theme('system', 'Appearance: as the system'),
  theme('light', 'Appearance: light'),
  theme('dark', 'Appearance: dark'),
];
