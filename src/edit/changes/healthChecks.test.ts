import { describe, expect, it } from 'vitest';
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { checkTarget, suggestedHealthCheck } from './healthChecks.ts';

const asking = (...command: string[]): ContainerDefinition => ({
  name: 'web',
  image: 'acme/web:1',
  portMappings: [{ containerPort: 3000 }],
  healthCheck: { command },
});

describe('what a check asks', () => {
  it('is what the present one asks over HTTP', () => {
    expect(checkTarget(asking('CMD-SHELL', 'curl -f http://localhost:8000/health || exit 1'))).toEqual({
      port: 8000,
      path: '/health',
    });
    expect(checkTarget(asking('CMD-SHELL', 'curl http://0.0.0.0:81/api')).path).toBe('/api');
    expect(checkTarget(asking('CMD', 'curl', 'http://127.0.0.1/up/live'))).toEqual({
      port: 3000,
      path: '/up/live',
    });
    expect(suggestedHealthCheck(asking('CMD-SHELL', 'curl http://0.0.0.0:81/api')).command[1]).toContain(
      ':81/api ',
    );
    expect(checkTarget(asking('CMD-SHELL', 'node -e "fetch(\'http://localhost:9/ok\')"'))).toEqual({
      port: 9,
      path: '/ok',
    });
  });

  it('is the first port where nothing, or something with variables, is asked', () => {
    expect(checkTarget(asking('CMD-SHELL', 'curl http://localhost:${PORT}/health'))).toEqual({ port: 3000 });
    expect(checkTarget(asking('CMD-SHELL', 'curl http://localhost:8000/$(name)'))).toEqual({ port: 3000 });
    expect(checkTarget({ name: 'a', image: 'a' })).toEqual({ port: 80 });
  });

  it('is no port of UDP', () => {
    const portMappings = [{ containerPort: 2000, protocol: 'udp' as const }, { containerPort: 8080 }];
    expect(suggestedHealthCheck({ name: 'x', image: 'x', portMappings }).command[1]).toBe(
      'curl -f http://localhost:8080/ || exit 1',
    );
  });
});
