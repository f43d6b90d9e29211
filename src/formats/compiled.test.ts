/** What is exported, compiled: JSON against the types of the AWS SDK; code of the CDK also run and synthesised. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { App, Stack, Stage } from 'aws-cdk-lib/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import type { Reading } from '../model/reading.ts';
import { cdkTypescript } from './cdk-typescript.ts';
import { logicalId } from './cloudformation/template.ts';
import type { Loss } from './format.ts';
import { readAny } from './index.ts';
import { register } from './register.ts';
import { catalogued } from './testing/generated.ts';
import { compared, IN_EFFECT, isLegal } from './testing/roundTrip.ts';
import { written } from './testing/written.ts';

/** Compiling against the types of the CDK and loading it take seconds each, more on a busy machine. */
const SLOW = 180_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.cache', 'compiled-test');

interface Written {
  readonly name: string;
  readonly reading: Reading;
  readonly file: string;
  readonly code: string;
  readonly losses: readonly Loss[];
}

const all: readonly Written[] = [...written.map(([name, reading]) => [name, reading] as const), ...catalogued]
  .filter(([, reading]) => isLegal(reading))
  .map(([name, reading], index) => {
    const result = cdkTypescript.write?.(reading.task, reading.text, reading.source);
    return {
      name,
      reading,
      file: join(folder, `task${index}.ts`),
      code: result?.text ?? '',
      losses: result?.losses ?? [],
    };
  });

/** Members that the API does not know are kept in the JSON, and are no matter of its types. */
const known = all.filter(({ reading }) => reading.problems.length === 0);
const forSdk = join(folder, 'register.ts');

/** Requests that no type must let pass: a member, a value and a type that are wrong. */
const illTyped = ['{"famly": "a"}', '{"networkMode": "nat"}', '{"cpu": 256}'].map((json, index) => ({
  json,
  file: join(folder, `wrong${index}.ts`),
}));

/** What the compiler says of all of it, a line each, in one run: it reads the types of the CDK for seconds. */
let complaints: readonly string[] = [];

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of all) writeFileSync(file, code);
  for (const { file, json } of illTyped) writeFileSync(file, sdkCode([json]));
  const requests = known.map(
    ({ reading: { task, text, source } }) => register.write?.(task, text, source).text,
  );
  writeFileSync(forSdk, sdkCode(requests));
  complaints = compiled([forSdk, ...[...all, ...illTyped].map(({ file }) => file)]);
}, SLOW);

/** Each request as a literal of the SDK's type, so that a member or value it does not know is an error. */
function sdkCode(requests: readonly (string | undefined)[]): string {
  const literals = requests.map(
    (json, index) => `export const request${index}: RegisterTaskDefinitionCommandInput = ${json};`,
  );
  const type = "import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';";
  return `${[type, ...literals].join('\n')}\n`;
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compiled(files: readonly string[]): readonly string[] {
  const flags =
    '--noEmit --strict --skipLibCheck --module nodenext --target es2022 --noUnusedLocals --ignoreConfig --pretty false';
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [...flags.split(' '), '--types', 'node'];
  const { stdout } = spawnSync(process.execPath, [compiler, ...options, ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
}

it('compiles under strict rules, against the types of the CDK and of the SDK', () => {
  expect(known.length).toBeGreaterThan(60);
  expect(complaints.filter((line) => !/wrong\d\.ts/.test(line))).toEqual([]);
});

it('would not, if a member, a value or a type were wrong', () => {
  const refused = complaints.map((line) => /wrong\d\.ts/.exec(line)?.[0] ?? line);
  expect([...new Set(refused)].sort()).toEqual(['wrong0.ts', 'wrong1.ts', 'wrong2.ts']);
});

it(
  'is the same task once it is synthesised, but for named losses',
  async () => {
    // A stage of its own is synthesised without the rules that another test holds templates against.
    const stage = new Stage(new App({ outdir: join(folder, 'cdk.out') }), 'Stage');
    const stack = new Stack(stage, 'Tasks');
    const ids: string[] = [];
    for (const [index, { name, reading, file }] of all.entries()) {
      const { [logicalId(reading.task.family)]: Task } = await import(
        /* @vite-ignore */ pathToFileURL(file).href
      );
      try {
        const { taskDefinition } = new Task(stack, `Task${index}`);
        ids.push(stack.getLogicalId(taskDefinition.node.defaultChild));
      } catch (error) {
        throw new Error(`${name} cannot be constructed`, { cause: error });
      }
    }
    const { template } = stage.synth().getStackArtifact(stack.artifactId);
    const wrong: string[] = [];
    for (const [index, { name, reading, losses }] of all.entries()) {
      const Resources = { Task: template.Resources[ids[index] ?? ''] };
      const [found] = readAny(JSON.stringify({ Resources }, plainParameters(reading.text))).tasks;
      if (found === undefined) throw new Error(`${name} is not in the template`);
      const { unnamed, errors } = compared(reading, read(found.text, found.source), losses, IN_EFFECT);
      wrong.push(...[...unnamed, ...errors].map((line) => `${name}: ${line}`));
    }
    expect(wrong).toEqual([]);
  },
  SLOW,
);

/** A parameter by its ARN in the stack's own account and region is the parameter of that name, with or without the slash. */
const plainParameters = (known: string) => (_key: string, value: unknown) => {
  const parts = (value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] } | null)?.[
    'Fn::Join'
  ];
  const last = parts?.[1].at(-1);
  if (typeof last !== 'string' || !last.startsWith(':parameter/')) return value;
  const name = last.slice(':parameter/'.length);
  return known.includes(`"/${name}"`) ? `/${name}` : name;
};
