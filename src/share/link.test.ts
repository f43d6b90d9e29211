import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examples } from '../catalogue/index.ts';
import { newDesign } from '../edit/design.ts';
import { isRefusal } from '../model/edit.ts';
import { toBase64url } from './base64url.ts';
import { dictionary1 } from './dictionary1.ts';
import { fromFragment, LONGEST_LINK, type Shared, toFragment } from './link.ts';
import fixtures from './links.data.json' with { type: 'json' };

const link = (shared: Shared): string => {
  const fragment = toFragment(shared);
  if (isRefusal(fragment)) throw new Error(fragment.refused);
  return fragment;
};

const opened = (fragment: string): Shared => {
  const shared = fromFragment(fragment);
  if (isRefusal(shared)) throw new Error(shared.refused);
  return shared;
};

const refusal = (fragment: string): string => {
  const shared = fromFragment(fragment);
  return isRefusal(shared) ? shared.refused : 'opened';
};

const deflated = (content: string) => deflateSync(strToU8(content), { dictionary: dictionary1 });

/** A link around any content, as somebody with bad intentions would make it. */
const forged = (content: string) => forgedOf(deflated(content));

function forgedOf(bytes: Uint8Array): string {
  const data = toBase64url(bytes);
  let hash = 0x811c9dc5;
  for (let at = 0; at < data.length; at += 1) hash = Math.imul(hash ^ data.charCodeAt(at), 0x01000193);
  return `#d=1.${(hash >>> 0).toString(36)}.${data}`;
}

const [article] = examples;
const shared: Shared = {
  name: 'receipts',
  design: { ...newDesign(article?.text ?? ''), parts: article?.parts ?? {} },
  view: { selection: { kind: 'nodes', keys: ['container:app'] }, second: 8, panel: 'inspect' },
};

describe('a link', () => {
  it('gives back the design and what was shown, to the byte', () => {
    expect(opened(link(shared))).toEqual(shared);
  });

  it("holds the article's task in 1.8 KB", () => {
    expect(link(shared).length).toBeLessThanOrEqual(1800);
  });

  it('has only letters that mail and chat leave alone', () => {
    expect(link(shared)).toMatch(/^#d=[\w.-]+$/);
  });

  it('of every version opens for ever', () => {
    for (const { fragment, name, text } of fixtures) {
      const { design, ...rest } = opened(fragment);
      expect({ name: rest.name, text: design.text }).toEqual({ name, text });
    }
  });

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, note) => {
        const design = { ...newDesign(text), parts: { mine: { v: 1, note } } };
        expect(opened(link({ name: 'x', design, view: {} })).design).toEqual(design);
      }),
    );
  });

  it('too long to send is refused with a sentence', () => {
    let text = '';
    for (let seed = 1; text.length < 200_000; seed = (seed * 48_271) % 2_147_483_647)
      text += seed.toString(36);
    expect(toFragment({ name: 'x', design: newDesign(text), view: {} })).toMatchObject({
      refused: expect.stringMatching(/too long to send/),
    });
  });
});

describe('a plain task in a link', () => {
  it('is taken as it is written', () => {
    const text = '{ "family": "a b", "containerDefinitions": [] }';
    expect(opened(`#task=${encodeURIComponent(text)}`).design.text).toBe(text);
  });

  it('is called by its family, or by the link it came with', () => {
    const named = (text: string) => opened(`#task=${encodeURIComponent(text)}`).name;
    expect(named('{ "family": "shop" }')).toBe('shop');
    for (const text of ['{ "family": "" }', '{ "family": 3 }', '[]', 'no task']) {
      expect(named(text)).toBe('Linked task');
    }
  });

  it('that is empty or badly encoded is refused', () => {
    expect(refusal('#task=')).toMatch(/no task definition/);
    expect(refusal('#task=%E0%A4')).toMatch(/not encoded/);
    expect(refusal(`#task=${'a'.repeat(1_000_000)}`)).toMatch(/longer than any/);
  });
});

describe('a link of hostile making', () => {
  it('that was cut short or changed says so', () => {
    const whole = link(shared);
    expect(refusal(whole.slice(0, -10))).toMatch(/cut off/);
    expect(refusal(`${whole.slice(0, 40)}A${whole.slice(41)}`)).toMatch(/cut off|damaged/);
    expect(refusal('#d=1')).toMatch(/damaged/);
    expect(refusal('#d=')).toMatch(/damaged/);
    expect(refusal('#d=2.a.b')).toMatch(/newer version/);
    expect(refusal(`#d=1.a.${'A'.repeat(LONGEST_LINK)}`)).toMatch(/longer than any/);
  });

  it('that would inflate to more than any design is stopped on the way', () => {
    const bomb = deflated(`{"t":"${'a'.repeat(20_000_000)}"}`);
    // Whoever goes on to the end meets data that nobody can inflate.
    const spoilt = bomb.slice().fill(255, bomb.length / 2);
    for (const bytes of [bomb, spoilt]) {
      const fragment = forgedOf(bytes);
      expect(fragment.length).toBeLessThan(LONGEST_LINK);
      expect(refusal(fragment)).toMatch(/more than any task definition/);
    }
  });

  it('that nests without end is refused, and nothing calls itself to find out', () => {
    expect(refusal(forged(`{"t":"","s":{"lens":"json","root":[]},"p":${'['.repeat(900_000)}`))).toMatch(
      /damaged/,
    );
    expect(
      refusal(forged(`{"t":"","s":{"lens":"json","root":[]},"p":${'{"a":'.repeat(500)}1${'}'.repeat(501)}`)),
    ).toMatch(/damaged/);
  });

  it('cannot reach the prototype of anything', () => {
    const { design } = opened(
      forged(
        '{"t":"{}","s":{"lens":"json","root":[]},"p":{"__proto__":{"polluted":1},"constructor":{"v":1,"prototype":{"polluted":1}}}}',
      ),
    );
    expect('polluted' in {}).toBe(false);
    expect(Object.getPrototypeOf(design.parts)).toBe(Object.prototype);
    expect(Object.hasOwn(design.parts, '__proto__')).toBe(false);
  });

  it('never throws, whatever it holds', () => {
    const content = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('null', '{"t":1}', '{"t":"","s":[]}', '[]', '{"t":"x","s":{"lens":"a","root":[1.5]}}'),
    );
    fc.assert(
      fc.property(content, fc.string(), (json, rest) => {
        for (const fragment of [forged(json), `#d=1.${rest}`, `#d=${rest}`, `#task=${rest}`]) {
          const result = fromFragment(fragment);
          if (isRefusal(result)) expect(result.refused).toMatch(/\.$|\)\.$/);
          else expect(typeof result.design.text).toBe('string');
        }
      }),
    );
  });
});
