/** How the state of a container is shown: word, pill, rail on the card and bar in the lane. */
import type { ContainerState, TaskStatus } from '../../simulate/run.ts';

/** How a bar is filled: stripes rise at 45° or fall; dots; all over; or only a dotted line in its middle. */
export type Pattern = 'solid' | 'stripes' | 'dots' | 'fallingStripes' | 'dottedLine' | 'none';

export interface StateColours {
  /** Text of the pill, readable on `tint`. */
  readonly text: string;
  readonly tint: string;
  readonly fill: string;
  /** Rail of the card, outline of a patterned bar, line while waiting. */
  readonly rail: string;
  /** Text printed on the fill. */
  readonly onFill: string;
}

export interface StateLook {
  /** On the card, "Not ready"; a waiting card says whom it waits for instead. */
  readonly word: string;
  /** In a bar of the timeline, "not ready". */
  readonly barWord: string;
  readonly pattern: Pattern;
  /** The rail on the card is broken while the container does not exist. */
  readonly brokenRail?: boolean;
  readonly light: StateColours;
  readonly dark: StateColours;
}

type Row = readonly [text: string, tint: string, fill: string, rail?: string];

function look(
  word: string,
  pattern: Pattern,
  light: Row,
  dark: Row,
  more: { readonly barWord?: string; readonly brokenRail?: boolean } = {},
): StateLook {
  const solid = pattern === 'solid';
  return {
    word,
    barWord: more.barWord ?? word.toLowerCase(),
    pattern,
    ...(more.brokenRail && { brokenRail: true }),
    light: colours(light, solid ? '#FFFFFF' : light[0], light[3] ?? light[2]),
    dark: colours(dark, solid ? '#0E1115' : dark[0], solid ? dark[2] : dark[0]),
  };
}

function colours([text, tint, fill]: Row, onFill: string, rail: string): StateColours {
  return { text, tint, fill, rail, onFill };
}

const waiting = [
  ['#5A6372', '#ECEEF1', '#AEB6C2', '#7F8897'],
  ['#A7B0BE', '#262C35', '#586272'],
] as const;
const pulling = [
  ['#2C6290', '#E6F0F8', '#A9CBE6', '#5C8FBA'],
  ['#8FC1EA', '#162A3B', '#35648C'],
] as const;
const notReady = [
  ['#8A5200', '#FCF0D6', '#F0BC57', '#B27A0E'],
  ['#EDB658', '#36290D', '#815C10'],
] as const;
const running = [
  ['#3B5877', '#E5ECF4', '#56748F'],
  ['#A9C2DC', '#1C2A3A', '#7E9DBB'],
] as const;
const healthy = [
  ['#00756A', '#DFF3F0', '#087E72'],
  ['#4CCBB6', '#0C312C', '#33B29E'],
] as const;
const unhealthy = [
  ['#B43A06', '#FDEBE1', '#C84B17'],
  ['#FF9A6B', '#3D1D0D', '#F07A43'],
] as const;
const stopping = [
  ['#6A5584', '#F0ECF5', '#A793BF', '#8A74A6'],
  ['#C4B0DD', '#2B2338', '#75608F'],
] as const;
const exited = [
  ['#434B58', '#E9EBEF', '#646D7B'],
  ['#B6BEC9', '#272D36', '#8590A0'],
] as const;
const failed = [
  ['#AE1238', '#FCE8ED', '#C22349'],
  ['#FF8DA3', '#421522', '#F0627F'],
] as const;

export const states: Readonly<Record<ContainerState, StateLook>> = {
  waiting: look('Waiting', 'dottedLine', ...waiting, { brokenRail: true }),
  pulling: look('Pulling', 'stripes', ...pulling, { barWord: 'pull' }),
  starting: look('Starting', 'dots', ...notReady),
  notReady: look('Not ready', 'dots', ...notReady),
  running: look('Running', 'solid', ...running),
  healthy: look('Healthy', 'solid', ...healthy),
  unhealthy: look('Unhealthy', 'solid', ...unhealthy),
  restarting: look('Restarting', 'dots', ...notReady),
  stopping: look('Stopping', 'fallingStripes', ...stopping),
  exited: look('Exited', 'none', ...exited),
  killed: look('Killed', 'none', ...failed),
  givenUp: look('Given up', 'none', ...failed, { brokenRail: true }),
  failed: look('Cannot start', 'none', ...failed, { brokenRail: true }),
  neverRan: look('Never ran', 'none', ...exited, { brokenRail: true }),
};

/** What a container that exited with a code other than 0 looks like; with 0 it is plain. */
export const failedExit: StateLook = states.killed;

/** The task's own lane. */
export const taskStates: Readonly<Record<TaskStatus, StateLook>> = {
  PENDING: look('PENDING', 'none', ...exited, { barWord: 'PENDING' }),
  RUNNING: look('RUNNING', 'solid', ...exited, { barWord: 'RUNNING' }),
  STOPPING: look('STOPPING', 'none', ...stopping, { barWord: 'STOPPING' }),
  STOPPED: look('STOPPED', 'none', ...exited, { barWord: 'STOPPED' }),
};
