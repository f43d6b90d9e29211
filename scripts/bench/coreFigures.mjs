/**
 * The figures of the core, a group at a time: `measureCore` runs each in a process of its own, as what a process did
 * before, megabytes above all, makes what is small half as slow again.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

const kibibytes = (text) => `${Math.round(text.length / 1024)} KiB`;
const fresh = (text, call) => text.replace('"family": "bench"', `"family": "bench-${call}"`);
/** The same reading as another object, so that nothing is remembered of it. */
const afresh = (reading) => ({ ...reading, task: { ...reading.task } });

function changed({ applyChange, setField }, design, call) {
  return applyChange(design, setField(['containerDefinitions', 5, 'memory'], 128 + (call % 1000)));
}

/** Reading and writing one task. */
function edit(core) {
  const { newDesign, read } = core;
  const long = longTaskText(65_536);
  const { source } = read(taskText(10));
  return [
    [`read, ${kibibytes(long)}`, time((call) => read(fresh(long, call))), undefined, 'ms'],
    [
      `read + applyChange, ${kibibytes(long)}`,
      time((call) => changed(core, newDesign(fresh(long, call), source), call)),
      5,
      'ms',
    ],
  ];
}

/** How tasks live. */
function life({ blastRadius, defaultScenario, examples, read, sampling, simulate }) {
  const article = read(examples[0].text).task;
  const articleScenario = defaultScenario(article);
  const ten = read(taskText(10)).task;
  const tenScenario = defaultScenario(ten);
  const restarts = restarting(ten);
  const restartScenario = {
    ...defaultScenario(restarts.task),
    behaviours: restarts.behaviours,
    horizonSeconds: 3600,
  };
  const events = simulate(restarts.task, restartScenario).events.length;
  const cells = blastRadius(ten, tenScenario).cells.length;
  return [
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
  ];
}

/** Whatever people bring, up to what is read at most. */
function files(core) {
  const { newDesign, readAny } = core;
  const template = templateText(1_000_000);
  const found = readAny(template).tasks[0];
  return [
    [
      `readAny, a CloudFormation template of ${kibibytes(template)}`,
      time((call) => readAny(template.replace('Memory: 128', `Memory: ${128 + call}`))),
      300,
      'ms',
    ],
    ...Object.entries(kindsOfText).map(([kind, textOf]) => {
      const text = textOf(1_000_000);
      return [
        `readAny, ${kind} of ${kibibytes(text)}`,
        time((call) => readAny(text.replace('service-0:', `service-0-${call}:`)), { warm: 3, fewest: 7 }),
        300,
        'ms',
      ];
    }),
    ...timeCorpus(core),
    [
      'applyChange in that template',
      time((call) => changed(core, { ...newDesign(template, found.source), source: found.source }, call)),
      undefined,
      'ms',
    ],
  ];
}

/** What is to be said about a task, and where it is drawn. */
function views(core) {
  const { check, checkLifecycle, defaultScenario, densityOf, examples, graph, layout, read } = core;
  const { permissions, simulate, startWaves, storyText } = core;
  const long = longTaskText(65_536);
  const articleReading = read(examples[0].text);
  const article = articleReading.task;
  const articleScenario = defaultScenario(article);
  const articleRun = simulate(article, articleScenario);
  const ten = read(taskText(10)).task;
  const tenRun = simulate(ten, defaultScenario(ten));
  const longReading = read(long);
  const hundredReading = read(taskText(100));
  const rubbishReading = read(rubbishText(100));
  const layOut = (task) => {
    const drawn = graph(task);
    return layout(drawn, { waves: startWaves(task), density: densityOf(drawn) });
  };
  const goalCheck = (lesson) => {
    const { task } = read(core.designOf(lesson).text);
    return time(() => core.judgeLesson(lesson, { ...task }, { findings: [] }), { atLeast: 20 });
  };
  return [
    ["check, all rules, the article's task", time(() => check(afresh(articleReading))), 2, 'ms'],
    [
      `check, all rules, 10 containers of ${kibibytes(long)}`,
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
    ["permissions, the article's task", time(() => permissions({ ...article })), 2, 'ms'],
    ['permissions, 10 containers', time(() => permissions({ ...ten })), 2, 'ms'],
    ["story, the article's task", time(() => storyText({ ...article }, articleRun)), 2, 'ms'],
    ['story, 10 containers', time(() => storyText({ ...ten }, tenRun)), 2, 'ms'],
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
  ];
}

/** What is taken home. */
function forms({ examples, formats, newDesign, read, toFragment }) {
  const ten = read(taskText(10)).task;
  const [shared] = examples;
  const link = toFragment({
    name: 'receipts',
    design: { ...newDesign(shared.text), parts: shared.parts },
    view: { second: 8, panel: 'inspect' },
  });
  return [
    ...formats
      .filter(({ write }) => write !== undefined)
      .map(({ id, write }) => [
        `export, 10 containers, ${id}`,
        time((call) => write({ ...ten }, fresh(taskText(10), call)), { atLeast: 100 }),
        10,
        'ms',
      ]),
    ["link of the article's task", link.length, 1800, 'letters'],
  ];
}

/** In the order of the table. */
export const groups = { edit, life, files, views, forms };
