import { useEffect, useId, useRef } from 'react';
import { LENGTH_LIMIT } from '../../src/lens/syntax/parse.ts';
import { designStore } from '../store/designStore.ts';
import { textLanguage } from '../store/textLanguage.ts';
import { viewStore } from '../store/viewStore.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { editText, indentAsWritten } from './editText.ts';
import { followCanvas } from './followCanvas.ts';
import { followRun } from './followRun.ts';
import { leaveByTab } from './leaveByTab.ts';
import { lightUp } from './lightUp.ts';
import { applyTheme, LONG_TEXT, monaco, setSchemaFor } from './monaco.ts';
import { showFindings } from './showFindings.ts';

/** The editor over the user's text. It holds no state of its own: the store's text is the text. */
export function Editor({ onReady, shown }: { readonly onReady: () => void; readonly shown: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  const wayOut = useId();
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { design } = designStore.getState();
    applyTheme();
    const uri = monaco.Uri.parse('designer://design/task-definition.json');
    // A page in development mounts everything twice.
    const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel('', 'json', uri);
    const unlanguage = watchLanguage(model);
    model.setValue(design.text);
    indentAsWritten(model);
    // An option of the editor comes too late for a model that is there already; keys and marks are plain text here.
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    const editor = monaco.editor.create(element, {
      model,
      ariaLabel: textLanguage(design.source).title,
      automaticLayout: true,
      fixedOverflowWidgets: true,
      minimap: { enabled: false },
      fontFamily: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
      fontSize: 13,
      lineHeight: 20,
      fontLigatures: false,
      lineNumbersMinChars: 4,
      scrollBeyondLastLine: false,
      padding: { top: 8, bottom: 8 },
      overviewRulerBorder: false,
      renderLineHighlight: 'line',
      unusualLineTerminators: 'off',
      detectIndentation: true,
      wordBasedSuggestions: 'off',
      suggest: { showWords: false },
      stickyScroll: { enabled: false },
      guides: { indentation: false },
      hideCursorInOverviewRuler: true,
      unicodeHighlight: { ambiguousCharacters: false },
    });
    const unschema = watchSchema();
    const stops = [
      unlanguage,
      editText(editor),
      showFindings(editor),
      followCanvas(editor),
      followRun(editor),
      lightUp(editor),
      leaveByTab(editor, element),
      unschema,
      watchTitle(editor),
      watchTheme(),
    ];
    element.querySelector('[role="textbox"]')?.setAttribute('aria-describedby', wayOut);
    // Whoever reads the text by the keyboard reads on in the editor.
    const reads = document.activeElement?.closest('.json-static') !== null;
    ready.current();
    if (reads) requestAnimationFrame(() => editor.focus());
    return () => {
      for (const stop of stops) stop();
      editor.dispose();
      model.dispose();
    };
  }, [wayOut]);
  // `nokey` keeps React Flow from taking the space bar: it knows fields by their tag, and Monaco's is a plain element.
  return (
    <>
      <div ref={box} className="json-editor nokey" data-shown={shown} />
      <p id={wayOut} className="json-way-out">
        <Kbd>Esc</Kbd>, then <Kbd>Tab</Kbd> leaves the editor
      </p>
    </>
  );
}

function watchTheme(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  // After the page itself has taken the theme.
  const later = () => requestAnimationFrame(applyTheme);
  dark.addEventListener('change', later);
  const stop = viewStore.subscribe((state, before) => {
    if (state.theme !== before.theme) later();
  });
  return () => {
    dark.removeEventListener('change', later);
    stop();
  };
}

/**
 * Text that is too long or too deep to be read is edited as plain text: the services for JSON would walk all of it at
 * every key, and fail on its depth. It must be known before the editor gets such a text.
 */
function watchLanguage(model: monaco.editor.ITextModel): () => void {
  const set = () => {
    const { problems, source, text } = designStore.getState().reading;
    const long = text.length > LENGTH_LIMIT || problems.some(({ kind }) => kind === 'too-large');
    const language = long ? LONG_TEXT : textLanguage(source).id;
    if (model.getLanguageId() !== language) monaco.editor.setModelLanguage(model, language);
  };
  set();
  return designStore.subscribe((state, before) => {
    if (state.reading !== before.reading) set();
  });
}

/** The text may become one of another language, as when a template is opened. */
function watchTitle(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  return designStore.subscribe((state, before) => {
    const { title } = textLanguage(state.design.source);
    if (title !== textLanguage(before.design.source).title) editor.updateOptions({ ariaLabel: title });
  });
}

function watchSchema(): () => void {
  const set = () => {
    const { source, text } = designStore.getState().design;
    setSchemaFor(source.lens.startsWith('json') ? source.root : undefined, /^\s*\[/.test(text));
  };
  set();
  return designStore.subscribe((state, before) => {
    if (state.design.source !== before.design.source) set();
  });
}
