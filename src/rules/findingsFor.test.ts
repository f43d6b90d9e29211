import { describe, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import { check } from './check.ts';
import { findingsFor } from './findingsFor.ts';
import { rules } from './index.ts';
import { ec2, fargate } from './terms/examples.ts';

const findingsOf = (task: unknown) => check(read(JSON.stringify(task, null, 2)));
const answered = rules.flatMap((rule) =>
  [rule.answer, ...(rule.alsoAnswers ?? []), ...(rule.assumedAnswers ?? [])].flatMap((answer) =>
    answer ? [[rule.id, answer] as const] : [],
  ),
);

describe('the findings that an error text means', () => {
  it.each(answered)('knows the answer of %s: %s', (id, answer) => {
    expect(findingsFor(answer, []).rules.map((rule) => rule.id)).toContain(id);
  });

  it.each([
    (words: string) =>
      `An error occurred (ClientException) when calling the RegisterTaskDefinition operation: ${words}`,
    (words: string) =>
      `╷\n│ Error: creating ECS Task Definition (shop): operation error ECS: RegisterTaskDefinition, https response error StatusCode: 400, RequestID: 3f1f, ClientException: ${words}\n│\n│   with aws_ecs_task_definition.shop,\n│   on main.tf line 12`,
    (words: string) =>
      `Resource handler returned message: "Invalid request provided: Create TaskDefinition: ${words} (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: 12; Proxy: null)" (RequestToken: 7, HandlerErrorCode: InvalidRequest)`,
  ])('knows every answer in the words of client %#', (wrap) => {
    for (const [id, answer] of answered)
      expect(
        findingsFor(wrap(answer), []).rules.map((rule) => rule.id),
        answer,
      ).toContain(id);
  });

  it('takes other names and numbers than those of the example', () => {
    const ids = (text: string) => findingsFor(text, []).rules.map(({ id }) => id);
    expect(ids("Cannot depend on container + 'database' because it does not exist")).toEqual(['dep-unknown']);
    expect(ids('No Fargate configuration exists for given values: 512 CPU, 16384 memory.')).toContain(
      'fargate-size',
    );
    expect(
      ids(
        "Health check retries must be less than or equal to the maximum allowed value 10 for container 'w'",
      ),
    ).toEqual(['hc-retries']);
    expect(ids("Unknown volume 'data'.")).toEqual(['mount-unknown']);
    // All words of another answer stand in these too; the one that says more is meant.
    expect(ids("Invalid 'containerPort' setting for container 'web'.")).toEqual(['port-invalid']);
    expect(ids("Invalid 'hostPort' setting for container 'web'.")).toEqual(['port-host-invalid']);
    expect(ids("UDP host port '53' is mapped multiple times in task.")).toContain('port-duplicate-bridge');
  });

  it('points to the finding of the container that the text names', () => {
    const healthCheck = { command: ['CMD-SHELL', 'exit 0'], interval: 500 };
    const findings = findingsOf(fargate({}, { healthCheck }, { healthCheck }));
    const text =
      "Health check interval must be less than or equal to the maximum allowed value 300 for container 'sidecar'";
    expect(findingsFor(text, findings).findings.map(({ node }) => node)).toEqual(['container:sidecar']);
  });

  it('points to the finding at the path that a client names', () => {
    const findings = findingsOf(ec2({}, { cpu: '1' }, { healthCheck: { command: 'exit 0' } }));
    const text =
      "Parameter validation failed:\nInvalid type for parameter containerDefinitions[1].healthCheck.command, value: exit 0, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'>";
    expect(findingsFor(text, findings).findings.map(({ path }) => path)).toEqual([
      ['containerDefinitions', 1, 'healthCheck', 'command'],
    ]);
  });

  it('tells the rule even where the task has no such finding', () => {
    const meant = findingsFor('Too many containers.', findingsOf(ec2()));
    expect([meant.rules.map(({ id }) => id), meant.findings]).toEqual([['containers-max'], []]);
  });

  it.each([
    '',
    'hello',
    'Access denied.',
    'The container was killed because it ran out of memory, see the logs of the task.',
    '\u0000'.repeat(100_000),
    "'".repeat(50_000),
    'must be must be must be the task container '.repeat(5000),
  ])('knows nothing of other texts, and survives them (%#)', (text) => {
    expect(findingsFor(text, findingsOf(ec2())).rules).toEqual([]);
  });
});
