import type { Finding, Severity } from '../../src/rules/rule.ts';
import { findingsOf } from '../store/derived.ts';
import { designStore } from '../store/designStore.ts';
import { mend } from '../store/mend.ts';
import { openPanel, reveal, selectNode } from '../store/viewStore.ts';
import { hoverWords } from './hoverWords.ts';
import { monaco } from './monaco.ts';
import { rangeOf } from './positions.ts';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;
type Model = monaco.editor.ITextModel;

const OWNER = 'designer';
/** A text of rubbish has thousands; more marks than this help nobody. */
const MOST = 500;

const SEVERITY: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

interface Marked {
  readonly marker: monaco.editor.IMarkerData;
  readonly finding: Finding;
}

/** Our findings as the editor's markers, why they matter on hover, their fixes behind the light bulb. */
export function showFindings(editor: CodeEditor): () => void {
  const model = editor.getModel();
  if (model === null) return () => undefined;
  let marked: readonly Marked[] = [];
  let frame = 0;
  const mark = () => {
    marked = marksOf();
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      marked.map(({ marker }) => marker),
    );
  };
  mark();
  const stop = designStore.subscribe((state, before) => {
    const same = state.reading === before.reading && state.rulesReady === before.rulesReady;
    if (same && state.design.parts === before.design.parts) return;
    cancelAnimationFrame(frame);
    // Marks may follow the text by a frame; the text never waits for them.
    frame = requestAnimationFrame(mark);
  });
  const near = (range: monaco.IRange) =>
    marked.filter(({ marker }) => monaco.Range.areIntersectingOrTouching(marker, range));
  const actions = registerFixes(editor, model, near);
  const hover = registerHover(model, near);
  return () => {
    stop();
    cancelAnimationFrame(frame);
    actions.dispose();
    hover.dispose();
    monaco.editor.setModelMarkers(model, OWNER, []);
  };
}

function marksOf(): Marked[] {
  const { reading, design } = designStore.getState();
  const { places } = reading;
  return findingsOf(reading, design.parts)
    .slice(0, MOST)
    .map((finding) => ({
      finding,
      marker: {
        ...rangeOf(reading.text, nearest(finding, places.key.bind(places), places.value.bind(places))),
        severity: SEVERITY[finding.severity],
        message: finding.message,
        source: finding.rule,
      },
    }));
}

type Near = (range: monaco.IRange) => readonly Marked[];

/** The fixes on the lines of the cursor, and for each finding the way to it in the list of problems. */
function registerFixes(editor: CodeEditor, model: Model, near: Near): monaco.IDisposable {
  const fix = editor.addCommand(0, (_accessor, finding: Finding) => {
    mend(finding);
    editor.focus();
  });
  const go = editor.addCommand(0, (_accessor, finding: Finding) => {
    selectNode(finding.node ?? 'task');
    openPanel('problems');
    reveal(finding.path);
  });
  return monaco.languages.registerCodeActionProvider(['json', 'yaml'], {
    async provideCodeActions(of, { startLineNumber, endLineNumber }) {
      if (of !== model || fix === null || go === null) return { actions: [], dispose: () => undefined };
      const lines = { startLineNumber, startColumn: 1, endLineNumber, endColumn: Number.MAX_SAFE_INTEGER };
      const here = near(lines);
      const { ruleById } = await import('../../src/rules/described.ts');
      const titleOf = ({ rule }: Finding) => ruleById.get(rule)?.title ?? rule;
      const action = ({ marker, finding }: Marked, id: string, title: string) => ({
        title,
        kind: 'quickfix',
        diagnostics: [marker],
        command: { id, title, arguments: [finding] },
      });
      return {
        actions: [
          ...here.flatMap((one) =>
            one.finding.fix === undefined
              ? []
              : [{ ...action(one, fix, one.finding.fix.label), isPreferred: true }],
          ),
          ...here.map((one) => action(one, go, `Show in the problems: ${titleOf(one.finding)}`)),
        ],
        dispose: () => undefined,
      };
    },
  });
}

/** Why the findings under the pointer matter; their messages stand there by the markers themselves. */
function registerHover(model: Model, near: Near): monaco.IDisposable {
  return monaco.languages.registerHoverProvider(['json', 'yaml'], {
    async provideHover(of, { lineNumber, column }) {
      const here = {
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn: column,
      };
      const ids = of === model ? [...new Set(near(here).map(({ finding }) => finding.rule))] : [];
      if (ids.length === 0) return null;
      const { ruleById } = await import('../../src/rules/described.ts');
      return {
        contents: ids.flatMap((id) => {
          const rule = ruleById.get(id);
          return rule === undefined ? [] : [{ value: hoverWords(rule) }];
        }),
      };
    },
  });
}

type Find = (path: Finding['path']) => { start: number; end: number } | undefined;

/** Where to mark a finding: its value when that is short, else its key; a missing member at what should hold it. */
function nearest({ path }: Finding, key: Find, value: Find): { start: number; end: number } {
  const own = value(path);
  if (own !== undefined && own.end - own.start <= 200) return own;
  const named = key(path);
  if (named !== undefined) return named;
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const above = path.slice(0, length);
    const keyAbove = key(above);
    if (keyAbove !== undefined) return keyAbove;
    const place = value(above);
    if (place !== undefined) return { start: place.start, end: Math.min(place.end, place.start + 1) };
  }
  return { start: 0, end: 1 };
}
