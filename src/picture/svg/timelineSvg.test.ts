import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../simulate/defaults.ts';
import { simulate } from '../../simulate/simulate.ts';
import { payments, taskOf } from '../../simulate/testing/tasks.ts';
import { waitCosts } from '../../simulate/waitCosts.ts';
import { timelineGeometry } from '../timeline/geometry.ts';
import type { Theme } from './palette.ts';
import { TIMELINE_FIGURE, timelineSvg } from './timelineSvg.ts';

function figureOf(task: ReturnType<typeof taskOf>, theme: Theme = 'light', title = 'receipts, as planned') {
  const scenario = defaultScenario(task);
  const run = simulate(task, scenario);
  const geometry = timelineGeometry(run, { ...TIMELINE_FIGURE, costs: waitCosts(task, scenario, run) });
  const roles = new Map([['app', 'App']]);
  return timelineSvg(geometry, { theme, title, says: 'Task runs at 14.0 s.', note: 'Task Designer', roles });
}

const two = taskOf(
  { name: 'init', essential: false },
  { name: 'app', dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] },
);

describe('the timeline as a figure of its own', () => {
  it('is drawn, an element a line', async () => {
    const { svg } = figureOf(two);
    await expect(`${svg}\n`).toMatchFileSnapshot('testing/init-then-app.svg');
  });

  it('has title, lanes, legend, what gates cost, and all of it in words', () => {
    const { svg } = figureOf(payments);
    const written = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(written).toEqual(
      expect.arrayContaining([
        'receipts, as planned',
        'Task runs at 14.0 s.',
        ...['secrets-init', 'log-router', 'envoy', 'app', 'Task'],
        'critical path, 14.0 s to RUNNING',
        'held 9.0 s by envoy HEALTHY, 2.0 s of it free to gain',
        ...['States', 'not ready', 'Marks', 'critical path to RUNNING', 'time left out'],
      ]),
    );
    expect(written).not.toContain('unhealthy');
    expect(svg).toContain('<title>receipts, as planned</title>');
    expect(/<desc>(.*)<\/desc>/.exec(svg)?.[1]).toMatch(
      /secrets-init: pull 0\.0 s to 1\.0 s, running .*\. .*app: waits at 0\.0 s.*Task PENDING from 0\.0 s, HEALTHY from 12\.0 s\./,
    );
  });

  it('is the same in light and dark, but for its colours', () => {
    const plain = (theme: Theme) =>
      figureOf(payments, theme)
        .svg.replaceAll(/#[0-9A-F]{6}/gi, '#')
        .replaceAll(`-${theme}`, '');
    expect(plain('dark')).toBe(plain('light'));
    expect(figureOf(payments, 'dark').svg).not.toBe(figureOf(payments, 'light').svg);
  });

  it('holds all it draws, and gives its size', () => {
    const { svg, width, height } = figureOf(payments);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    for (const [, x = '0', length = '0'] of svg.matchAll(/<text x="([\d.]+)"[^>]* textLength="([\d.]+)"/g)) {
      expect(Number(x) + Number(length)).toBeLessThanOrEqual(width);
    }
    const name = 'a-name-that-is-much-longer-than-its-column';
    const pressed = new RegExp(`<text x="([\\d.]+)"[^>]* textLength="([\\d.]+)"[^>]*>${name}<`);
    const [, x = '0', length = ''] = pressed.exec(figureOf(taskOf({ name })).svg) ?? [];
    expect(length).not.toBe('');
    expect(Number(x) + Number(length)).toBeLessThan(TIMELINE_FIGURE.left);
  });

  it('is no place for markup in names', () => {
    const { svg } = figureOf(taskOf({ name: '<b>&"' }), 'light', '</title><script>');
    expect(svg).not.toMatch(/<b>|<script>/);
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
  });
});
