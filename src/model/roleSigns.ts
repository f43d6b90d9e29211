/** Signs by which the purpose of a container is told from its image, its name and its command. Data for `role.ts`. */
import type { Role } from './roleLabel.ts';

/** A pattern over a lower-case text. The first that fits decides. */
export type Sign = readonly [pattern: RegExp, role: Role];

/** Held against the repository, without registry, account and tag. */
export const imageSigns: readonly Sign[] = [
  [/(^|[/_-])(fluent-?bit|fluentd|vector|logstash|filebeat|promtail)($|[/_-])|logging-firelens/, 'logRouter'],
  [
    /^(?!.*sample).*(otel|opentelemetry|xray|cloudwatch-agent|cwagent|statsd|prometheus|exporter|telegraf|jaeger)/,
    'telemetry',
  ],
  [
    /(^|\/)(datadog|newrelic|dynatrace|signalfx|grafana|instana|elastic)\/(.*agent|infrastructure.*|alloy)/,
    'telemetry',
  ],
  [/envoy|haproxy|traefik|pgbouncer|pgpool|proxysql|socat|oauth2-proxy|consul-dataplane|proxyv2/, 'proxy'],
  [/(cloud-?sql|linkerd|rds|auth|sidecar|reverse)[-_]?proxy/, 'proxy'],
  [/(^|[/_-])(flyway|liquibase|db-?migrate|migrations?|migrator)($|[/_-])/, 'init'],
  [
    /(^|\/)(postgres|postgresql|postgis|mysql|mariadb|mongo|mongodb|cassandra|clickhouse)($|[/_-])/,
    'database',
  ],
  [
    /(^|\/)(cockroach|neo4j|influxdb|timescaledb|dynamodb-local|elasticsearch|opensearch)($|[/_-])/,
    'database',
  ],
  [/(^|\/)(redis|valkey|memcached|keydb|dragonfly|varnish)($|[/_-])(?!exporter|commander)/, 'cache'],
  [/(^|[/_-])(nginx|nginx-unprivileged|httpd|caddy|openresty|apache2?|lighttpd)($|[/_-])/, 'webServer'],
  [
    /(ssm|vault|consul|falcon|guardduty|teleport|buildkite|jenkins|twistlock|sysdig|wazuh)[-_/]?.*(agent|sensor|defender)/,
    'agent',
  ],
  [/(^|[/_-])(vault|falcon-sensor|inbound-agent|actions-runner|atlantis-agent)($|[/_-])/, 'agent'],
];

/** Held against the container's name. */
export const nameSigns: readonly Sign[] = [
  [
    /(^|[_-])(log[_-]?router|logrouter|firelens|fluent-?bit|fluentd|log[_-]?forwarder|logsender)($|[_-])/,
    'logRouter',
  ],
  [
    /(^|[_-])(otel|adot|x-?ray|collector|metrics|exporter|telemetry|cwagent|statsd|datadog|newrelic)($|[_-])/,
    'telemetry',
  ],
  [/cloudwatch[_-]agent|prometheus/, 'telemetry'],
  [/(^|[_-])(envoy|proxy|haproxy|traefik|mesh|pgbouncer)($|[_-])/, 'proxy'],
  [/(^|[_-])init(ializer|ialise|ialize|ializes)?($|[_-])/, 'init'],
  [/(^|[_-])(worker|workers|celery|sidekiq|consumer|scheduler|cron|beat|queue|jobs?)($|[_-])/, 'worker'],
  [/(^|[_-])(redis|valkey|memcached|cache)($|[_-])/, 'cache'],
  [/(^|[_-])(postgres|postgresql|mysql|mariadb|mongo|mongodb|database|db)($|[_-])/, 'database'],
  [/(^|[_-])(nginx|httpd|apache|caddy)($|[_-])/, 'webServer'],
  [/(^|[_-])(agent|sensor|debug|debugger|toolbox)($|[_-])/, 'agent'],
];

/** Names that say init only of a container that may end without ending the task. */
export const initNames =
  /(^|[_-])(migrate|migrations?|migrator|setup|bootstrap|seed|provision|prepare|config|schema|chown|wait-for)($|[_-])/;

/** Held against command and entry point, joined by spaces. */
export const commandSigns: readonly Sign[] = [
  [
    /\bdb:migrate\b|\bmanage\.py migrate\b|\balembic upgrade\b|\bprisma migrate\b|\bflyway\b|\bknex migrate/,
    'init',
  ],
  [
    /\bcelery\b.*\b(worker|beat)\b|\bsidekiq\b|\bqueue:work\b|\brq worker\b|\bresque\b|\bdelayed_job\b/,
    'worker',
  ],
];

/** A command that runs until it is stopped: whoever runs it prepares nothing and does not end. */
export const endlessCommand = /\bwhile\s+(true|:|\[\s*1\s*\]|sleep)|\bsleep\s+inf|\btail\s+-[a-z]*f/i;

/** Names that say App whatever the image. */
export const certainAppNames = /^(app|application|main)$/;

/** Names that say App when nothing else says what it is. */
export const appNames =
  /^(app|application|main|api|web|server|backend|frontend|service)([_-](prod|production|staging|dev|test))?$/;
