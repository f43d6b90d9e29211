import { isWithin, type Path } from '../../src/model/path.ts';
import { graphOf } from '../store/derived.ts';
import { designStore } from '../store/designStore.ts';
import { select, selectedNode, selectNode, viewStore } from '../store/viewStore.ts';
import { monaco } from './monaco.ts';
import { offsetAt, rangeOf } from './positions.ts';

/** Selecting on the canvas reveals the lines; the container under the cursor is selected on the canvas. */
export function followCanvas(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const show = (path: Path, focus: boolean) => {
    const { reading } = designStore.getState();
    let place = reading.places.member(path);
    for (let length = path.length - 1; place === undefined && length > 0; length -= 1) {
      place = reading.places.member(path.slice(0, length));
    }
    if (place === undefined) return;
    const range = rangeOf(reading.text, place);
    editor.revealRangeNearTop(range, monaco.editor.ScrollType.Immediate);
    editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
    if (focus) {
      const value = reading.places.value(path);
      if (value !== undefined) editor.setSelection(rangeOf(reading.text, value));
      editor.focus();
    }
  };
  const first = pathOfSelection();
  const wish = viewStore.getState().reveal?.path;
  // What was asked for last is shown even if it was asked before the editor was there, unless something else is selected.
  const asked = wish !== undefined && (first === undefined || isWithin(wish, first)) ? wish : first;
  if (asked !== undefined) show(asked, false);
  const stop = viewStore.subscribe((state, before) => {
    if (state.reveal !== before.reveal && state.reveal !== undefined) show(state.reveal.path, false);
    else if (state.selection !== before.selection && !editor.hasTextFocus()) {
      const path = pathOfSelection();
      if (path !== undefined) show(path, false);
    }
    if (state.signals !== before.signals) answer(editor);
  });
  answer(editor);
  const cursor = editor.onDidChangeCursorPosition((event) => {
    const byHand =
      event.reason === monaco.editor.CursorChangeReason.Explicit ||
      event.reason === monaco.editor.CursorChangeReason.NotSet;
    if (!byHand || !editor.hasTextFocus()) return;
    const { reading, shown } = designStore.getState();
    if (!reading.whole) return;
    const path = reading.places.pathAt(offsetAt(reading.text, event.position));
    const [list, index] = path ?? [];
    const graph = graphOf(shown);
    const nodes =
      list === 'containerDefinitions' ? graph.containers : list === 'volumes' ? graph.volumes : [];
    const key = nodes.find((node) => node.index === index)?.key;
    const { selection } = viewStore.getState();
    if (key !== undefined && selectedNode(selection) !== key) selectNode(key);
    else if (key === undefined && path !== undefined && selection.kind !== 'task') select({ kind: 'task' });
  });
  return () => {
    stop();
    cursor.dispose();
  };
}

/** Where what is selected stands in the text. */
function pathOfSelection(): Path | undefined {
  const { selection } = viewStore.getState();
  const graph = graphOf(designStore.getState().shown);
  if (selection.kind === 'edge') {
    return [...graph.dependencies, ...graph.mounts, ...graph.routes].find(({ key }) => key === selection.key)
      ?.path;
  }
  const key = selectedNode(selection);
  if (key === undefined) return undefined;
  const container = graph.containers.find((node) => node.key === key);
  if (container !== undefined) return ['containerDefinitions', container.index];
  const volume = graph.volumes.find((node) => node.key === key);
  if (volume !== undefined) return volume.index < 0 ? undefined : ['volumes', volume.index];
  return graph.routes.find((route) => route.to === key)?.path;
}

/** How often each was asked for and done: what was asked before the editor was there is done once it is. */
const answered = { formatDocument: 0, findInJson: 0 };

function answer(editor: monaco.editor.IStandaloneCodeEditor): void {
  const { formatDocument = 0, findInJson = 0 } = viewStore.getState().signals;
  const isNew = { format: formatDocument > answered.formatDocument, find: findInJson > answered.findInJson };
  Object.assign(answered, { formatDocument, findInJson });
  if (isNew.format) void format(editor);
  if (isNew.find) {
    editor.focus();
    void editor.getAction('editor.action.startFindReplaceAction')?.run();
  }
}

/** The formatter of the language comes a little after the editor; without one Monaco would do nothing, and say nothing. */
async function format(editor: monaco.editor.IStandaloneCodeEditor): Promise<void> {
  const action = editor.getAction('editor.action.formatDocument');
  for (let tries = 0; tries < 100 && action?.isSupported() === false; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (editor.getModel() !== null) await action?.run();
}
