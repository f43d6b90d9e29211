import { expect, it } from 'vitest';
import { isRefusal } from '../../model/edit.ts';
import { applyChange, newDesign } from '../design.ts';
import { routeLogs } from './logs.ts';

it('keeps the group, the region and the prefix of a container that changes to awsfirelens, placeholders too', () => {
  const options = {
    'awslogs-group': '/a/{CLUSTER}',
    'awslogs-region': '{REGION}',
    'awslogs-stream-prefix': 'web',
  };
  const definition = { name: 'app', image: 'a:1', logConfiguration: { logDriver: 'awslogs', options } };
  const design = newDesign(JSON.stringify({ family: 'f', containerDefinitions: [definition] }));
  const after = applyChange(design, routeLogs('container:app', 'awsfirelens'));
  expect(isRefusal(after) ? after : JSON.parse(after.text).containerDefinitions[0].logConfiguration).toEqual({
    logDriver: 'awsfirelens',
    options: {
      Name: 'cloudwatch_logs',
      region: '{REGION}',
      log_group_name: '/a/{CLUSTER}',
      log_stream_prefix: 'web/',
      auto_create_group: 'true',
    },
  });
});
