import { graphOf } from '../store/derived.ts';
import { designStore } from '../store/designStore.ts';
import { type StateWords, stateWordsAt } from '../store/stateWords.ts';
import { currentRun } from '../store/useRun.ts';
import { viewStore } from '../store/viewStore.ts';
import { stateLooks } from '../ui/Pill.tsx';
import type { monaco } from './monaco.ts';
import { rangeOf } from './positions.ts';

interface Mark {
  readonly index: number;
  readonly now: StateWords;
}

/** While a second is chosen, a rail beside each container's lines and words after its first say what it does then. */
export function followRun(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const drawn = editor.createDecorationsCollection();
  let marks: readonly Mark[] = [];
  let text = '';
  const draw = () => {
    const { reading, shown } = designStore.getState();
    const next = reading.whole ? marksAt(viewStore.getState().playhead) : [];
    // A playhead that moves changes little: most of its steps leave every container where it was.
    if (text === reading.text && sameMarks(marks, next)) return;
    marks = next;
    text = reading.text;
    drawn.set(
      next.flatMap(({ index, now }) => {
        const place = shown.places.value(['containerDefinitions', index]);
        return place === undefined ? [] : decorations(rangeOf(reading.text, place), now);
      }),
    );
  };
  draw();
  const stopView = viewStore.subscribe((state, before) => {
    if (
      state.playhead !== before.playhead ||
      state.scenario !== before.scenario ||
      state.played !== before.played
    )
      draw();
  });
  const stopDesign = designStore.subscribe((state, before) => {
    if (viewStore.getState().playhead !== undefined && state.design !== before.design) draw();
  });
  return () => {
    stopView();
    stopDesign();
    drawn.clear();
  };
}

function marksAt(second: number | undefined): readonly Mark[] {
  if (second === undefined) return [];
  const run = currentRun();
  return graphOf(designStore.getState().shown).containers.flatMap(({ key, index }) => {
    const now = stateWordsAt(run, key.slice('container:'.length), second);
    return now === undefined ? [] : [{ index, now }];
  });
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ index, now }, place) => index === other[place]?.index && now === other[place]?.now)
  );
}

function decorations(
  range: ReturnType<typeof rangeOf>,
  { state, words }: StateWords,
): monaco.editor.IModelDeltaDecoration[] {
  const { token, brokenRail } = stateLooks[state];
  const { startLineNumber, startColumn, endLineNumber } = range;
  const broken = brokenRail ? ' json-rail-broken' : '';
  return [
    {
      range: { startLineNumber, startColumn: 1, endLineNumber, endColumn: 1 },
      options: {
        isWholeLine: true,
        linesDecorationsClassName: `json-rail json-rail-${token}${broken}`,
        linesDecorationsTooltip: words,
      },
    },
    {
      // After the brace that opens the container: it belongs to no text, and is neither copied nor searched.
      range: {
        startLineNumber,
        startColumn: startColumn + 1,
        endLineNumber: startLineNumber,
        endColumn: startColumn + 1,
      },
      options: {
        after: { content: `  ${words}`, inlineClassName: `json-now json-now-${token}` },
        showIfCollapsed: true,
      },
    },
  ];
}
