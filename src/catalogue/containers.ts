/** Containers to start from, by role. Images are public ones of the Docker official library on Amazon ECR Public. */
import { healthCheckRecipes } from '../edit/changes/healthChecks.ts';
import type { ContainerTemplate } from './entry.ts';

const LIBRARY = 'public.ecr.aws/docker/library';

/** The templates in the order of the palette. */
export const containerTemplates: readonly ContainerTemplate[] = [
  {
    id: 'app',
    title: 'App',
    role: 'app',
    why: 'What the task is there for. When it stops, the task stops.',
    definition: {
      name: 'app',
      image: `${LIBRARY}/node:22-slim`,
      essential: true,
      portMappings: [{ containerPort: 3000, protocol: 'tcp' }],
    },
  },
  {
    id: 'init',
    title: 'Init',
    role: 'init',
    why: 'Runs once and ends. Not essential, so that others can wait for its SUCCESS.',
    definition: {
      name: 'init',
      image: `${LIBRARY}/busybox:stable`,
      essential: false,
      command: ['sh', '-c', 'echo ready'],
    },
  },
  {
    id: 'web-server',
    title: 'Web server',
    role: 'webServer',
    why: 'Takes requests and hands them to the app.',
    definition: {
      name: 'nginx',
      image: `${LIBRARY}/nginx:1.27`,
      essential: true,
      portMappings: [{ containerPort: 80, protocol: 'tcp' }],
      healthCheck: { command: command('curl', 80) },
    },
  },
  {
    id: 'worker',
    title: 'Worker',
    role: 'worker',
    why: 'Works through a queue. It gets the longest time that Fargate allows to finish what it has begun.',
    definition: { name: 'worker', image: `${LIBRARY}/python:3.13-slim`, essential: true, stopTimeout: 120 },
  },
  {
    id: 'proxy',
    title: 'Proxy',
    role: 'proxy',
    why: 'Carries the traffic of the app. The sidecar Envoy proxy also wires it up.',
    definition: {
      name: 'proxy',
      image: `${LIBRARY}/haproxy:3.0`,
      essential: true,
      portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
    },
  },
  {
    id: 'cache',
    title: 'Cache',
    role: 'cache',
    why: 'A Redis that lives and dies with the task.',
    definition: {
      name: 'redis',
      image: `${LIBRARY}/redis:7-alpine`,
      essential: true,
      portMappings: [{ containerPort: 6379, protocol: 'tcp' }],
      healthCheck: { command: command('redis', 6379), interval: 5, timeout: 2, startPeriod: 10 },
    },
  },
  {
    id: 'database',
    title: 'Database',
    role: 'database',
    why: 'A PostgreSQL for tests; its data lives as long as its volume.',
    definition: {
      name: 'postgres',
      image: `${LIBRARY}/postgres:17`,
      essential: true,
      portMappings: [{ containerPort: 5432, protocol: 'tcp' }],
      environment: [{ name: 'POSTGRES_HOST_AUTH_METHOD', value: 'trust' }],
      healthCheck: { command: command('pg-isready', 5432), interval: 5, timeout: 2, startPeriod: 30 },
    },
  },
];

function command(recipe: string, port: number): string[] {
  return [...(healthCheckRecipes.find(({ id }) => id === recipe)?.command(port) ?? [])];
}
