import { describe, expect, it } from 'vitest';
import type { Change } from '../change.ts';
import { applyChange, type Design, newDesign } from '../design.ts';
import { renameContainer } from './containers.ts';
import { setBehaviour, setEnvironment, setStopRequestedAt } from './scenario.ts';
import {
  addExpectation,
  addScenario,
  changeExpectation,
  duplicateScenario,
  removeExpectation,
  removeScenario,
  renameScenario,
  scenariosOf,
} from './scenarios.ts';

const text =
  '{"family":"f","containerDefinitions":[{"name":"app","image":"a"},{"name":"envoy","image":"e"}]}';

function changed(...changes: readonly Change[]): Design {
  return changes.reduce((design, change) => {
    const next = applyChange(design, change);
    if ('refused' in next) throw new Error(next.refused);
    return next;
  }, newDesign(text));
}

function refusal(change: Change, design = newDesign(text)): string | undefined {
  const next = applyChange(design, change);
  return 'refused' in next ? next.refused : undefined;
}

const list = ({ parts }: Design) => scenariosOf(parts);

describe('the scenarios of a design', () => {
  it('begin with the plan, also when nothing is written', () => {
    expect(list(newDesign(text)).map(({ id }) => id)).toEqual(['planned']);
    expect(list(changed(addScenario('Secrets fail'))).map(({ id, name }) => [id, name])).toEqual([
      ['planned', 'As planned'],
      ['secrets-fail', 'Secrets fail'],
    ]);
  });

  it('are duplicated with all they say, renamed under the same id, and removed', () => {
    const design = changed(
      addScenario('Slow', { behaviours: { app: { pullSeconds: 60 } } }),
      duplicateScenario('slow', 'Slower'),
      renameScenario('slow', 'Rather slow'),
    );
    expect(list(design).map(({ id, name }) => [id, name])).toEqual([
      ['planned', 'As planned'],
      ['slow', 'Rather slow'],
      ['slower', 'Slower'],
    ]);
    expect(list(design)[2]?.behaviours).toEqual({ app: { pullSeconds: 60 } });
    const fewer = applyChange(design, removeScenario('slow'));
    expect('refused' in fewer ? [] : list(fewer).map(({ id }) => id)).toEqual(['planned', 'slower']);
  });

  it('refuse names that are empty or taken, and scenarios that are not there', () => {
    expect(refusal(addScenario('  '))).toMatch(/needs a name/);
    expect(refusal(addScenario('As planned'))).toMatch(/already/);
    expect(refusal(renameScenario('planned', 'As planned'))).toBeUndefined();
    for (const change of [removeScenario('x'), renameScenario('x', 'y'), duplicateScenario('x', 'y')]) {
      expect(refusal(change)).toMatch(/no such scenario/);
    }
  });

  it('leave the text alone', () => {
    expect(
      changed(addScenario('One'), setStopRequestedAt(60), setBehaviour('container:app', { pullSeconds: 3 }))
        .text,
    ).toBe(text);
  });
});

describe('what a container does', () => {
  it.each([
    [{ pullSeconds: 12 }, 'Let envoy pull for 12.0 s'],
    [{ readyAfterSeconds: 40 }, 'Let envoy be ready after 40.0 s'],
    [{ exits: { afterSeconds: 2, code: 1 } }, 'Let envoy exit with 1 after 2.0 s'],
    [{ neverHealthy: true }, 'Let envoy never be healthy'],
    [{ cannotStart: true }, 'Let envoy fail to start'],
    [{ cannotRestart: true }, 'Let envoy fail to restart'],
    [{ ignoresSigterm: true }, 'Let envoy ignore SIGTERM'],
    [{ neverHealthy: undefined }, 'Let envoy behave as usual'],
    [{ pullSeconds: 1, startSeconds: 2 }, 'Change how envoy behaves'],
  ])('%j is called what it does', (members, label) => {
    expect(setBehaviour('container:envoy', members).label).toBe(label);
  });

  it.each([
    { pullSeconds: -1 },
    { pullSeconds: Number.NaN },
    { readyAfterSeconds: 365 * 24 * 3600 },
    { startSeconds: '3' },
    { exits: { afterSeconds: -1, code: 0 } },
    { exits: { afterSeconds: 1, code: 256 } },
    { sigtermExit: { afterSeconds: 1, code: 1.5 } },
    { exitsByRun: [null, { afterSeconds: Number.POSITIVE_INFINITY, code: 0 }] },
    { ranges: { pullSeconds: { min: 5, max: 2 } } },
    { ranges: { pullSeconds: { min: -5, max: 2 } } },
  ])('%j is refused with a sentence', (members) => {
    expect(refusal(setBehaviour('container:app', members))).toMatch(/^[A-Z].*\.$/);
  });

  it('takes a minimum and a maximum beside each duration', () => {
    const ranges = { pullSeconds: { min: 1, max: 9 } };
    expect(list(changed(setBehaviour('container:app', { ranges })))[0]?.behaviours).toEqual({
      app: { ranges },
    });
  });
});

describe('StopTask', () => {
  it('comes when it is told, with room for the stop, or never', () => {
    expect(list(changed(setStopRequestedAt(20)))[0]).toMatchObject({
      stopRequestedAt: 20,
      horizonSeconds: 140,
    });
    expect(list(changed(setStopRequestedAt(undefined)))[0]).not.toHaveProperty('stopRequestedAt');
    expect(refusal(setStopRequestedAt(-1))).toMatch(/negative/);
  });
});

describe('expectations', () => {
  const starts = { id: 'container-starts', args: { container: 'app', before: 20 } };
  it('are added once, changed and removed', () => {
    const design = changed(addExpectation(starts, 'app starts'));
    expect(list(design)[0]?.expectations).toEqual([starts]);
    expect(refusal(addExpectation(starts, 'app starts'), design)).toMatch(/already/);
    const later = { ...starts, args: { container: 'app', before: 30 } };
    expect(
      list(changed(addExpectation(starts, ''), changeExpectation(0, later, '')))[0]?.expectations,
    ).toEqual([later]);
    expect(list(changed(addExpectation(starts, ''), removeExpectation(0, '')))[0]?.expectations).toEqual([]);
  });

  it('follow a container that is renamed', () => {
    const design = changed(addExpectation(starts, ''), renameContainer('container:app', 'web'));
    expect(list(design)[0]?.expectations[0]?.args).toEqual({ container: 'web', before: 20 });
  });
});

describe('where a scenario plays', () => {
  it('is set and goes back to its default', () => {
    const on = changed(setEnvironment({ pullUpfront: true }));
    expect(list(on)[0]?.environment).toEqual({ pullUpfront: true });
    const off = applyChange(on, setEnvironment({ pullUpfront: undefined }));
    expect('refused' in off ? undefined : list(off)[0]?.environment).toEqual({});
  });
});
