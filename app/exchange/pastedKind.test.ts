import { describe, expect, it } from 'vitest';
import { pastedKind } from './pastedKind.ts';

describe('what is pasted', () => {
  it('joins the task when it is one container or a list of them', () => {
    expect(pastedKind('{ "name": "web", "image": "nginx:1.27" }').kind).toBe('containers');
    expect(pastedKind('[{ "name": "web", "image": "nginx:1.27" }]').kind).toBe('containers');
  });

  it('is looked at first when it is a whole task, or no task at all', () => {
    expect(pastedKind('{ "family": "a", "containerDefinitions": [{ "name": "web" }] }').kind).toBe('other');
    expect(pastedKind('hello').kind).toBe('other');
  });

  it('is held beside the plan when it is what a real task did, or why it stopped', () => {
    const described = { tasks: [{ lastStatus: 'STOPPED', containers: [{ name: 'web', exitCode: 1 }] }] };
    expect(pastedKind(JSON.stringify(described))).toMatchObject({
      kind: 'happened',
      found: { runs: [{ containers: [{ name: 'web' }] }] },
    });
    expect(pastedKind('Essential container in task exited')).toEqual({ kind: 'happened', found: undefined });
  });
});
