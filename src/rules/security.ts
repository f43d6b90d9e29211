/** What ECS accepts and a reviewer would not. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known, volumesOf } from './terms/view.ts';
import { isUnfilled, quote } from './terms/words.ts';

/** Names that end like a secret. What only points at one (…_FILE, …_ARN, …_NAME, …_ID) ends otherwise. */
const SECRET_NAME =
  /(^|[_.-])((my|pg|db)?pass(word|wd|phrase)?|pwd|secret(_?key)?(_base)?|token|api_?key|access_?key|private_?key|auth_?key|signing_?key|encryption_?key|credentials?)([_.-]?(\d+|prod(uction)?|staging|dev))?$/i;
/** Values that are secrets by their shape alone. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^A[KS]IA[0-9A-Z]{16}$/, 'an AWS access key'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/^gh[pousr]_[A-Za-z0-9]{36,}$/, 'a GitHub token'],
  [/^sk_live_[A-Za-z0-9]{16,}$/, 'a Stripe key'],
  [/^xox[abprs]-[A-Za-z0-9-]{10,}$/, 'a Slack token'],
  [/^glpat-[\w-]{20,}$/, 'a GitLab token'],
  [/^AIza[\w-]{35}$/, 'a key of Google'],
  [/^eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}$/, 'a signed token (JWT)'],
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s:/@${}<>]+:[^\s:/@${}<>]+@/i, 'a password within an address'],
];
const NO_SECRET = /^(|true|false|yes|no|on|off|none|null|enabled|disabled|\d{1,4})$/i;
const variable = (name: string, value: string) => ({ environment: [{ name, value }] });
const volume = (sourcePath: string) => ({ volumes: [{ name: 'host', host: { sourcePath } }] });
const mounted = { mountPoints: [{ sourceVolume: 'host', containerPath: '/host' }] };

/** In reading order. */
export const securityRules: readonly Rule[] = [
  {
    id: 'env-secret',
    severity: 'warning',
    title: 'A secret in plain text',
    why: 'Environment values are shown to everybody who may describe the task definition, and stay in all its revisions. "secrets" reads them from Secrets Manager or Parameter Store when the task starts.',
    source: api('ContainerDefinition', 'environment'),
    examples: {
      good: [
        { title: 'It only says where', task: ec2({}, variable('DB_PASSWORD_FILE', '/run/secrets/db')) },
        {
          title: 'An ARN',
          task: ec2({}, variable('DB_SECRET', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:db')),
        },
        { title: 'A switch', task: ec2({}, variable('USE_TOKEN', 'true')) },
        { title: 'How long one lasts', task: ec2({}, variable('TOKEN_TTL', '86400')) },
        { title: 'A public key', task: ec2({}, variable('PUBLIC_KEY', 'MFkwEwYHKoZIzj0CAQYI')) },
        {
          title: 'An address without a password',
          task: ec2({}, variable('DATABASE_URL', 'postgres://db.internal:5432/shop')),
        },
      ],
      bad: [
        { title: 'By name', task: fargate({}, variable('DB_PASSWORD', 'hunter22')) },
        { title: 'By a name in another style', task: fargate({}, variable('dbPassword', 'hunter22')) },
        { title: 'As psql calls it', task: ec2({}, variable('PGPASSWORD', 'hunter22')) },
        {
          title: 'By the shape of the value',
          task: ec2({}, variable('DATABASE_URL', 'postgres://shop:hunter22@db/shop')),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ name = '', value = '' }, index] of items(definition.environment)) {
          const path = [...at, 'environment', index, 'value'];
          const reason = secretReason(name, value);
          if (reason === undefined || !known(reading, path)) continue;
          yield {
            path,
            message: `The environment variable ${quote(name)} of ${called} ${reason}, in plain text for everybody who may read the task definition: move it to "secrets".`,
          };
        }
      }
    },
  },
  {
    id: 'privileged',
    severity: 'warning',
    title: 'A privileged container owns its host',
    why: 'It has all rights of root on the instance, and with them those of all other tasks there.',
    source: api('ContainerDefinition', 'privileged'),
    examples: {
      good: [{ title: 'Switched off', task: ec2({}, { privileged: false }) }],
      bad: [{ title: 'Privileged', task: ec2({}, { privileged: true }) }],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'privileged'];
        if (definition.privileged !== true || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} is privileged and so has all rights on its host: add the single capabilities that it needs instead, or keep it off instances with other tasks.`,
        };
      }
    },
  },
  {
    id: 'docker-sock',
    severity: 'warning',
    title: 'The socket of Docker, or the whole disk of the host',
    why: 'Who can speak to the Docker socket can start any container with any rights, also through a mount that is read-only; who sees the root of the disk sees the credentials of the instance.',
    source: from(
      'Docker documentation, protect the Docker daemon socket',
      'https://docs.docker.com/engine/security/protect-access/',
    ),
    examples: {
      good: [{ title: 'A directory of its own', task: ec2(volume('/srv/shop'), mounted) }],
      bad: [
        { title: 'The socket', task: ec2(volume('/var/run/docker.sock'), mounted) },
        { title: 'The root of the disk', task: ec2(volume('/'), mounted) },
      ],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'host', 'sourcePath'];
        const source = volume.host?.sourcePath;
        if (!source || !known(reading, path)) continue;
        const what =
          source === '/'
            ? 'the whole disk'
            : /^(\/var)?\/run\/docker\.sock$/.test(source)
              ? 'the Docker socket'
              : '';
        if (what === '') continue;
        yield {
          path,
          message: `The volume ${called} is ${what} of the host: whoever mounts it controls the instance. Mount only what is needed.`,
        };
      }
    },
  },
];

/** Why a variable seems to be a secret, as the end of a sentence; nothing when it does not. */
function secretReason(name: string, value: string): string | undefined {
  const shape = SECRET_SHAPES.find(([pattern]) => pattern.test(value));
  if (shape) return `holds ${shape[1]}`;
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  if (!SECRET_NAME.test(words) || NO_SECRET.test(value)) return undefined;
  // References to where the secret lies, and what a template or a shell fills in.
  if (/^(arn:|\/|\.\/|https?:\/\/|file:)/.test(value) || isUnfilled(value)) return undefined;
  return 'looks like a secret by its name';
}
