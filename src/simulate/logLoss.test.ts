import { describe, expect, it } from 'vitest';
import type { ContainerDefinition } from '../model/containerDefinition.ts';
import { logLoss, secondsLost } from './logLoss.ts';
import { payments, runOf, taskOf } from './testing/tasks.ts';

const router: ContainerDefinition = { name: 'router', firelensConfiguration: { type: 'fluentbit' } };
const app: ContainerDefinition = { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } };
const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 5, startPeriod: 10 };

function windows(containers: readonly ContainerDefinition[], behaviours = {}, more = {}) {
  const task = taskOf(...containers);
  return logLoss(task, runOf(task, behaviours, more));
}

describe('logs that nobody takes', () => {
  it('are none in the payments task, since ECS starts the router first and stops it last', () => {
    expect(logLoss(payments, runOf(payments))).toEqual([]);
  });

  it('are those until a router with a health check is HEALTHY; HEALTHY closes the window', () => {
    const checked = { ...router, healthCheck };
    const [window, ...rest] = windows([checked, app], { router: { readyAfterSeconds: 8 } });
    expect(rest).toEqual([]);
    expect(window).toMatchObject({
      container: 'app',
      phase: 'start',
      reason: 'notHealthy',
      from: 3.6,
      to: 11.6,
    });
    expect(window?.closedBy).toEqual({ waits: 'app', on: 'router', condition: 'HEALTHY' });
    const closed = { ...app, dependsOn: [{ containerName: 'router', condition: 'HEALTHY' as const }] };
    expect(windows([checked, closed], { router: { readyAfterSeconds: 8 } })).toEqual([]);
  });

  it('are lost at both ends when the router waits for somebody, since ECS then adds no edge', () => {
    const first: ContainerDefinition = { name: 'first', essential: false };
    const late = { ...router, dependsOn: [{ containerName: 'first', condition: 'SUCCESS' as const }] };
    const found = windows([first, late, app], { first: { exits: { afterSeconds: 5, code: 0 } } });
    expect(found.map(({ phase, reason }) => [phase, reason])).toEqual([
      ['start', 'notStarted'],
      ['stop', 'stopped'],
    ]);
    for (const { closedBy } of found) {
      expect(closedBy).toEqual({ waits: 'app', on: 'router', condition: 'START' });
    }
    const closed = { ...app, dependsOn: [{ containerName: 'router', condition: 'START' as const }] };
    expect(windows([first, late, closed], { first: { exits: { afterSeconds: 5, code: 0 } } })).toEqual([]);
  });

  it('are lost while the router is being restarted, or is gone; no edge helps', () => {
    const policy = { ...router, restartPolicy: { enabled: true, restartAttemptPeriod: 60 } };
    const [window, ...rest] = windows([policy, app], {
      router: { startSeconds: 3, exitsByRun: [{ afterSeconds: 100, code: 1 }, null] },
    });
    expect(rest).toEqual([]);
    expect(window).toMatchObject({ phase: 'running', reason: 'restarting' });
    expect((window?.to ?? 0) - (window?.from ?? 0)).toBe(3);
    expect(window?.closedBy).toBeUndefined();
    const blind = windows([{ ...router, essential: false }, app], {
      router: { exits: { afterSeconds: 30, code: 1 } },
    });
    expect(blind).toMatchObject([{ phase: 'running', reason: 'stopped', from: 31.6 }]);
  });

  it('offer no edge that would close a circle', () => {
    const round = { ...router, dependsOn: [{ containerName: 'app', condition: 'START' as const }] };
    const found = windows([round, app]);
    expect(found.length).toBeGreaterThan(0);
    for (const { closedBy } of found) expect(closedBy).toBeUndefined();
  });

  it('are counted together', () => {
    const other = { ...app, name: 'other' };
    const found = windows([{ ...router, healthCheck }, app, other], { router: { readyAfterSeconds: 8 } });
    expect(secondsLost(found)).toBe(found.reduce((sum, { from, to }) => sum + to - from, 0));
    expect(found).toHaveLength(2);
  });
});
