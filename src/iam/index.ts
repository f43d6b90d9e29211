/** The features that roles must allow something for, in the order in which people read a policy. */
import { adotCollector } from './adot-collector.ts';
import { appMesh } from './app-mesh.ts';
import { awslogs } from './awslogs.ts';
import { cloudWatchAgent } from './cloudwatch-agent.ts';
import { credentialSpecs } from './credential-specs.ts';
import { ecrImages } from './ecr-image.ts';
import { efs } from './efs.ts';
import { environmentFiles } from './environment-files.ts';
import { faultInjection } from './fault-injection.ts';
import type { Feature } from './feature.ts';
import { firelensConfig } from './firelens-config.ts';
import { firelensOutput } from './firelens-output.ts';
import { fsxWindows } from './fsx-windows.ts';
import { registryCredentials } from './registry-credentials.ts';
import { s3Files } from './s3-files.ts';
import { secrets } from './secrets.ts';
import { xRay } from './x-ray.ts';

export const features: readonly Feature[] = [
  ecrImages,
  registryCredentials,
  awslogs,
  secrets,
  environmentFiles,
  credentialSpecs,
  fsxWindows,
  firelensConfig,
  firelensOutput,
  xRay,
  adotCollector,
  cloudWatchAgent,
  appMesh,
  faultInjection,
  efs,
  s3Files,
];
