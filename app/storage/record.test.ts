import { describe, expect, it } from 'vitest';
import type { Migration } from './record.ts';
import { migrations, readBody, readHead, recordVersion, upgrade } from './record.ts';
import fixtures from './records.data.json';

describe('stored records', () => {
  it('of every version that was ever written are still read, with their text', () => {
    expect(fixtures.map(({ head }) => head.v)).toEqual(
      Array.from({ length: recordVersion }, (_, index) => index + 1),
    );
    for (const { head, body } of fixtures) {
      expect(readHead(head)).toMatchObject({
        status: 'ok',
        value: { name: head.name, revision: head.revision },
      });
      expect(readBody(body)).toMatchObject({ status: 'ok', value: { file: body.file } });
    }
  });

  it('have one migration from each old version', () => {
    expect(migrations.map(({ from }) => from)).toEqual(
      Array.from({ length: recordVersion - 1 }, (_, index) => index + 1),
    );
  });

  it('pass through every migration from their version on, in order', () => {
    const step = (from: number): Migration => ({
      from,
      head: (raw) => ({ ...raw, name: `${String(raw.name)}${from}` }),
      body: (raw) => raw,
    });
    const steps = [step(1), step(2), step(3)];
    expect(upgrade({ v: 2, name: 'x' }, 'head', steps, 4)).toEqual({
      status: 'ok',
      value: { v: 4, name: 'x23' },
    });
  });

  it('are damaged when a migration is missing or throws, and never throw', () => {
    const broken: Migration = {
      from: 1,
      head: () => {
        throw new Error('no');
      },
      body: (raw) => raw,
    };
    expect(upgrade({ v: 1 }, 'head', [broken], 2)).toEqual({ status: 'damaged' });
    expect(upgrade({ v: 1 }, 'head', [], 2)).toEqual({ status: 'damaged' });
    for (const raw of [null, 0, '', [], { v: '1' }, { v: 1.5 }, { v: Number.NaN }, { v: -1 }]) {
      expect(readHead(raw), JSON.stringify(raw)).toEqual({ status: 'damaged' });
    }
    expect(readHead(undefined)).toEqual({ status: 'missing' });
  });
});
