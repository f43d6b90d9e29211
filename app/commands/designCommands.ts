/** What can be done with the design as a whole. */
import { toFile } from '../../src/edit/designFile.ts';
import { copyText } from '../store/copyText.ts';
import { runOf } from '../store/derived.ts';
import { designStore, redo, undo } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { fileName } from '../store/fileName.ts';
import { textLanguage } from '../store/textLanguage.ts';
import { textName } from '../store/textName.ts';
import { type Figure, openPanel, setView, signal } from '../store/viewStore.ts';
import type { Command } from './command.ts';

function figure(id: Figure, label: string, words: string): Command {
  return {
    id: `figure-${id}`,
    label,
    group: 'Design',
    words: `figures ${words}`,
    run: () => setView({ overlay: 'figures', figure: id }),
  };
}

export const designCommands: readonly Command[] = [
  {
    id: 'undo',
    label: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    disabled: () => (designStore.getState().history.past.length === 0 ? 'Nothing to undo' : undefined),
    run: undo,
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    disabled: () => (designStore.getState().history.future.length === 0 ? 'Nothing to redo' : undefined),
    run: redo,
  },
  {
    id: 'import',
    label: 'Import a task definition…',
    group: 'Design',
    keys: ['Mod+O'],
    words: 'open paste file describe',
    run: () => setView({ overlay: 'import' }),
  },
  {
    id: 'export',
    label: 'Export in any format…',
    group: 'Design',
    keys: ['Mod+Shift+E'],
    words: 'cloudformation terraform compose mermaid markdown svg png picture download',
    run: () => setView({ overlay: 'export' }),
  },
  {
    id: 'share',
    label: 'Share as a link…',
    group: 'Design',
    words: 'url send copy',
    run: () => setView({ overlay: 'share' }),
  },
  {
    id: 'library',
    label: 'Designs in this browser…',
    group: 'Design',
    words: 'open recent saved trash erase',
    run: () => setView({ overlay: 'library' }),
  },
  {
    id: 'history',
    label: 'Former states of this design…',
    group: 'Design',
    words: 'history versions restore back earlier yesterday',
    run: () => setView({ overlay: 'history' }),
  },
  {
    id: 'compare',
    label: 'Compare two definitions…',
    group: 'Design',
    words: 'diff difference changes versions before after pull request',
    run: () => setView({ overlay: 'compare' }),
  },
  {
    id: 'copy-json',
    get label() {
      return `Copy the ${textName()}`;
    },
    group: 'Design',
    keys: ['Mod+Shift+C'],
    words: 'export clipboard text json',
    run: () =>
      copyText(designStore.getState().design.text, `The ${textName()} is copied, exactly as it stands.`),
  },
  {
    id: 'download-json',
    get label() {
      return `Download the ${textName()}`;
    },
    group: 'Design',
    words: 'export save file text json',
    run: () => {
      const { text, source } = designStore.getState().design;
      const { id, ending } = textLanguage(source);
      downloadText(fileName(ending), text, `application/${id}`);
    },
  },
  {
    id: 'copy-cli',
    label: 'Copy as an AWS CLI command',
    group: 'Design',
    words: 'export register-task-definition aws',
    disabled: () => (designStore.getState().reading.whole ? undefined : `The ${textName()} cannot be read`),
    run: async () => {
      const { reading } = designStore.getState();
      const { registerCommand } = await import('../../src/formats/json/registerCommand.ts');
      const { registerText } = await import('../../src/formats/json/registerText.ts');
      return copyText(
        registerCommand(registerText(reading)),
        'The command is copied. It registers the task definition.',
      );
    },
  },
  {
    id: 'copy-story',
    label: 'Copy the task in plain words',
    group: 'Design',
    words: 'story summary explain describe text',
    run: async () => {
      const { shown, design } = designStore.getState();
      const { storyText } = await import('../../src/explain/story.ts');
      return copyText(
        storyText(shown.task, runOf(shown.task, design.parts)),
        'The story of the task is copied.',
      );
    },
  },
  figure('wired', 'Figure: the task wired up', 'columns roles svg png picture'),
  figure('lifecycle', 'Figure: the lifecycle as a poster', 'timeline key behaviours svg png picture'),
  figure('words', 'The task in plain words', 'story text describe explain'),
  figure('page', 'Print the task on one page…', 'print pdf report page'),
  {
    id: 'download-design',
    label: 'Download the design with layout and notes',
    group: 'Design',
    words: 'export backup file',
    run: () => downloadText(fileName('.ecs-design.json'), toFile(designStore.getState().design)),
  },
  {
    id: 'format-json',
    get label() {
      return `Format the ${textName()}`;
    },
    group: 'Edit',
    words: 'pretty indent beautify text json',
    disabled: () => (textName() === 'JSON' ? undefined : 'A template keeps the form in which it was written'),
    run: () => {
      openPanel('json');
      signal('formatDocument');
    },
  },
  {
    id: 'learn',
    label: 'Learn: lessons and puzzles…',
    group: 'Help',
    words: 'course tutorial exercise teach progress',
    run: () => setView({ overlay: 'learn' }),
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    run: () => setView({ overlay: 'shortcuts' }),
  },
  {
    id: 'about',
    label: 'About, privacy and licences',
    group: 'Help',
    run: () => setView({ overlay: 'about' }),
  },
];
