/** Times the core in Node: read, applyChange, check, simulate, layout; with CORPUS, a folder of real files, these too. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { kindsOfText, longTaskText, rubbishText, taskText, templateText } from './tasks.mjs';

/** The median time of one call in milliseconds; `work` is given the number of the call, so that no cache answers. */
function time(work, { atLeast = 400, warm = 30, fewest = 20 } = {}) {
  const samples = [];
  let call = 0;
  for (; call < warm; call += 1) work(call);
  const until = performance.now() + atLeast;
  while (performance.now() < until || samples.length < fewest) {
    const started = performance.now();
    work(call);
    samples.push(performance.now() - started);
    call += 1;
  }
  return samples.sort((one, other) => one - other)[Math.floor(samples.length / 2)];
}

/** Ten containers of which each restarts all the time. */
function restarting(task) {
  const containerDefinitions = task.containerDefinitions.map((container) => ({
    ...container,
    restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
  }));
  const behaviours = Object.fromEntries(
    containerDefinitions.map(({ name }, index) => [name, { exits: { afterSeconds: 61 + index, code: 1 } }]),
  );
  return { task: { ...task, containerDefinitions }, behaviours };
}

/** All files below the folder that CORPUS names, read once each; without it there is no such row. */
function timeCorpus({ decodeText, readAny }) {
  const folder = process.env.CORPUS;
  if (folder === undefined) return [];
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, text: decodeText(readFileSync(path)).text }));
  const started = performance.now();
  for (const { path, text } of files) readAny(text, path);
  return [[`readAny, ${files.length} real files`, (performance.now() - started) / 1000, 10, 's']];
}

export async function measureCore(root) {
  const outDir = join(root, '.cache', 'bench', 'core');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(root, 'scripts', 'bench', 'entry.mjs'), outDir, emptyOutDir: true, minify: false },
  });
  const core = await import(`${pathToFileURL(join(outDir, 'entry.js'))}?${Date.now()}`);
  const { applyChange, blastRadius, check, checkLifecycle, defaultScenario, densityOf, examples } = core;
  const { graph, layout, newDesign, read, readAny, sampling, setField, simulate, startWaves } = core;

  const long = longTaskText(65_536);
  const template = templateText(1_000_000);
  const found = readAny(template).tasks[0];
  const fresh = (text, call) => text.replace('"family": "bench"', `"family": "bench-${call}"`);
  const change = (design, call) =>
    applyChange(design, setField(['containerDefinitions', 5, 'memory'], 128 + (call % 1000)));
  const tenReading = read(taskText(10));
  // Before all else: after megabytes were read, what is small takes half as long again.
  const ofAnEdit = [
    [`read, ${Math.round(long.length / 1024)} KiB`, time((call) => read(fresh(long, call))), undefined, 'ms'],
    [
      `read + applyChange, ${Math.round(long.length / 1024)} KiB`,
      time((call) => change(newDesign(fresh(long, call), tenReading.source), call)),
      5,
      'ms',
    ],
  ];
  const article = read(examples[0].text).task;
  const articleScenario = defaultScenario(article);
  const ten = read(taskText(10)).task;
  const restarts = restarting(ten);
  const restartScenario = {
    ...defaultScenario(restarts.task),
    behaviours: restarts.behaviours,
    horizonSeconds: 3600,
  };
  const tenScenario = defaultScenario(ten);
  const articleRun = simulate(article, articleScenario);
  const tenRun = simulate(ten, tenScenario);
  const cells = blastRadius(ten, tenScenario).cells.length;
  const hundredReading = read(taskText(100));
  const articleReading = read(examples[0].text);
  const longReading = read(long);
  const rubbishReading = read(rubbishText(100));
  /** The same reading as another object, so that nothing is remembered of it. */
  const afresh = (reading) => ({ ...reading, task: { ...reading.task } });
  const layOut = (task) => {
    const drawn = graph(task);
    return layout(drawn, { waves: startWaves(task), density: densityOf(drawn) });
  };
  const goalCheck = (lesson) => {
    const { task } = read(core.designOf(lesson).text);
    return time(() => core.judgeLesson(lesson, { ...task }, { findings: [] }), { atLeast: 20 });
  };
  const exported = core.formats
    .filter(({ write }) => write !== undefined)
    .map(({ id, write }) => [
      `export, 10 containers, ${id}`,
      time((call) => write({ ...ten }, fresh(taskText(10), call)), { atLeast: 100 }),
      10,
      'ms',
    ]);
  const readings = Object.entries(kindsOfText).map(([kind, textOf]) => {
    const text = textOf(1_000_000);
    return [
      `readAny, ${kind} of ${Math.round(text.length / 1024)} KiB`,
      time((call) => readAny(text.replace('service-0:', `service-0-${call}:`)), { warm: 3, fewest: 7 }),
      300,
      'ms',
    ];
  });
  const [shared] = examples;
  const link = core.toFragment({
    name: 'receipts',
    design: { ...newDesign(shared.text), parts: shared.parts },
    view: { second: 8, panel: 'inspect' },
  });
  const events = simulate(restarts.task, restartScenario).events.length;

  return [
    ...ofAnEdit,
    ["simulate, the article's task", time(() => simulate(article, articleScenario)), 0.2, 'ms'],
    [
      `simulate, 10 containers, 1 h of restarts (${events} events)`,
      time(() => simulate(restarts.task, restartScenario)),
      2,
      'ms',
    ],
    [`blast radius, 10 containers (${cells} faults)`, time(() => blastRadius(ten, tenScenario)), 150, 'ms'],
    [
      "spread, 10,000 runs of the article's task",
      time(() => sampling(article, articleScenario).advance(1000), { atLeast: 1000 }) * 10,
      2000,
      'ms',
    ],
    [
      `readAny, a CloudFormation template of ${Math.round(template.length / 1024)} KiB`,
      time((call) => readAny(template.replace('Memory: 128', `Memory: ${128 + call}`))),
      300,
      'ms',
    ],
    ...readings,
    ...timeCorpus(core),
    [
      'applyChange in that template',
      time((call) => change({ ...newDesign(template, found.source), source: found.source }, call)),
      undefined,
      'ms',
    ],
    ["check, all rules, the article's task", time(() => check(afresh(articleReading))), 2, 'ms'],
    [
      `check, all rules, 10 containers of ${Math.round(long.length / 1024)} KiB`,
      time(() => check(afresh(longReading))),
      10,
      'ms',
    ],
    ['check, all rules, 100 containers', time(() => check(afresh(hundredReading))), 50, 'ms'],
    [
      `check, a task of rubbish (${check(rubbishReading).length} findings)`,
      time(() => check(afresh(rubbishReading))),
      undefined,
      'ms',
    ],
    ["permissions, the article's task", time(() => core.permissions({ ...article })), 2, 'ms'],
    ['permissions, 10 containers', time(() => core.permissions({ ...ten })), 2, 'ms'],
    ["story, the article's task", time(() => core.storyText({ ...article }, articleRun)), 2, 'ms'],
    ['story, 10 containers', time(() => core.storyText({ ...ten }, tenRun)), 2, 'ms'],
    [
      "check how it lives, the article's task",
      time(() => checkLifecycle({ ...articleReading, task: { ...article } }, articleScenario)),
      undefined,
      'ms',
    ],
    ['graph + layout, 10 containers', time(() => layOut({ ...ten })), undefined, 'ms'],
    [
      'graph + layout, 100 containers',
      time(() => layOut({ ...hundredReading.task }), { atLeast: 1000 }),
      undefined,
      'ms',
    ],
    [
      `goal check, the slowest of ${core.lessons.length} lessons`,
      Math.max(...core.lessons.map((lesson) => goalCheck(lesson))),
      5,
      'ms',
    ],
    ...exported,
    ["link of the article's task", link.length, 1800, 'letters'],
  ];
}
