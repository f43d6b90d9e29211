/** How a condition is shown: by colour, dash, glyph and word together, never by one alone. */
import type { GateCondition } from '../../simulate/run.ts';
import type { Theme } from './palette.ts';

/** A 10 × 10 drawing, stroked, of which `shape` is the SVG path. */
export interface Glyph {
  readonly name: 'triangle' | 'square' | 'tick' | 'heart' | 'cross' | 'ring';
  readonly shape: string;
}

export const glyphs = {
  triangle: { name: 'triangle', shape: 'M2.5 1.5L8.5 5L2.5 8.5Z' },
  square: { name: 'square', shape: 'M1.8 1.8H8.2V8.2H1.8Z' },
  tick: { name: 'tick', shape: 'M1.5 5.3L4 7.8L8.7 2.6' },
  heart: { name: 'heart', shape: 'M5 8.8L1.4 5.2A2.2 2.2 0 0 1 5 2.6A2.2 2.2 0 0 1 8.6 5.2Z' },
  cross: { name: 'cross', shape: 'M2 2L8 8M8 2L2 8' },
  ring: { name: 'ring', shape: 'M5 1.6A3.4 3.4 0 1 1 5 8.4A3.4 3.4 0 1 1 5 1.6Z' },
} as const satisfies Record<string, Glyph>;

export interface ConditionLook {
  readonly colour: Readonly<Record<Theme, string>>;
  /** `stroke-dasharray` of a 2 px line; absent: solid. */
  readonly dash?: string;
  readonly roundCaps?: boolean;
  readonly glyph: Glyph;
  /** After "waits until it …". */
  readonly said: string;
}

/** CREATE is ECS's own (volumesFrom): drawn like START, and named as what it is. */
export const conditions: Readonly<Record<GateCondition, ConditionLook>> = {
  START: {
    colour: { light: '#333A46', dark: '#D5DBE4' },
    dash: '1.5 5',
    roundCaps: true,
    glyph: glyphs.triangle,
    said: 'is running, or has run',
  },
  COMPLETE: {
    colour: { light: '#8A5200', dark: '#E3A657' },
    dash: '11 4 2 4',
    glyph: glyphs.square,
    said: 'has exited, any code',
  },
  SUCCESS: {
    colour: { light: '#155FC2', dark: '#7FB2FF' },
    dash: '8 5',
    glyph: glyphs.tick,
    said: 'has exited with 0',
  },
  HEALTHY: { colour: { light: '#00756A', dark: '#4CCBB6' }, glyph: glyphs.heart, said: 'passes its check' },
  CREATE: {
    colour: { light: '#333A46', dark: '#D5DBE4' },
    dash: '1.5 5',
    roundCaps: true,
    glyph: glyphs.ring,
    said: 'has been created',
  },
};

/** The colour of what can never be met, and of failures. */
export const failColour: Readonly<Record<Theme, string>> = { light: '#C22349', dark: '#F0627F' };
