/** Which telemetry sidecar an image is, and the rights that several of them share. */
import type { NamedContainer } from '../model/namedContainers.ts';

export const X_RAY_ACTIONS = [
  'xray:GetSamplingRules',
  'xray:GetSamplingStatisticSummaries',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
] as const;

const images = {
  xray: /(^|\/)(xray\/)?aws-xray-daemon([:@]|$)/,
  adot: /(^|\/)aws-otel-collector([:@]|$)/,
  cloudWatchAgent: /(^|\/)cloudwatch-agent(\/cloudwatch-agent)?([:@]|$)/,
  appMeshEnvoy: /(^|\/)aws-appmesh-envoy([:@]|$)/,
} as const;

/** Whether a container runs one of the images that AWS publishes for this. */
export function runs({ definition }: NamedContainer, image: keyof typeof images): boolean {
  return images[image].test(definition.image ?? '');
}
