import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of the block that begins with a selector. */
function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = block('[data-theme="light"]');
const dark = block('[data-theme="dark"]');
const states = [...light.keys()].flatMap((name) => name.match(/^--state-(.+)-tint$/)?.[1] ?? []);

it('the dark colours are the same whether the system or the page asks for them', () => {
  expect([...block(':root:not([data-theme])')]).toEqual([...dark]);
});

it('light and dark name the same colours', () => {
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, theme) => {
  const colour = (name: string) => {
    const value = theme.get(`--${name}`);
    expect(value, name).toMatch(/^#[0-9a-f]{6}$/);
    return value ?? '';
  };
  const texts = [
    ...[
      'text',
      'text-2',
      'text-3',
      'accent',
      'warn',
      'err',
      'info',
      'json-string',
      'json-number',
      'json-word',
    ],
    ...['condition-start', 'condition-complete', 'condition-success', 'condition-healthy', 'condition-unmet'],
  ].flatMap((text) => ['panel', 'canvas', 'raised'].map((ground) => [text, ground] as const));
  const pairs = [
    ...texts,
    ...(['text', 'text-2', 'text-3'] as const).flatMap((text) =>
      (['accent-tint', 'hover', 'sunken', 'chip'] as const).map((ground) => [text, ground] as const),
    ),
    ...(['warn', 'err', 'info', 'add', 'del'] as const).map((text) => [text, `${text}-tint`] as const),
    ...(['warn', 'err', 'info', 'lit', 'add', 'del'] as const).map(
      (ground) => ['text', ground === 'lit' ? 'lit' : `${ground}-tint`] as const,
    ),
    ['on-accent', 'accent'] as const,
    ...states.map((state) => [`state-${state}-text`, `state-${state}-tint`] as const),
    ...states.map((state) => [`state-${state}-on-fill`, `state-${state}-fill`] as const),
  ];

  it.each(pairs)('%s on %s is read by everybody: 4.5 to 1', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...['field', 'frame', 'accent'], ...states.map((state) => `state-${state}-rail`)])(
    'the line %s is seen on panel and canvas: 3 to 1',
    (line) => {
      expect(contrast(colour(line), colour('panel'))).toBeGreaterThanOrEqual(3);
      expect(contrast(colour(line), colour('canvas'))).toBeGreaterThanOrEqual(3);
    },
  );
});
