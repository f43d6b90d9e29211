/** Whether an image is made for the processor that the task asks for. */
import { parseImage } from '../model/image.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { isWindows, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';

type Architecture = 'ARM64' | 'X86_64';

/** Signs of one architecture in a repository or a tag; Docker Hub has a name space for each. */
const SAID: readonly (readonly [RegExp, Architecture])[] = [
  [/(^|[-_./:])(amd64|x86[-_]64|x64)($|[-_./])/, 'X86_64'],
  [/(^|[-_./:])(arm64(v8|-v8)?|aarch64|graviton)($|[-_./])/, 'ARM64'],
];
/** Images that their makers publish for x86 alone. */
const X86_ONLY = [/^mssql\/server(:|$)/, /^(library\/)?mysql:5(\.|$|-)/];
const ARM = { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } };
const WORDS: Readonly<Record<Architecture, string>> = { ARM64: 'ARM64', X86_64: 'x86-64' };

/** In reading order. */
export const imagePlatformRules: readonly Rule[] = [
  {
    id: 'arch',
    severity: 'warning',
    title: 'An image for another processor',
    why: 'A program runs on the architecture that it was built for. On another one the container ends at once with "exec format error", or the image is not found for the platform.',
    answer: 'CannotPullContainerError: image Manifest does not contain descriptor matching platform',
    alsoAnswers: ['exec /usr/local/bin/docker-entrypoint.sh: exec format error'],
    source: api('RuntimePlatform', 'cpuArchitecture'),
    examples: {
      good: [
        { title: 'Built for it', task: fargate(ARM, { image: 'registry.example.com/api:1.4.2-arm64' }) },
        { title: 'A tag that does not say', task: fargate(ARM, { image: 'registry.example.com/api:1.4.2' }) },
        {
          title: 'Instances of any kind',
          task: ec2({}, { image: 'registry.example.com/api:1.4.2-arm64' }),
        },
      ],
      bad: [
        { title: 'Built for x86', task: fargate(ARM, { image: 'registry.example.com/api:1.4.2-amd64' }) },
        {
          title: 'Published for x86 only',
          task: fargate(ARM, { image: 'mcr.microsoft.com/mssql/server:2022-latest' }),
        },
        {
          title: 'Fargate without a platform is x86',
          task: fargate({}, { image: 'registry.example.com/api:1.4.2-arm64' }),
        },
      ],
    },
    *check(reading) {
      const wanted = architectureOf(reading);
      if (wanted === undefined || isWindows(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        if (!definition.image || !known(reading, path)) continue;
        const built = builtFor(definition.image);
        if (built === undefined || built === wanted) continue;
        const said = reading.task.runtimePlatform?.cpuArchitecture !== undefined;
        yield {
          path,
          message: `The image of ${called} is built for ${WORDS[built]}, and the task ${said ? `asks for ${WORDS[wanted]}` : 'runs on x86-64, where it asks for nothing else'}: it will not start. Use an image for ${WORDS[wanted]}, or set cpuArchitecture to ${built}.`,
          // One architecture holds for the whole task: only where nothing speaks against it.
          ...(containersOf(reading).every((other) => builtFor(other.definition.image ?? '') === built) && {
            fix: {
              label: `Run the task on ${WORDS[built]}`,
              safe: false,
              edits: [
                reading.task.runtimePlatform
                  ? { op: 'set', path: ['runtimePlatform', 'cpuArchitecture'], value: built }
                  : {
                      op: 'set',
                      path: ['runtimePlatform'],
                      value: { cpuArchitecture: built, operatingSystemFamily: 'LINUX' },
                    },
              ],
            },
          }),
        };
      }
    },
  },
];

/** What the task runs on, where that is known: Fargate takes x86-64 unless told otherwise. */
function architectureOf(reading: Reading): Architecture | undefined {
  const path = ['runtimePlatform', 'cpuArchitecture'];
  if (!known(reading, path)) return undefined;
  const said = reading.task.runtimePlatform?.cpuArchitecture;
  if (said === undefined) return requiresFargate(reading) ? 'X86_64' : undefined;
  return said === 'ARM64' || said === 'X86_64' ? said : undefined;
}

/** The architecture that the reference itself names; nothing when it names none, or both. */
function builtFor(image: string): Architecture | undefined {
  const { repository, tag = '' } = parseImage(image.toLowerCase());
  const text = `${repository}:${tag}`;
  if (X86_ONLY.some((pattern) => pattern.test(text))) return 'X86_64';
  const named = SAID.filter(([pattern]) => pattern.test(text));
  return named.length === 1 ? named[0]?.[1] : undefined;
}
