/** Members of a container definition that say what runs. */
import type { ContainerDefinition, RepositoryCredentials } from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

const repositoryCredentials = fieldsOf<RepositoryCredentials>(
  { type: 'RepositoryCredentials' },
  {
    credentialsParameter: {
      kind: 'text',
      format: 'secret',
      label: 'Secret',
      required: 'client',
      help: 'The ARN of a Secrets Manager secret with user name and password of the registry; its name is enough in the same Region. The execution role must be allowed to read it.',
    },
  },
);

export const general = fieldsOf<
  Pick<
    ContainerDefinition,
    | 'name'
    | 'image'
    | 'repositoryCredentials'
    | 'versionConsistency'
    | 'entryPoint'
    | 'command'
    | 'workingDirectory'
  >
>(
  { type: 'ContainerDefinition', group: 'General' },
  {
    name: {
      kind: 'text',
      label: 'Name',
      required: 'service',
      pattern: '^[A-Za-z0-9_-]{1,255}$',
      maxLength: 255,
      help: 'Up to 255 letters, digits, hyphens and underscores, used once in the task. Dependencies, links, volumesFrom, the proxy configuration and load balancers refer to the container by it.',
    },
    image: {
      kind: 'text',
      format: 'image',
      label: 'Image',
      required: 'service',
      maxLength: 255,
      help: 'What to run: repository:tag or repository@digest, with the registry in front unless it is Docker Hub. At most 255 characters, those of a digest not counted.',
    },
    repositoryCredentials: {
      kind: 'structure',
      label: 'Registry credentials',
      help: 'How to sign in to a private registry other than Amazon ECR. The task needs an execution role.',
      capacities: on('y', 'y', 'y', '?', 'y'),
      rare: true,
      fields: repositoryCredentials,
    },
    versionConsistency: {
      kind: 'enum',
      label: 'Version consistency',
      default: 'enabled',
      help: 'Whether a service turns the tag of the image into a digest once per deployment, so that all its tasks run the same image. Enabled unless you say otherwise.',
      capacities: on('y', 'y', 'y', '?', 'y'),
      rare: true,
      values: {
        enabled: 'one digest for the whole deployment',
        disabled: 'each task takes what the tag means when it starts',
      },
    },
    entryPoint: {
      kind: 'list',
      label: 'Entry point',
      help: 'Replaces the ENTRYPOINT of the image, one item a word. The command is passed to it as arguments.',
      item: { kind: 'text', label: 'Word', help: 'One word, not parted further by a shell.' },
    },
    command: {
      kind: 'list',
      label: 'Command',
      help: 'Replaces the CMD of the image, one item a word. No shell reads it unless the first words are one, such as sh and -c.',
      item: { kind: 'longText', label: 'Word', help: 'One word, not parted further by a shell.' },
    },
    workingDirectory: {
      kind: 'text',
      format: 'path',
      label: 'Working directory',
      help: 'Where the command runs inside the container. Without it the WORKDIR of the image holds.',
    },
  },
);
