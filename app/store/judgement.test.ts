import { afterEach, describe, expect, it } from 'vitest';
import { read } from '../../src/lens/index.ts';
import { check } from '../../src/rules/check.ts';
import { checkLifecycle } from '../../src/rules/checkLifecycle.ts';
import { judgementOf, setCheck, setLife } from './derived.ts';

const mounts = (readOnly: boolean) => [{ sourceVolume: 'data', containerPath: '/data', readOnly }];
const INIT = {
  name: 'seed',
  image: 'busybox:1.36',
  essential: false,
  command: ['sh', '-c', 'fetch > /data/x'],
};
const task = (init: object, reader: object) =>
  JSON.stringify({
    family: 'shop',
    volumes: [{ name: 'data' }],
    containerDefinitions: [
      { ...INIT, memory: 64, ...init },
      { name: 'app', image: 'shop:1', memory: 64, ...reader },
    ],
  });
const writer = task({ mountPoints: mounts(false) }, { mountPoints: mounts(true) });
const heard = (text: string, parts = {}, looked = true) => {
  const reading = read(text);
  setLife(looked ? { reading, findings: checkLifecycle(reading) } : undefined);
  return judgementOf(reading, parts).heard.map(({ rule }) => rule);
};

afterEach(() => setLife(undefined));

describe('what is heard of a design', () => {
  setCheck(check);

  it('says once that nobody waits for who fills a volume, with the second once that is known', () => {
    expect(heard(writer, {}, false)).toContain('init-not-awaited');
    const both = heard(writer);
    expect(both).toContain('read-before-written');
    expect(both).not.toContain('init-not-awaited');
  });

  it('goes on saying that nobody waits where no volume is handed over', () => {
    expect(heard(task({}, {}))).toContain('init-not-awaited');
  });

  it('asks for what ECS Exec needs where the design wants it', () => {
    expect(heard(writer).filter((rule) => rule.startsWith('exec-'))).toEqual([]);
    const wanted = heard(writer, { needs: { v: 1, exec: true, calls: {} } });
    expect(wanted).toEqual(expect.arrayContaining(['exec-role', 'exec-init']));
  });
});
