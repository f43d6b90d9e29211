/** Looks for secrets in a design before it is sent, and takes them out. */
import type { Design } from '../edit/design.ts';
import { readingOf } from '../edit/design.ts';
import { patch } from '../lens/index.ts';
import { type Edit, isRefusal } from '../model/edit.ts';
import { items } from '../model/list.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';

/** Something that looks like a secret. */
export interface FoundSecret {
  /** Where it stands in the task; the text that holds it may hold more. */
  readonly path: Path;
  /** Why it looks like one: "The variable DB_PASSWORD is named like a secret". */
  readonly why: string;
  /** The secret itself, a part of the text at the path. */
  readonly secret: string;
}

/** What stands in place of a secret in a link. */
export const REMOVED = 'REMOVED-BEFORE-SHARING';

const NAMES =
  /pass(?:word|wd|phrase|code)?(?:$|[^a-z])|secret|token|api[-_.]?key|app[-_.]?key|access[-_.]?key|private[-_.]?key|encryption[-_.]?key|signing[-_.]?key|license[-_.]?key|credential|passwd|pwd(?:$|[^a-z])|(?:^|[^a-z])dsn(?:$|[^a-z])|connection[-_.]?string|webhook/i;

/** Values that are secrets by their looks. The first group, where there is one, is the secret within it. */
const VALUES: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}/, 'a GitHub token'],
  [/\bglpat-[\w-]{18,}/, 'a GitLab token'],
  [/\bxox[abeoprs]-[\w-]{10,}/, 'a Slack token'],
  [/\b[sr]k_(?:live|test)_\w{16,}/, 'a Stripe key'],
  [/\bsk-[\w-]{20,}/, 'an API key'],
  [/\bAIza[\w-]{30,}/, 'a Google key'],
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/, 'a SendGrid key'],
  [/\bnpm_\w{30,}/, 'an npm token'],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/, 'a signed token (JWT)'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/, 'a private key'],
  [/\bBearer\s+([\w.~+/=-]{8,})/i, 'a bearer token'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]{1,200})@/i, 'a password in an address'],
  [/\bhttps:\/\/hooks\.slack\.com\/services\/[\w/]+/, 'the address of a webhook'],
  [
    /(?<![\w/+:.-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+])/,
    'a key of 40 letters',
  ],
];

/** `--password=x`, `DB_PASSWORD=x`, `--token x` within a command line. */
const ASSIGNED =
  /(?:--?([A-Za-z][\w.-]{1,60})(?:=|\s+)|\b([A-Za-z_]\w{1,60})(?:=|:\s?))(["']?)(?!-)([^\s"']{1,300})\3/g;

/** What no secret is: empty, a reference, a path, a switch or a number. */
const HARMLESS =
  /^(?:|\$\{?\w+\}?|\{\{.*\}\}|<[\w -]+>|arn:.*|\/[\w/.-]*|true|false|yes|no|none|null|on|off|\d{1,6}|REMOVED-BEFORE-SHARING)$/i;

/** Everything in environment, commands, health checks, log options and labels that looks like a secret. */
export function findSecrets(task: TaskDefinition): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  const add = (path: Path, secret: string, why: string) => {
    if (HARMLESS.test(secret)) return;
    if (!found.some((other) => other.secret === secret && other.path.join() === path.join()))
      found.push({ path, secret, why });
  };
  const byLooks = (path: Path, text: string) => {
    for (const [pattern, what] of VALUES) {
      const match = pattern.exec(text);
      if (match !== null) add(path, match[1] ?? match[0], `It looks like ${what}.`);
    }
  };
  const named = (path: Path, name: string, value: string, what: string) => {
    byLooks(path, value);
    if (NAMES.test(name) && !found.some((other) => other.path.join() === path.join())) {
      add(path, value, `The ${what} ${name} is named like a secret.`);
    }
  };
  for (const [container, index] of items(task.containerDefinitions)) {
    const at: Path = ['containerDefinitions', index];
    for (const [{ name = '', value = '' }, place] of items(container.environment)) {
      named([...at, 'environment', place, 'value'], name, value, 'variable');
    }
    for (const [key, value] of Object.entries(container.dockerLabels ?? {})) {
      named([...at, 'dockerLabels', key], key, value, 'label');
    }
    for (const [key, value] of Object.entries(container.logConfiguration?.options ?? {})) {
      named([...at, 'logConfiguration', 'options', key], key, value, 'log option');
    }
    for (const [member, list] of [
      [['command'], container.command],
      [['entryPoint'], container.entryPoint],
      [['healthCheck', 'command'], container.healthCheck?.command],
    ] as const) {
      const words = items(list);
      words.forEach(([text, place], nth) => {
        const path = [...at, ...member, place];
        byLooks(path, text);
        const [before = ''] = words[nth - 1] ?? [];
        // `--password` and its value may be two words of the list.
        if (/^--?[A-Za-z][\w-]*$/.test(before) && NAMES.test(before)) {
          add(path, text, `It follows ${before}.`);
        }
        for (const [, option, variable, , value = ''] of text.matchAll(ASSIGNED)) {
          const name = option ?? variable ?? '';
          if (NAMES.test(name)) add(path, value, `${name} in the command is named like a secret.`);
        }
      });
    }
  }
  return found;
}

/** The account ids in the text of a design: twelve digits in an ARN or in the address of a registry. */
export function findAccounts({ text }: Design): readonly string[] {
  const ids = text.matchAll(/(?<=:)\d{12}(?=:)|(?<!\d)\d{12}(?=\.dkr\.ecr\.)/g);
  return [...new Set([...ids].map(([id]) => id))];
}

/**
 * The design without these secrets, wherever else their letters stand (comments, notes, unknown members) as well; with
 * `accounts`, without those account ids either. A text that cannot be edited loses the letters all the same.
 */
export function scrubbed(
  design: Design,
  secrets: readonly FoundSecret[],
  accounts: readonly string[] = [],
): Design {
  const { task } = readingOf(design);
  const values = new Map<string, { path: Path; text: string }>();
  for (const { path, secret } of secrets) {
    const key = path.join('\n');
    const text = values.get(key)?.text ?? textAt(task, path);
    values.set(key, { path, text: text.replaceAll(secret, REMOVED) });
  }
  const edits = [...values.values()].map(({ path, text }): Edit => ({ op: 'set', path, value: text }));
  const patched = patch(design.text, design.source, edits);
  let text = isRefusal(patched) ? design.text : patched;
  const everywhere: (readonly [from: string, to: string])[] = accounts.map((id, index) => [
    id,
    String(index).padStart(12, '0'),
  ]);
  for (const { secret } of secrets) {
    // A short one ("test") may be a part of any word, so it is only taken out where it was found.
    if (secret.length >= 6 || isRefusal(patched)) everywhere.push([secret, REMOVED]);
  }
  const replaced = (one: string) => everywhere.reduce((all, [from, to]) => all.replaceAll(from, to), one);
  for (const [from, to] of everywhere) text = text.replaceAll(JSON.stringify(from).slice(1, -1), to);
  return {
    text: replaced(text),
    source: inTexts(design.source, replaced) as Design['source'],
    parts: inTexts(design.parts, replaced) as Design['parts'],
  };
}

/** Plain data with every text in it, keys too, put through a function. */
function inTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => inTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [change(key), inTexts(one, change)]));
}

function textAt(task: TaskDefinition, path: Path): string {
  let value: unknown = task;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  return typeof value === 'string' ? value : '';
}
