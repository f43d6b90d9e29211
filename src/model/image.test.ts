import { expect, it } from 'vitest';
import { parseImage, shortImage } from './image.ts';

it('an image reference is taken apart as Docker does it', () => {
  expect(parseImage('localhost:5000/team/app:1.2@sha256:abc')).toEqual({
    registry: 'localhost:5000',
    repository: 'team/app',
    tag: '1.2',
    digest: 'sha256:abc',
  });
  expect(parseImage('acme/app')).toEqual({ repository: 'acme/app' });
  expect(parseImage('registry.example.com:5000/app')).toEqual({
    registry: 'registry.example.com:5000',
    repository: 'app',
  });
});

it.each([
  ['public.ecr.aws/aws-observability/aws-for-fluent-bit:stable', 'aws-for-fluent-bit:stable'],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1', 'team/app:1'],
  ['envoyproxy/envoy:v1.31.2', 'envoyproxy/envoy:v1.31.2'],
  ['docker.io/library/nginx', 'nginx'],
  [`acme/app@sha256:${'0123456789abcdef'.repeat(4)}`, 'acme/app@0123456789ab'],
  ['', ''],
  ['/', '/'],
])('%s is shown as %s', (image, shown) => {
  expect(shortImage(image)).toBe(shown);
});
