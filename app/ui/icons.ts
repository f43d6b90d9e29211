/**
 * The drawings of the product's icons on a grid of 16: `stroke` is drawn with a 1.5 line and round ends, `fill` is
 * filled; both in the colour of the text around.
 */
const CIRCLE = 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z';
const TRIANGLE = 'M4.75 3 12.75 8l-8 5Z';
const CYLINDER = 'M13 4c0 1.1-2.24 2-5 2S3 5.1 3 4s2.24-2 5-2 5 .9 5 2Zv8c0 1.1-2.24 2-5 2s-5-.9-5-2V4';
const SCREEN =
  'M3.5 2.5h9A1.25 1.25 0 0 1 13.75 3.75v8.5A1.25 1.25 0 0 1 12.5 13.5h-9a1.25 1.25 0 0 1-1.25-1.25v-8.5A1.25 1.25 0 0 1 3.5 2.5Z';

const dot = (x: number, y: number, r = 1) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** One drawing: lines, filled shapes, or both. */
export interface IconDrawing {
  readonly stroke?: string;
  readonly fill?: string;
}

const drawings = {
  // Roles
  container: { stroke: 'M8 1.6 13.5 4.8v6.4L8 14.4 2.5 11.2V4.8Z' },
  init: { stroke: 'M2.75 3.25v9.5M5.75 8h7.5M10.25 5l3 3-3 3' },
  proxy: {
    stroke: 'M8 1.75 13.25 3.5v4c0 3.3-2.2 5.6-5.25 6.75C4.95 13.1 2.75 10.8 2.75 7.5v-4ZM5.75 7.5h4.5',
  },
  logRouter: { stroke: 'M1.75 4h12.5M4.25 8h7.5M6.5 12h3' },
  telemetry: { stroke: 'M1.5 8.5h2.25l2.25-5 3.5 9 2.25-4h2.75' },
  webServer: {
    stroke: `${CIRCLE}M1.75 8h12.5M8 1.75c2 1.9 2.75 4 2.75 6.25S10 12.35 8 14.25C6 12.35 5.25 10.25 5.25 8S6 3.65 8 1.75Z`,
  },
  worker: {
    stroke:
      'M12.25 8a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0ZM8 3.75v-2M8 14.25v-2M3.75 8h-2M14.25 8h-2M5 5 3.6 3.6M12.4 12.4 11 11M5 11l-1.4 1.4M12.4 3.6 11 5',
    fill: dot(8, 8, 1.25),
  },
  cache: { stroke: 'M8 2 14 5 8 8 2 5ZM2 8l6 3 6-3M2 11l6 3 6-3' },
  database: { stroke: `${CYLINDER}M3 6.75c0 1.1 2.24 2 5 2s5-.9 5-2M3 9.5c0 1.1 2.24 2 5 2s5-.9 5-2` },
  agent: {
    stroke:
      'M4 5.5h8A1.5 1.5 0 0 1 13.5 7v4.5A1.5 1.5 0 0 1 12 13H4a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 4 5.5ZM8 5.5V2.75M5.75 8.5v1.25M10.25 8.5v1.25',
  },
  box: {
    stroke:
      'M4.5 2.25h7a2.25 2.25 0 0 1 2.25 2.25v7a2.25 2.25 0 0 1-2.25 2.25h-7a2.25 2.25 0 0 1-2.25-2.25v-7A2.25 2.25 0 0 1 4.5 2.25Z',
  },

  // Facts
  volume: { stroke: CYLINDER },
  logs: { stroke: 'M2.25 4h11.5M2.25 8h11.5M2.25 12H9' },
  learn: {
    stroke:
      'M2 3.25h3.75A2.25 2.25 0 0 1 8 5.5v7.75a1.75 1.75 0 0 0-1.75-1.75H2ZM14 3.25h-3.75A2.25 2.25 0 0 0 8 5.5v7.75a1.75 1.75 0 0 1 1.75-1.75H14Z',
  },
  key: {
    stroke: 'M8.25 10.5a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM7.5 8.5l5.75-5.75M10.75 5.25l1.75 1.75',
  },
  heart: { stroke: 'M8 13.25 2.9 8.2a3.2 3.2 0 0 1 4.5-4.55l.6.6.6-.6a3.2 3.2 0 0 1 4.5 4.55Z' },
  port: {
    stroke: 'M5.75 1.75v3M10.25 1.75v3M3.5 4.75h9v2.5a4.5 4.5 0 0 1-9 0ZM8 11.75v2.5',
  },
  memory: {
    stroke:
      'M4.5 4.5h7v7h-7ZM6.25 4.5V2M9.75 4.5V2M6.25 14v-2.5M9.75 14v-2.5M4.5 6.25H2M4.5 9.75H2M14 6.25h-2.5M14 9.75h-2.5',
  },
  cpu: {
    stroke: 'M3.75 3.75h8.5v8.5h-8.5ZM6.5 6.5h3v3h-3ZM8 3.75V1.75M8 14.25v-2M3.75 8h-2M14.25 8h-2',
  },
  clock: { stroke: `${CIRCLE}M8 4.5V8l2.25 1.5` },
  lock: {
    stroke:
      'M4.25 7.25h7.5a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7.5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1ZM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25',
  },
  link: {
    stroke:
      'M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9l-.8.8M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9l.8-.8',
  },
  note: {
    stroke:
      'M13.5 9V3.75A1.25 1.25 0 0 0 12.25 2.5h-8.5A1.25 1.25 0 0 0 2.5 3.75v8.5A1.25 1.25 0 0 0 3.75 13.5H9ZM13.5 9h-3.25A1.25 1.25 0 0 0 9 10.25v3.25',
  },
  file: {
    stroke:
      'M9 1.75H4.75A1.25 1.25 0 0 0 3.5 3v10a1.25 1.25 0 0 0 1.25 1.25h6.5A1.25 1.25 0 0 0 12.5 13V5.25ZM9 1.75v3.5h3.5',
  },
  folder: {
    stroke:
      'M2 4.25A1.25 1.25 0 0 1 3.25 3h2.9l1.6 1.75h5A1.25 1.25 0 0 1 14 6v5.75A1.25 1.25 0 0 1 12.75 13h-9.5A1.25 1.25 0 0 1 2 11.75Z',
  },
  terminal: { stroke: 'M2.5 4.5 6 8l-3.5 3.5M8 12h5.5' },

  // Conditions and states
  start: { stroke: TRIANGLE },
  complete: {
    stroke:
      'M4.75 4h6.5a.75.75 0 0 1 .75.75v6.5a.75.75 0 0 1-.75.75h-6.5a.75.75 0 0 1-.75-.75v-6.5A.75.75 0 0 1 4.75 4Z',
  },
  success: { stroke: 'M3 8.5l3.25 3.25L13 4.75' },
  dot: { fill: dot(8, 8, 3.25) },
  ring: { stroke: 'M11.75 8a3.75 3.75 0 1 1-7.5 0 3.75 3.75 0 0 1 7.5 0Z' },
  spinner: { stroke: 'M8 2.25A5.75 5.75 0 1 1 2.25 8' },
  blocked: { stroke: `${CIRCLE}M3.75 3.75l8.5 8.5` },
  restart: { stroke: 'M13.25 8a5.25 5.25 0 1 1-1.6-3.75l1.6 1.5M13.25 2.25v3.5h-3.5' },
  warning: { stroke: 'M8 2.25 14.25 13.25H1.75ZM8 6.5v2.75', fill: dot(8, 11.25, 0.9) },
  error: { stroke: `${CIRCLE}M8 4.75v3.75`, fill: dot(8, 11, 0.9) },
  info: { stroke: `${CIRCLE}M8 7.5v3.75`, fill: dot(8, 5, 0.9) },
  help: {
    stroke: `${CIRCLE}M6.2 6.4a1.85 1.85 0 1 1 2.7 1.6c-.6.35-.9.7-.9 1.25`,
    fill: dot(8, 11.4, 0.85),
  },

  // Actions
  plus: { stroke: 'M8 3v10M3 8h10' },
  minus: { stroke: 'M3 8h10' },
  close: { stroke: 'M4 4l8 8M12 4l-8 8' },
  chevronDown: { stroke: 'M4 6l4 4 4-4' },
  chevronUp: { stroke: 'M4 10l4-4 4 4' },
  chevronRight: { stroke: 'M6 4l4 4-4 4' },
  chevronLeft: { stroke: 'M10 4 6 8l4 4' },
  arrowRight: { stroke: 'M2.75 8h10.5M9.25 4l4 4-4 4' },
  arrowUp: { stroke: 'M8 13.25V2.75M4 6.75l4-4 4 4' },
  arrowDown: { stroke: 'M8 2.75v10.5M4 9.25l4 4 4-4' },
  search: { stroke: 'M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0ZM10.5 10.5l3.5 3.5' },
  undo: { stroke: 'M5.5 2.5l-3 3 3 3M2.5 5.5h7a4 4 0 0 1 0 8H6' },
  redo: { stroke: 'M10.5 2.5l3 3-3 3M13.5 5.5h-7a4 4 0 0 0 0 8H10' },
  more: { fill: dot(3, 8, 1.2) + dot(8, 8, 1.2) + dot(13, 8, 1.2) },
  copy: {
    stroke:
      'M7 5.75h5.5A1.25 1.25 0 0 1 13.75 7v5.5a1.25 1.25 0 0 1-1.25 1.25H7a1.25 1.25 0 0 1-1.25-1.25V7A1.25 1.25 0 0 1 7 5.75ZM3.5 10.25A1.25 1.25 0 0 1 2.25 9V3.5A1.25 1.25 0 0 1 3.5 2.25H9a1.25 1.25 0 0 1 1.25 1.25',
  },
  download: { stroke: 'M8 2v8.25M4.75 7 8 10.25 11.25 7M2.75 13.5h10.5' },
  upload: { stroke: 'M8 10.25V2M4.75 5.25 8 2l3.25 3.25M2.75 13.5h10.5' },
  trash: { stroke: 'M2.5 4.25h11M6 4.25V2.25h4v2M4 4.25l.6 9.5h6.8l.6-9.5M6.75 7v4M9.25 7v4' },
  fit: {
    stroke:
      'M2.5 5.75V3.5a1 1 0 0 1 1-1h2.25M10.25 2.5h2.25a1 1 0 0 1 1 1v2.25M13.5 10.25v2.25a1 1 0 0 1-1 1h-2.25M5.75 13.5H3.5a1 1 0 0 1-1-1v-2.25',
  },
  tidy: { stroke: 'M2.25 2.75h4.5v4.5h-4.5ZM9.25 8.75h4.5v4.5h-4.5ZM6.75 5h2.75a2 2 0 0 1 2 2v1.75' },
  play: { stroke: TRIANGLE },
  pause: { stroke: 'M5.25 3.25v9.5M10.75 3.25v9.5' },
  stepBack: { stroke: 'M3.25 3.25v9.5M12.75 3.5 6.25 8l6.5 4.5Z' },
  stepForward: { stroke: 'M12.75 3.25v9.5M3.25 3.5 9.75 8l-6.5 4.5Z' },
  drag: {
    fill: dot(6, 3.5) + dot(10, 3.5) + dot(6, 8) + dot(10, 8) + dot(6, 12.5) + dot(10, 12.5),
  },
  eye: {
    stroke:
      'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM9.75 8a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Z',
  },
  external: {
    stroke:
      'M6.5 3.25H4A1.25 1.25 0 0 0 2.75 4.5V12A1.25 1.25 0 0 0 4 13.25h7.5A1.25 1.25 0 0 0 12.75 12V9.5M9.25 2.75h4v4M13.25 2.75 7.5 8.5',
  },
  pencil: { stroke: 'M10.75 2.5l2.75 2.75-8 8-3.25.5.5-3.25ZM9 4.25 11.75 7' },

  // Views
  json: {
    stroke:
      'M6 2.5h-.75A1.75 1.75 0 0 0 3.5 4.25v1.9C3.5 7.2 3 8 2 8c1 0 1.5.8 1.5 1.85v1.9a1.75 1.75 0 0 0 1.75 1.75H6M10 2.5h.75a1.75 1.75 0 0 1 1.75 1.75v1.9C12.5 7.2 13 8 14 8c-1 0-1.5.8-1.5 1.85v1.9a1.75 1.75 0 0 1-1.75 1.75H10',
  },
  outline: {
    stroke: 'M5.75 3.5h8M8.5 8h5.25M8.5 12.5h5.25M2.75 3.5v7.25a1.75 1.75 0 0 0 1.75 1.75h1.25M2.75 8h3',
  },
  panelLeft: { stroke: `${SCREEN}M6 2.5v11` },
  panelRight: { stroke: `${SCREEN}M10 2.5v11` },
  panelBottom: { stroke: `${SCREEN}M2.25 9.5h11.5` },
  sun: {
    stroke:
      'M10.75 8a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  },
  moon: { stroke: 'M13.5 9.5A5.75 5.75 0 1 1 6.5 2.5a5 5 0 0 0 7 7Z' },
  half: { stroke: CIRCLE, fill: 'M8 1.75a6.25 6.25 0 0 0 0 12.5Z' },
} satisfies Record<string, IconDrawing>;

/** The name of an icon of the product. */
export type IconName = keyof typeof drawings;

/** Every icon by its name. */
export const icons: Readonly<Record<IconName, IconDrawing>> = drawings;
