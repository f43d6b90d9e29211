/** `Dockerrun.aws.json` of Elastic Beanstalk: version 2 holds ECS container definitions, version 1 one image. */
import { jsonOf } from '../edit/pasted.ts';
import { patch } from '../lens/index.ts';
import { childAt, type SyntaxNode } from '../lens/syntax/tree.ts';
import { isRefusal } from '../model/edit.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import type { Json } from '../model/json.ts';
import type { Format, FormatReading, Loss } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { stem, textAt } from './json/names.ts';
import { aboutAll, problemsOf } from './json/problemsOf.ts';

const PLAIN = { lens: 'json', root: [] };

/**
 * Version 2 stays the user's text, without the members that are Beanstalk's own; each of them is a loss. Source: Multicontainer
 * Docker platform configuration, AWS Elastic Beanstalk Developer Guide.
 */
export const dockerrun: Format = {
  id: 'dockerrun',
  label: 'Dockerrun.aws.json of Elastic Beanstalk',
  extension: 'aws.json',
  holdsMore: true,
  recognises: (text) => childAt(jsonFile(text).root, 'AWSEBDockerrunVersion') !== undefined,
  marked: true,
  read: (text, fileName) => {
    const { tree } = jsonFile(text);
    const { root } = tree;
    const problems = problemsOf(tree);
    const name = stem(fileName) ?? 'Dockerrun';
    if (childAt(root, 'containerDefinitions') === undefined) return oneImage(root, name, problems);
    if (root?.kind !== 'object' || !tree.sound) {
      return { tasks: [{ name, text, source: PLAIN, losses: [] }], problems };
    }
    const losses: Loss[] = [];
    for (const key of new Set(root.children.map((child) => child.key ?? ''))) {
      if (Object.hasOwn(taskFields, key)) continue;
      losses.push({ path: [key], message: `${key} is Elastic Beanstalk's: ECS has no such member.` });
    }
    const plain = patch(
      text,
      PLAIN,
      losses.map(({ path }) => ({ op: 'remove' as const, path })),
    );
    const kept = isRefusal(plain) ? { text, losses: [] } : { text: plain, losses };
    return { tasks: [{ name, ...kept, source: PLAIN }], problems };
  },
};

/** Version 1: one image with its ports and volumes. */
function oneImage(
  root: SyntaxNode | undefined,
  name: string,
  problems: FormatReading['problems'],
): FormatReading {
  const image = textAt(childAt(root, 'Image')?.value, 'Name');
  if (image === undefined) {
    const message =
      'This Dockerrun file names no containers: with version 3 they stand in the docker-compose.yml beside it. Import that.';
    return { tasks: [], problems: [...problems, aboutAll(message)] };
  }
  const ports = objectsAt(root, 'Ports').flatMap(({ ContainerPort, HostPort }) => {
    const [inside, outside] = [Number(ContainerPort), Number(HostPort)];
    if (!Number.isInteger(inside)) return [];
    return [{ containerPort: inside, ...(Number.isInteger(outside) && { hostPort: outside }) }];
  });
  const volumes = objectsAt(root, 'Volumes').filter(
    ({ ContainerDirectory }) => typeof ContainerDirectory === 'string',
  );
  const container: Record<string, Json> = { name: 'app', image, essential: true };
  if (ports.length > 0) container.portMappings = ports;
  if (volumes.length > 0) {
    container.mountPoints = volumes.map(({ ContainerDirectory = '' }, index) => ({
      sourceVolume: `volume-${index + 1}`,
      containerPath: ContainerDirectory,
    }));
  }
  const words = (member: string) => textAt(root, member)?.split(/\s+/).filter(Boolean);
  const entryPoint = words('Entrypoint');
  const command = words('Command');
  if (entryPoint !== undefined) container.entryPoint = entryPoint;
  if (command !== undefined) container.command = command;
  const task: Record<string, Json> = { family: name, containerDefinitions: [container] };
  if (volumes.length > 0) {
    task.volumes = volumes.map(({ HostDirectory }, index) => ({
      name: `volume-${index + 1}`,
      ...(typeof HostDirectory === 'string' && { host: { sourcePath: HostDirectory } }),
    }));
  }
  const taken = new Set(['Image', 'Ports', 'Volumes', 'Entrypoint', 'Command']);
  const losses = (root?.kind === 'object' ? root.children : [])
    .filter(({ key }) => key !== undefined && !taken.has(key))
    .map(({ key = '' }) => ({
      path: [key],
      message: `${key} is Elastic Beanstalk's: ECS has no such member.`,
    }));
  const text = `${JSON.stringify(task, null, 2)}\n`;
  return { tasks: [{ name, text, source: PLAIN, losses }], problems };
}

function objectsAt(
  root: SyntaxNode | undefined,
  member: string,
): readonly { readonly [key: string]: Json }[] {
  const value = childAt(root, member)?.value;
  if (value?.kind !== 'array') return [];
  return value.children.flatMap((child) => {
    const item = jsonOf(child.value);
    return typeof item === 'object' && item !== null && !Array.isArray(item)
      ? [item as { readonly [key: string]: Json }]
      : [];
  });
}
