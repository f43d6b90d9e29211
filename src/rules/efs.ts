/** EFS volumes: encryption in transit and access points. */

import type { Rule } from './rule.ts';
import { efs, encrypted, rootOfAccessPoint } from './terms/fileSystems.ts';
import { deployed, reported } from './terms/sources.ts';
import type { VolumeAt } from './terms/view.ts';
import { known, volumesOf } from './terms/view.ts';

const ACCESS_POINT = 'fsap-0123456789abcdef0';

/** In reading order. */
export const efsRules: readonly Rule[] = [
  needsEncryption('efs-iam-tls', {
    title: 'IAM authorisation on EFS needs encryption in transit',
    why: 'The proof of identity is carried by the TLS connection.',
    answer: 'EFS IAM authorization requires TransitEncryption to be enabled.',
    source: deployed('pf-ecs-efs-iam-transit-encryption'),
    member: ['authorizationConfig', 'iam'],
    applies: (volume) => volume.efsVolumeConfiguration?.authorizationConfig?.iam === 'ENABLED',
    because: 'uses IAM authorisation',
    example: { authorizationConfig: { iam: 'ENABLED' } },
    nearMiss: { authorizationConfig: { iam: 'DISABLED' } },
  }),
  needsEncryption('efs-ap-tls', {
    title: 'An EFS access point needs encryption in transit',
    why: 'The access point is named within the TLS connection.',
    source: reported('aws/aws-cdk', 10683),
    member: ['authorizationConfig', 'accessPointId'],
    applies: (volume) => {
      const authorization = volume.efsVolumeConfiguration?.authorizationConfig;
      return authorization?.accessPointId !== undefined && authorization.iam !== 'ENABLED';
    },
    because: 'uses an access point',
    example: { authorizationConfig: { accessPointId: ACCESS_POINT } },
    nearMiss: { authorizationConfig: {} },
  }),
  needsEncryption('efs-port-tls', {
    title: 'A port for encryption needs encryption',
    why: 'transitEncryptionPort is where the TLS helper listens; without encryption there is none.',
    answer: 'TransitEncryptionPort requires that TransitEncryption is enabled',
    source: deployed('pf-ecs-efs-transit-encryption-port'),
    member: ['transitEncryptionPort'],
    applies: (volume) => {
      const configuration = volume.efsVolumeConfiguration;
      const { iam, accessPointId } = configuration?.authorizationConfig ?? {};
      return (
        configuration?.transitEncryptionPort !== undefined && iam !== 'ENABLED' && accessPointId === undefined
      );
    },
    because: 'names a port for encryption',
    example: { transitEncryptionPort: 2999 },
    nearMiss: { rootDirectory: '/uploads' },
  }),
  {
    id: 'efs-ap-root',
    severity: 'error',
    title: 'An EFS access point fixes the directory',
    why: 'The access point has a root directory of its own, so the volume names none, or "/".',
    answer: 'When using an EFS access point, the root directory must either be set to "/" or be omitted',
    source: reported('aws/aws-cdk', 10683),
    examples: {
      good: [
        {
          title: 'The root',
          task: efs({
            ...encrypted,
            rootDirectory: '/',
            authorizationConfig: { accessPointId: ACCESS_POINT },
          }),
        },
        { title: 'A directory without access point', task: efs({ rootDirectory: '/uploads' }) },
      ],
      bad: [
        {
          title: 'A directory',
          task: efs({
            ...encrypted,
            rootDirectory: '/uploads',
            authorizationConfig: { accessPointId: ACCESS_POINT },
          }),
        },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const configuration = volume.efsVolumeConfiguration;
        if (configuration?.authorizationConfig?.accessPointId === undefined) continue;
        const path = [...at, 'efsVolumeConfiguration', 'rootDirectory'];
        if (known(reading, path)) yield* rootOfAccessPoint(called, configuration.rootDirectory, path);
      }
    },
  },
];

interface EncryptionNeed extends Pick<Rule, 'title' | 'why' | 'answer' | 'source'> {
  readonly member: readonly string[];
  readonly applies: (volume: VolumeAt['volume']) => boolean;
  readonly because: string;
  readonly example: object;
  readonly nearMiss: object;
}

/** Only the first reason for encryption is told: one switch satisfies them all. */
function needsEncryption(id: string, need: EncryptionNeed): Rule {
  const { member, applies, because, example, nearMiss, ...rest } = need;
  return {
    id,
    severity: 'error',
    ...rest,
    examples: {
      good: [
        { title: 'With encryption', task: efs({ ...encrypted, ...example }) },
        { title: 'Not needed', task: efs(nearMiss) },
      ],
      bad: [
        { title: 'Encryption left out', task: efs(example) },
        { title: 'Encryption switched off', task: efs({ transitEncryption: 'DISABLED', ...example }) },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const configuration = [...at, 'efsVolumeConfiguration'];
        const path = [...configuration, 'transitEncryption'];
        if (!applies(volume) || volume.efsVolumeConfiguration?.transitEncryption === 'ENABLED') continue;
        if (!known(reading, path) || !known(reading, [...configuration, ...member])) continue;
        yield {
          path,
          message: `The volume ${called} ${because}, which needs encryption in transit: set "transitEncryption": "ENABLED".`,
          fix: {
            label: `Encrypt ${called} in transit`,
            safe: true,
            edits: [{ op: 'set', path, value: 'ENABLED' }],
          },
        };
      }
    },
  };
}
