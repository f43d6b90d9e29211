/** What can be done with files on disk. */
import { openFile, saveAgain, saveAs } from '../store/designFiles.ts';
import { textName } from '../store/textName.ts';
import { setView } from '../store/viewStore.ts';
import type { Command } from './command.ts';

export const fileCommands: readonly Command[] = [
  {
    id: 'open-file',
    label: 'Open a file…',
    group: 'Design',
    words: 'disk design json template load',
    run: openFile,
  },
  {
    id: 'many',
    label: 'Many task definitions at once…',
    group: 'Design',
    words: 'folder zip table bulk batch fleet all files',
    run: () => setView({ overlay: 'many' }),
  },
  {
    id: 'save-file',
    label: 'Save to its file',
    group: 'Design',
    keys: ['Mod+S'],
    words: 'disk write again download',
    run: saveAgain,
  },
  {
    id: 'save-text-as',
    get label() {
      return `Save the ${textName()} as a file…`;
    },
    group: 'Design',
    words: 'disk write json template git export',
    run: () => saveAs('text'),
  },
  {
    id: 'save-design-as',
    label: 'Save the design with layout and notes as a file…',
    group: 'Design',
    words: 'disk write backup export scenarios',
    run: () => saveAs('design'),
  },
];
