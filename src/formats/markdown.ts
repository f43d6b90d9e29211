/** What a reviewer wants to see of a task in a pull request. */
import { getPart } from '../edit/parts/part.ts';
import { scenarios } from '../edit/parts/scenarios.ts';
import { headline } from '../explain/headline.ts';
import { read } from '../lens/index.ts';
import { capacityLabel, effectiveNetworkMode } from '../model/capacities.ts';
import { type Graph, graph } from '../model/graph.ts';
import { items } from '../model/list.ts';
import { formatPath } from '../model/path.ts';
import { roleLabel } from '../model/roleLabel.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import type { Format } from './format.ts';
import { mermaidText } from './report/mermaid.ts';
import { timelineText } from './report/timelineText.ts';

export const markdown: Format = {
  id: 'markdown',
  label: 'Summary for a pull request (Markdown)',
  extension: 'md',
  write: (task, text, source, parts = {}) => {
    const drawn = graph(task);
    const run = simulate(task, getPart(parts, scenarios)[0] ?? defaultScenario(task));
    const sections = [
      `## ${plainWords(task.family ?? 'Task definition')}`,
      summary(task),
      containerTable(drawn),
      fenced('mermaid', mermaidText(drawn).trimEnd()),
      '### Start and stop',
      plainWords(headline(run)),
      fenced('text', timelineText(run)),
      '### Findings',
      findingList(check(read(text, source))),
    ];
    return { text: `${sections.join('\n\n')}\n`, losses: [] };
  },
};

function summary(task: TaskDefinition): string {
  const capacities = items(task.requiresCompatibilities).map(([capacity]) => capacityLabel[capacity]);
  const facts = [
    capacities.length === 0 ? 'Any capacity' : capacities.join(', '),
    `network mode ${effectiveNetworkMode(task)}`,
    task.cpu === undefined ? undefined : `CPU ${task.cpu}`,
    task.memory === undefined ? undefined : `memory ${task.memory}`,
  ];
  return plainWords(facts.filter((fact) => fact !== undefined).join(' · '));
}

function containerTable({ containers, dependencies }: Graph): string {
  const names = new Map(containers.map(({ key, name }) => [key, name]));
  const rows = containers.map(({ key, name, role, definition }) => {
    const waits = dependencies
      .filter(({ to, addedBy }) => to === key && addedBy === undefined)
      .map(({ from, condition }) => `${names.get(from)} ${condition}`);
    const ports = items(definition.portMappings).map(
      ([{ containerPort, containerPortRange, protocol = 'tcp' }]) =>
        `${containerPort ?? containerPortRange ?? '?'}/${protocol}`,
    );
    return [
      code(name || 'no name'),
      code(definition.image ?? ''),
      roleLabel[role],
      definition.essential === false ? 'no' : 'yes',
      plainWords(waits.join(', ')),
      definition.cpu ?? '',
      definition.memory ?? definition.memoryReservation ?? '',
      ports.join(', '),
    ];
  });
  const head = ['Container', 'Image', 'Role', 'Essential', 'Waits for', 'CPU units', 'Memory MiB', 'Ports'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function findingList(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'None.';
  const order = ['error', 'warning', 'info'];
  return [...findings]
    .sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
    .map(
      ({ severity, message, path }) => `- **${severity}** ${plainWords(message)} (${code(formatPath(path))})`,
    )
    .join('\n');
}

/** A block that no content can end: its fence is longer than any run of backticks inside. */
function fenced(language: string, content: string): string {
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Code within a line and within a table; empty stays empty. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat === '') return '';
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${ticks}${pad}${flat.replaceAll('|', '\\|')}${pad}${ticks}`;
}

/** Words in which no letter is markup. */
function plainWords(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~$]/g, (letter) => `\\${letter}`);
}
