/** All members of a volume and of its kinds. */
import type {
  DockerVolumeConfiguration,
  EFSAuthorizationConfig,
  EFSVolumeConfiguration,
  FSxWindowsFileServerAuthorizationConfig,
  FSxWindowsFileServerVolumeConfiguration,
  HostVolumeProperties,
  S3FilesVolumeConfiguration,
  Volume,
} from '../volume.ts';
import { fieldsOf, on } from './field.ts';

const rootDirectory = {
  kind: 'text',
  format: 'path',
  label: 'Root directory',
  default: '/',
  help: 'The directory of the file system that is mounted, as an absolute path. With an access point leave it out, or give /.',
} as const;

const host = fieldsOf<HostVolumeProperties>(
  { type: 'HostVolumeProperties' },
  {
    sourcePath: {
      kind: 'text',
      format: 'path',
      label: 'Path on the host',
      help: 'A directory of the host; it outlives the task and every task on that host sees it. Left out, the volume is empty at first and goes with the task.',
      capacities: on('n', 'n', 'y', 'y', '?'),
    },
  },
);

const docker = fieldsOf<DockerVolumeConfiguration>(
  { type: 'DockerVolumeConfiguration' },
  {
    scope: {
      kind: 'enum',
      label: 'Scope',
      default: 'task',
      help: 'How long the volume lives.',
      values: { task: 'goes with the task', shared: 'stays on the host for later tasks' },
    },
    autoprovision: {
      kind: 'boolean',
      label: 'Create if missing',
      help: 'Whether a shared volume is made when the host has none of that name. With scope task it may only be true or left out.',
    },
    driver: {
      kind: 'text',
      label: 'Driver',
      default: 'local',
      help: 'The Docker volume driver, as docker plugin ls shows it on the host. Windows has only local.',
      suggestions: ['local', 'rexray/ebs'],
    },
    driverOpts: { kind: 'map', label: 'Driver options', help: 'Passed to the driver as they are.' },
    labels: { kind: 'map', label: 'Labels', help: 'Labels on the Docker volume.' },
  },
);

const efsAuthorization = fieldsOf<EFSAuthorizationConfig>(
  { type: 'EFSAuthorizationConfig' },
  {
    accessPointId: {
      kind: 'text',
      label: 'Access point',
      pattern: '^fsap-[0-9a-f]+$',
      help: 'An access point, fsap-…: it fixes user and directory. It needs encryption in transit.',
    },
    iam: {
      kind: 'enum',
      label: 'IAM',
      default: 'DISABLED',
      help: 'Whether the task role is used to mount. It needs encryption in transit and a task role. Disabled unless you say otherwise.',
      values: { ENABLED: 'the task role decides', DISABLED: 'the network alone decides' },
    },
  },
);

const efs = fieldsOf<EFSVolumeConfiguration>(
  { type: 'EFSVolumeConfiguration' },
  {
    fileSystemId: {
      kind: 'text',
      label: 'File system',
      required: 'client',
      pattern: '^fs-[0-9a-f]+$',
      help: 'The EFS file system, fs-…',
    },
    rootDirectory,
    transitEncryption: {
      kind: 'enum',
      label: 'Encryption in transit',
      default: 'DISABLED',
      help: 'Whether what goes between the host and EFS is encrypted. An access point and IAM need it. Disabled unless you say otherwise.',
      values: { ENABLED: 'encrypted', DISABLED: 'plain' },
    },
    transitEncryptionPort: {
      kind: 'port',
      label: 'Encryption port',
      min: 0,
      max: 65535,
      help: 'The port on the host for the encrypted connection; EFS chooses one unless you do. Only with encryption.',
    },
    authorizationConfig: {
      kind: 'structure',
      label: 'Authorisation',
      help: 'An access point, and whether IAM decides who may mount.',
      fields: efsAuthorization,
    },
  },
);

const s3files = fieldsOf<S3FilesVolumeConfiguration>(
  { type: 'S3FilesVolumeConfiguration' },
  {
    fileSystemArn: {
      kind: 'text',
      format: 'arn',
      label: 'File system',
      required: 'client',
      help: 'The ARN of the S3 Files file system: arn:aws:s3files:REGION:ACCOUNT:file-system/fs-…',
    },
    rootDirectory,
    transitEncryptionPort: {
      kind: 'port',
      label: 'Encryption port',
      min: 0,
      max: 65535,
      help: 'The port on the host for the encrypted connection; one is chosen unless you do.',
    },
    accessPointArn: {
      kind: 'text',
      format: 'arn',
      label: 'Access point',
      help: 'The ARN of an access point. The root directory must then be / or left out.',
    },
  },
);

const fsxAuthorization = fieldsOf<FSxWindowsFileServerAuthorizationConfig>(
  { type: 'FSxWindowsFileServerAuthorizationConfig' },
  {
    credentialsParameter: {
      kind: 'text',
      format: 'secret',
      label: 'Credentials',
      required: 'client',
      help: 'The ARN of the secret or SSM parameter with user name and password for the domain.',
    },
    domain: {
      kind: 'text',
      label: 'Domain',
      required: 'client',
      help: 'The full name of the Active Directory domain.',
    },
  },
);

const fsx = fieldsOf<FSxWindowsFileServerVolumeConfiguration>(
  { type: 'FSxWindowsFileServerVolumeConfiguration' },
  {
    fileSystemId: {
      kind: 'text',
      label: 'File system',
      required: 'client',
      pattern: '^fs-[0-9a-f]+$',
      help: 'The FSx for Windows File Server file system, fs-…',
    },
    rootDirectory: {
      kind: 'text',
      format: 'path',
      label: 'Directory',
      required: 'client',
      help: 'The directory of the file system that is mounted, such as share\\data.',
    },
    authorizationConfig: {
      kind: 'structure',
      label: 'Authorisation',
      required: 'client',
      help: 'How to sign in to the domain.',
      fields: fsxAuthorization,
    },
  },
);

export const volumeFields = fieldsOf<Volume>(
  { type: 'Volume' },
  {
    name: {
      kind: 'text',
      label: 'Name',
      required: 'service',
      pattern: '^[A-Za-z0-9_-]{1,255}$',
      maxLength: 255,
      help: 'What mounts call the volume: up to 255 letters, digits, hyphens and underscores, used once in the task.',
    },
    host: {
      kind: 'structure',
      label: 'Host',
      help: 'An empty volume that lives as long as the task, or with a path a directory of the host.',
      fields: host,
    },
    dockerVolumeConfiguration: {
      kind: 'structure',
      label: 'Docker volume',
      rare: true,
      help: 'A volume that Docker manages on the host, with a driver.',
      capacities: on('n', 'n', 'y', '?', 'n'),
      fields: docker,
    },
    efsVolumeConfiguration: {
      kind: 'structure',
      label: 'Amazon EFS',
      linuxOnly: true,
      help: 'A shared file system that outlives tasks, for Linux.',
      capacities: on('y', 'n', 'y', '?', 'y'),
      capacityNote: 'On Fargate from platform version 1.4.0.',
      fields: efs,
    },
    s3filesVolumeConfiguration: {
      kind: 'structure',
      label: 'Amazon S3 Files',
      rare: true,
      help: 'A file system over an S3 bucket. The task needs a task role.',
      capacities: on('y', '?', 'y', '?', '?'),
      fields: s3files,
    },
    fsxWindowsFileServerVolumeConfiguration: {
      kind: 'structure',
      label: 'FSx for Windows File Server',
      rare: true,
      help: 'A Windows file share, for Windows containers on EC2.',
      capacities: on('n', 'n', 'c', 'n', 'n'),
      capacityNote: 'On EC2 for Windows containers.',
      fields: fsx,
    },
    configuredAtLaunch: {
      kind: 'boolean',
      label: 'EBS volume, set up at launch',
      default: false,
      help: 'The task or service that runs this definition says which EBS volume it is. One a task at most, and a container must mount it.',
      capacities: on('y', '?', 'y', 'n', 'y'),
    },
  },
);
