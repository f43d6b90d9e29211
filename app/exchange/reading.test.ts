import { describe, expect, it } from 'vitest';
import { answerTo, found, type Preview, received, type Sent } from './reading.ts';

const TEMPLATE = `Resources:
  One:
    Type: AWS::ECS::TaskDefinition
    Properties: { ContainerDefinitions: [{ Name: a, Image: x, Memory: 64 }, { Name: b, Image: x, Memory: 64 }] }
  Two:
    Type: AWS::ECS::TaskDefinition
    Properties: { ContainerDefinitions: [{ Name: c, Image: x }] }
`;
const COMPOSE = 'services:\n  web:\n    image: acme/web:1\n';

describe('what the reader says of a text', () => {
  const asked = (text: string, fileName?: string) =>
    answerTo({ ask: 'found', text, fileName, switches: {} }) as Sent;

  it('names the format, counts containers, and sends back no text that was sent to it', () => {
    const answer = structuredClone(asked(TEMPLATE));
    expect(answer).toMatchObject({
      label: 'CloudFormation template',
      tasks: [
        { name: 'One', containers: 2 },
        { name: 'Two', containers: 1 },
      ],
      problems: [],
    });
    expect(JSON.stringify(answer)).not.toContain('AWS::ECS::TaskDefinition');
    expect(received(answer, TEMPLATE)).toEqual(found(TEMPLATE, undefined, {}));
  });

  it('sends a text that is another one', () => {
    const answer = structuredClone(asked(COMPOSE, 'shop.yaml'));
    expect(JSON.parse(answer.tasks[0]?.text ?? '')).toMatchObject({ family: 'shop' });
    expect(received(answer, COMPOSE)).toEqual(found(COMPOSE, 'shop.yaml', {}));
  });

  it('has an answer to anything: a problem with its line', () => {
    for (const text of ['', '{', 'resource "aws_ecs_task_definition" "x" {', '\u0000'])
      expect(asked(text).problems[0]?.line, text).toBeGreaterThan(0);
  });
});

it('draws a task and counts what the rules say of it', () => {
  const [, two] = found(TEMPLATE, undefined, {}).tasks;
  if (two === undefined) throw new Error('There is no second task.');
  const { picture, counts } = answerTo({ ask: 'preview', task: two, theme: 'dark' }) as Preview;
  expect(picture).toMatch(/^<svg [\s\S]*>c<[\s\S]*<\/svg>\s*$/);
  expect(counts.error).toBeGreaterThan(0);
});
