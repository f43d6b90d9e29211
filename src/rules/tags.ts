/** Tags of the task definition. */
import { items } from '../model/list.ts';
import type { Complaint, Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const MOST_TAGS = 50;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `team-${index}`, value: 'core' }));

/** In reading order. */
export const tagRules: readonly Rule[] = [
  {
    id: 'tags-empty',
    severity: 'error',
    title: 'An empty list of tags is refused',
    why: 'DescribeTaskDefinition returns "tags": [] for a definition without tags; sent back, it is an error.',
    answer: 'Tags can not be empty.',
    source: from(
      'hashicorp/terraform-provider-aws, resource aws_ecs_task_definition, which leaves the member out for this reason',
      'https://github.com/hashicorp/terraform-provider-aws',
    ),
    examples: {
      good: [
        { title: 'Other empty lists are fine', task: fargate({ volumes: [], placementConstraints: [] }) },
      ],
      bad: [{ title: 'No tag in the list', task: fargate({ tags: [] }) }],
    },
    *check(reading) {
      if (reading.task.tags?.length !== 0 || !known(reading, ['tags'])) return;
      yield {
        path: ['tags'],
        message: 'The list of tags is empty, which ECS refuses: leave "tags" out.',
        fix: { label: 'Remove the empty "tags"', safe: true, edits: [{ op: 'remove', path: ['tags'] }] },
      };
    },
  },
  {
    id: 'tags-limits',
    severity: 'error',
    title: 'Tags: at most 50, unique keys of 1 to 128, values of up to 256 characters',
    why: 'The limits are those of all AWS tags; keys that begin with aws: belong to AWS.',
    source: api('Tag'),
    examples: {
      good: [
        {
          title: 'Fifty tags',
          task: ec2({ tags: tags(50) }),
        },
        {
          title: 'A key of 128 characters, an empty value, keys that differ in case',
          task: ec2({
            tags: [
              { key: 'k'.repeat(128), value: '' },
              { key: 'Stage', value: 'v'.repeat(256) },
              { key: 'stage', value: 'a b:/=+-@' },
            ],
          }),
        },
      ],
      bad: [
        { title: 'Fifty-one tags', task: ec2({ tags: tags(51) }) },
        {
          title: 'A key twice',
          task: ec2({
            tags: [
              { key: 'a', value: '1' },
              { key: 'a', value: '2' },
            ],
          }),
        },
        { title: 'A key of AWS', task: ec2({ tags: [{ key: 'aws:name', value: 'x' }] }) },
        { title: 'A character that is not allowed', task: ec2({ tags: [{ key: 'owner', value: 'a & b' }] }) },
        { title: 'A tag without key', task: ec2({ tags: [{ value: 'x' }] }) },
      ],
    },
    *check(reading) {
      const list = reading.task.tags;
      if ((list?.length ?? 0) > MOST_TAGS && known(reading, ['tags'])) {
        yield {
          path: ['tags', MOST_TAGS],
          message: `The task definition has ${list?.length} tags, ${MOST_TAGS} are allowed: take some out.`,
        };
      }
      const seen = new Set<string>();
      for (const [tag, index] of items(list)) {
        const keyPath = ['tags', index, 'key'];
        const valuePath = ['tags', index, 'value'];
        if (known(reading, keyPath)) yield* aboutKey(tag.key, index, seen);
        if (tag.value === undefined || !known(reading, valuePath)) continue;
        if (tag.value.length > 256) {
          yield {
            path: valuePath,
            message: `The value of tag ${quote(tag.key ?? '')} has ${tag.value.length} characters, 256 are allowed: shorten it.`,
          };
        } else if (!ALLOWED.test(tag.value)) {
          yield {
            path: valuePath,
            message: `The value ${quote(tag.value)} of tag ${quote(tag.key ?? '')} has characters that tags cannot have: use letters, digits, blanks and _ . : / = + - @.`,
          };
        }
      }
    },
  },
];

function* aboutKey(key: string | undefined, index: number, seen: Set<string>): Generator<Complaint> {
  const path = ['tags', index, 'key'];
  if (!key) {
    yield { path, message: `Tag ${index + 1} has no key: give it one, or take the tag out.` };
  } else if (key.length > 128) {
    yield {
      path,
      message: `The key of tag ${index + 1} has ${key.length} characters, 128 are allowed: shorten it.`,
    };
  } else if (/^aws:/i.test(key)) {
    yield { path, message: `The tag key ${quote(key)} begins with aws:, which only AWS may use: rename it.` };
  } else if (!ALLOWED.test(key)) {
    yield {
      path,
      message: `The tag key ${quote(key)} has characters that tags cannot have: use letters, digits, blanks and _ . : / = + - @.`,
    };
  } else if (seen.has(key)) {
    yield {
      path,
      message: `The tag key ${quote(key)} stands in the list twice: a key may be used once.`,
      fix: {
        label: `Remove the second tag ${quote(key)}`,
        safe: false,
        edits: [{ op: 'remove', path: ['tags', index] }],
      },
    };
  }
  if (key) seen.add(key);
}
