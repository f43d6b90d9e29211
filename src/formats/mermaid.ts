/** A diagram as text. */
import { graph } from '../model/graph.ts';
import type { Format } from './format.ts';
import { mermaidText } from './report/mermaid.ts';

export const mermaid: Format = {
  id: 'mermaid',
  label: 'Mermaid diagram',
  extension: 'mmd',
  write: (task) => ({ text: mermaidText(graph(task)), losses: [] }),
};
