/** The graph of a task in the language of Mermaid, which GitHub and GitLab draw. */
import type { Graph } from '../../model/graph.ts';

/** A flowchart from left to right: an arrow runs from the container that is waited for to the one that waits. */
export function mermaidText(graph: Graph): string {
  const ids = new Map<string, string>();
  const lines = ['flowchart LR'];
  graph.containers.forEach(({ key, name, definition }, index) => {
    ids.set(key, `c${index}`);
    const image = definition.image === undefined ? '' : `<br/><small>${words(definition.image)}</small>`;
    const shown = `<b>${words(name || 'no name')}</b>${image}`;
    lines.push(definition.essential === false ? `  c${index}(["${shown}"])` : `  c${index}["${shown}"]`);
  });
  graph.volumes.forEach(({ key, name }, index) => {
    ids.set(key, `v${index}`);
    lines.push(`  v${index}[("${words(name || 'no name')}")]`);
  });
  graph.logs.forEach(({ key, title, detail }, index) => {
    ids.set(key, `l${index}`);
    lines.push(`  l${index}>"${words(`${title} ${detail}`.trim())}"]`);
  });
  const id = (key: string) => ids.get(key) ?? '';
  for (const { from, to, condition, addedBy } of graph.dependencies) {
    const arrow = addedBy === undefined ? '-->' : '-.->';
    lines.push(
      `  ${id(from)} ${arrow}|"${condition}${addedBy === undefined ? '' : ' added by ECS'}"| ${id(to)}`,
    );
  }
  for (const { container, volume, containerPath, readOnly } of graph.mounts) {
    const label = words(`${containerPath}${readOnly ? ' read only' : ''}`.trim());
    lines.push(`  ${id(container)} ---${label === '' ? '' : `|"${label}"|`} ${id(volume)}`);
  }
  for (const { from, to } of graph.routes) {
    if (ids.has(from) && ids.has(to)) lines.push(`  ${id(from)} -.- ${id(to)}`);
  }
  // A log router sends its own output and that of others to one place.
  return `${[...new Set(lines)].join('\n')}\n`;
}

/** Text inside quotes: everything that Mermaid or HTML could take for more than a letter becomes a code. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,/_:@=+-]/gu, (letter) => `#${letter.codePointAt(0)};`);
}
