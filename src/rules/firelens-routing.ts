/** What a FireLens task sends where, and with what its router works. */
import { parseImage } from '../model/image.ts';
import type { Rule } from './rule.ts';
import { spares } from './terms/capacity.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { ROUTED, router, routersOf } from './terms/firelens.ts';
import { log, loggingBy } from './terms/logging.ts';
import { api, from } from './terms/sources.ts';
import { known, missing } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const EXAMPLES = from(
  'The FireLens examples of AWS',
  'https://github.com/aws-samples/amazon-ecs-firelens-examples',
);
const AGENT = from('amazon-ecs-agent, firelensconfig', 'https://github.com/aws/amazon-ecs-agent');
/** Plug-ins in Go, each with the one in C that has taken its place. */
const OLD_PLUGINS: Readonly<Record<string, string>> = {
  cloudwatch: 'cloudwatch_logs',
  firehose: 'kinesis_firehose',
  kinesis: 'kinesis_streams',
};
const GENERATED = ['/fluent-bit/etc/fluent-bit.conf', '/fluentd/etc/fluent.conf'];
const CREDENTIAL = /(^|[_.-])(api_?key|token|passw(or)?d|secret(_?key)?)$/i;
const file = (path: string) => router({ 'config-file-type': 'file', 'config-file-value': path });
const image = (tag: string) => ({
  ...router(),
  image: `public.ecr.aws/aws-observability/aws-for-fluent-bit${tag}`,
});

/** In reading order. */
export const firelensRoutingRules: readonly Rule[] = [
  {
    id: 'output-name-missing',
    severity: 'warning',
    title: 'Lines that no output takes',
    why: 'The options of an awsfirelens log configuration become an output of the router, and "Name" says which. Without it, and without a configuration file of your own, the lines end in the router.',
    source: EXAMPLES,
    examples: {
      good: [
        { title: 'An output', task: fargate({}, ROUTED, router()) },
        { title: 'The outputs stand in a file', task: fargate({}, log('awsfirelens'), file('/extra.conf')) },
        {
          title: 'Written by the init image',
          task: fargate({}, log('awsfirelens'), image(':init-2.32.4')),
        },
      ],
      bad: [{ title: 'No output', task: fargate({}, log('awsfirelens'), router()) }],
    },
    *check(reading) {
      const routers = routersOf(reading);
      const own = routers.some(({ definition, at }) => {
        const { options = {} } = definition.firelensConfiguration ?? {};
        const path = [...at, 'firelensConfiguration', 'options'];
        const { repository, tag = '' } = parseImage(definition.image ?? '');
        const usual = /aws-for-fluent-bit$/.test(repository) && !tag.startsWith('init');
        // An image of one's own may hold any configuration.
        return (
          'config-file-value' in options || !known(reading, path) || !usual || definition.command?.length
        );
      });
      if (own || routers.length === 0) return;
      for (const { definition, at, called } of loggingBy(reading, 'awsfirelens')) {
        const { options = {} } = definition.logConfiguration ?? {};
        const path = [...at, 'logConfiguration', 'options', 'Name'];
        const named = Object.keys(options).some((option) => /^(name|@type)$/i.test(option));
        if (named || !missing(reading, path, undefined) || definition.firelensConfiguration) continue;
        yield {
          path,
          message: `${called} sends its lines to the log router and names no output, so they end there: add the option "Name", for example "cloudwatch_logs".`,
        };
      }
    },
  },
  {
    id: 'cloudwatch-plugin-old',
    severity: 'info',
    title: 'The older of two plug-ins',
    why: 'cloudwatch, firehose and kinesis are the former plug-ins in Go; those in C are faster and are the ones that AWS develops.',
    source: EXAMPLES,
    examples: {
      good: [{ title: 'The one in C', task: fargate({}, ROUTED, router()) }],
      bad: [
        {
          title: 'The one in Go',
          task: fargate({}, log('awsfirelens', { Name: 'cloudwatch', region: 'eu-central-1' }), router()),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awsfirelens')) {
        const { Name = '' } = definition.logConfiguration?.options ?? {};
        const path = [...at, 'logConfiguration', 'options', 'Name'];
        const better = Object.hasOwn(OLD_PLUGINS, Name) ? OLD_PLUGINS[Name] : undefined;
        if (!better || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} uses the plug-in ${quote(Name)}, of which there is a faster successor: use ${quote(better)}, and look at its options, some of which have other names.`,
        };
      }
    },
  },
  {
    id: 'plaintext-key',
    severity: 'warning',
    title: 'A credential among the log options',
    why: 'Log options are shown to everybody who may describe the task definition. "secretOptions" reads them from Secrets Manager or Parameter Store.',
    source: api('LogConfiguration', 'secretOptions'),
    examples: {
      good: [
        {
          title: 'A secret option',
          task: fargate(
            {},
            log(
              'awsfirelens',
              { Name: 'datadog' },
              { secretOptions: [{ name: 'apikey', valueFrom: '/shop/key' }] },
            ),
            router(),
          ),
        },
        {
          title: 'A name that only ends alike',
          task: fargate(
            {},
            log('awsfirelens', { Name: 'http', log_key: 'log', Header: 'X-Kind app' }),
            router(),
          ),
        },
      ],
      bad: [
        {
          title: 'In plain text',
          task: fargate({}, log('awsfirelens', { Name: 'datadog', apikey: '0123456789abcdef' }), router()),
        },
        {
          title: 'The token of Splunk',
          task: ec2(
            {},
            log('splunk', { 'splunk-url': 'https://splunk.example.com', 'splunk-token': '1-2-3' }),
          ),
        },
      ],
    },
    *check(reading) {
      for (const driver of ['awsfirelens', 'splunk']) {
        for (const { definition, at, called } of loggingBy(reading, driver)) {
          for (const [name, value] of Object.entries(definition.logConfiguration?.options ?? {})) {
            const path = [...at, 'logConfiguration', 'options', name];
            if (!CREDENTIAL.test(name) || value === '' || /^\$\{?\w+\}?$/.test(value)) continue;
            if (!known(reading, path)) continue;
            yield {
              path,
              message: `The log option ${quote(name)} of ${called} is a credential in plain text for everybody who may read the task definition: move it to "secretOptions".`,
            };
          }
        }
      }
    },
  },
  {
    id: 'file-path-default',
    severity: 'warning',
    title: 'The file that ECS itself writes',
    why: 'ECS mounts the configuration that it generates at this path, so a file of the image there is hidden, and including it includes itself.',
    source: AGENT,
    examples: {
      good: [{ title: 'Another path', task: fargate({}, ROUTED, file('/fluent-bit/configs/extra.conf')) }],
      bad: [
        { title: 'The generated file', task: fargate({}, ROUTED, file('/fluent-bit/etc/fluent-bit.conf')) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const value = definition.firelensConfiguration?.options?.['config-file-value'] ?? '';
        const path = [...at, 'firelensConfiguration', 'options', 'config-file-value'];
        if (!GENERATED.includes(value) || !known(reading, path)) continue;
        yield {
          path,
          message: `The log router ${called} is to include ${quote(value)}, where ECS mounts the file that it generates: put yours at another path of the image.`,
        };
      }
    },
  },
  {
    id: 'router-no-log',
    severity: 'info',
    title: 'A log router that nobody hears',
    why: 'When lines do not arrive, the reason stands in the log of the router. On Fargate there is no other place to look.',
    source: EXAMPLES,
    examples: {
      good: [{ title: 'awslogs', task: fargate({}, ROUTED, { ...router(), ...log('awslogs', AWSLOGS) }) }],
      bad: [{ title: 'None', task: fargate({}, ROUTED, router()) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'logConfiguration'];
        if (!missing(reading, path, definition.logConfiguration)) continue;
        yield {
          path,
          message: `The log router ${called} has no log configuration of its own, so its errors are seen nowhere: give it awslogs.`,
        };
      }
    },
  },
  {
    id: 'router-memory',
    severity: 'warning',
    title: 'A log router with hardly any memory',
    why: 'The agent limits the input buffer of Fluent Bit to half of the memory of the router, 25 MiB where it has no limit. The examples of AWS reserve 50 MiB and more; with less the router is killed in the first burst.',
    source: AGENT,
    examples: {
      good: [
        {
          title: '50 MiB reserved',
          task: ec2({}, ROUTED, { ...router(), memory: undefined, memoryReservation: 50 }),
        },
        { title: 'No limit', task: fargate({}, ROUTED, router()) },
      ],
      bad: [{ title: '32 MiB', task: ec2({}, ROUTED, { ...router(), memory: 32 }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const { memory } = definition;
        const path = [...at, 'memory'];
        if (memory === undefined || memory >= 50 || !known(reading, path)) continue;
        yield {
          path,
          message: `The log router ${called} may use ${memory} MiB at most, of which Fluent Bit buffers half: give it 50 MiB or more.`,
        };
      }
    },
  },
  {
    id: 'router-image-latest',
    severity: 'warning',
    title: 'A log router of any version',
    why: 'The tag latest of aws-for-fluent-bit moves with every release, also with those that break something. AWS keeps a tag stable for what has proved itself.',
    source: EXAMPLES,
    examples: {
      good: [
        { title: 'stable', task: fargate({}, ROUTED, image(':stable')) },
        { title: 'A version', task: fargate({}, ROUTED, image(':2.32.4')) },
      ],
      bad: [
        { title: 'latest', task: fargate({}, ROUTED, image(':latest')) },
        { title: 'No tag', task: fargate({}, ROUTED, image('')) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of routersOf(reading)) {
        const path = [...at, 'image'];
        const { repository, tag = 'latest', digest, registry } = parseImage(definition.image ?? '');
        if (digest !== undefined || !/(^|\/)aws-for-fluent-bit$/.test(repository)) continue;
        if (!/^(init-)?latest$/.test(tag) || !known(reading, path)) continue;
        const stable = `${registry === undefined ? '' : `${registry}/`}${repository}:${tag.replace('latest', 'stable')}`;
        yield {
          path,
          message: `The log router ${called} takes whatever aws-for-fluent-bit was released last: use the tag stable, or a version.`,
          ...(tag === 'latest' && {
            fix: {
              label: 'Use the tag stable',
              safe: false,
              edits: [{ op: 'set' as const, path, value: stable }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'buffer-limit',
    severity: 'info',
    title: 'The log driver buffers 1 MiB',
    why: 'awsfirelens keeps 1 MiB of lines while the router is busy, and drops what comes on top ("Buffer full"), which on Fargate nobody sees. log-driver-buffer-limit sets another size, in bytes.',
    source: EXAMPLES,
    examples: {
      good: [
        {
          title: 'Another size',
          task: fargate(
            {},
            log('awsfirelens', { Name: 'stdout', 'log-driver-buffer-limit': '8388608' }),
            router(),
          ),
        },
        { title: 'EC2, where the error is seen', task: ec2({}, ROUTED, router()) },
      ],
      bad: [{ title: 'Not written', task: fargate({}, ROUTED, router()) }],
    },
    *check(reading) {
      if (spares(reading, 'FARGATE')) return;
      const path = (at: readonly (string | number)[]) => [
        ...at,
        'logConfiguration',
        'options',
        'log-driver-buffer-limit',
      ];
      const unset = loggingBy(reading, 'awsfirelens').filter(({ definition, at }) =>
        missing(reading, path(at), definition.logConfiguration?.options?.['log-driver-buffer-limit']),
      );
      const [first] = unset;
      if (!first) return;
      yield {
        path: path(first.at),
        message: `${listed(unset.map(({ called }) => called))} may have 1 MiB of lines waiting for the log router, and further ones are dropped: if bursts are larger, set "log-driver-buffer-limit" in bytes.`,
      };
    },
  },
];
