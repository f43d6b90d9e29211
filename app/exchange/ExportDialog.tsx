import { useMemo, useState } from 'react';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { downloadPng } from '../commands/downloadPng.ts';
import { copyText } from '../store/copyText.ts';
import { useDesign } from '../store/designStore.ts';
import { downloadText } from '../store/download.ts';
import { drawnTheme } from '../store/drawnTheme.ts';
import { fileName } from '../store/fileName.ts';
import { useRealRun } from '../store/realRun.ts';
import { useScenario } from '../store/useRun.ts';
import { setView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Language } from '../ui/highlightCode.ts';
import { JsonPieces } from '../ui/JsonPieces.tsx';
import { Picture } from '../ui/Picture.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { LossList } from './LossList.tsx';
import './ExportDialog.css';

const close = () => setView({ overlay: 'none' });
const writers = formats.filter((format) => format.write !== undefined);
/** Beyond that nobody reads a preview; what is copied and downloaded is whole. */
const MOST_LINES = 600;

/** Gives the task away in any language: shows what will be in the file and what will not, then copies or downloads it. */
export function ExportDialog() {
  const reading = useDesign((state) => state.reading);
  const parts = useDesign((state) => state.design.parts);
  const [chosen, setChosen] = useState(writers[0]?.id);
  const [theme, setTheme] = useState(drawnTheme);
  const [described, setDescribed] = useState(false);
  const scenario = useScenario();
  const real = useRealRun();
  const format = writers.find(({ id }) => id === chosen);
  const written = useMemo(
    () =>
      format?.write?.(reading.task, reading.text, reading.source, parts, {
        theme,
        scenario,
        described,
        ...(real === undefined ? {} : { real }),
      }),
    [format, reading, parts, theme, scenario, described, real],
  );
  if (format === undefined || written === undefined) return null;
  const { text, losses } = written;
  const aside = Object.keys(reading.source.setAside ?? {});
  const isPicture = format.extension.endsWith('svg');
  const name = fileName(`.${format.extension}`);
  return (
    <Dialog
      open
      size="wide"
      title="Export"
      className="export"
      onClose={close}
      footer={
        <div className="export-actions">
          <span className="export-size">
            {name}, {sizeOf(text)}
          </span>
          <Button onClick={() => void copyText(text, `${format.label} is copied.`)}>Copy</Button>
          {isPicture && (
            <Button onClick={() => downloadPng(name.replace(/svg$/, 'png'), text)}>Download PNG</Button>
          )}
          <Button
            variant="primary"
            icon="download"
            onClick={() => downloadText(name, text, mediaType(format))}
          >
            Download
          </Button>
        </div>
      }
    >
      <div className="export-columns">
        <fieldset className="export-formats">
          <legend className="visually-hidden">Format</legend>
          {writers.map(({ id, label }) => (
            <label key={id} className="export-format">
              <input
                type="radio"
                name="export-format"
                value={id}
                checked={id === chosen}
                data-autofocus={id === chosen || undefined}
                onChange={() => setChosen(id)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <div className="export-result">
          {!reading.whole && (
            <p className="export-warning">
              The text cannot be read to its end: only what could be read is exported.
            </p>
          )}
          {isPicture && (
            <SegmentedControl<'light' | 'dark'>
              label="Colours of the picture"
              size="dense"
              className="export-theme"
              value={theme}
              onChange={setTheme}
              segments={[
                { value: 'light', label: 'Light' },
                { value: 'dark', label: 'Dark' },
              ]}
            />
          )}
          {format.id === 'register' && aside.length > 0 && (
            <label className="export-described">
              <input
                type="checkbox"
                checked={described}
                onChange={(event) => setDescribed(event.target.checked)}
              />
              With what only a description has ({aside.join(', ')})
            </label>
          )}
          {isPicture ? (
            <Picture
              className="export-picture"
              alt={chosen === 'timeline-svg' ? 'The timeline, drawn' : 'The canvas, drawn'}
              svg={text}
            />
          ) : (
            <Preview text={text} language={languageOf(format)} />
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard */}
          <section className="export-losses" aria-label="What is lost" aria-live="polite" tabIndex={0}>
            {losses.length === 0 ? (
              <p>
                {isFigure(format)
                  ? 'For people to read: the task cannot be made from it again.'
                  : 'Nothing is lost in this format.'}
              </p>
            ) : (
              <>
                <p>
                  <strong>
                    {losses.length} {losses.length === 1 ? 'thing is' : 'things are'} different or left out
                  </strong>
                </p>
                <LossList losses={losses} />
              </>
            )}
          </section>
        </div>
      </div>
    </Dialog>
  );
}

function Preview({ text, language }: { readonly text: string; readonly language: Language }) {
  const lines = useMemo(() => text.split('\n'), [text]);
  const rest = lines.length - MOST_LINES;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section className="export-preview" aria-label="Preview" tabIndex={0}>
      <code>
        {lines.slice(0, MOST_LINES).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its number
          <span key={index}>
            <JsonPieces line={line.slice(0, 1000)} language={language} />
            {'\n'}
          </span>
        ))}
        {rest > 0 && `and ${rest} more lines`}
      </code>
    </section>
  );
}

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`;
}

/** By the last ending of the file. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  json: 'json',
  yaml: 'yaml',
  tf: 'hcl',
  ts: 'typescript',
  sh: 'shell',
  md: 'markdown',
  mmd: 'mermaid',
};

/** Pictures and summaries: no format of a definition, so that nothing can be lost in them. */
function isFigure({ extension }: Format): boolean {
  return /(^|\.)(svg|mmd|md)$/.test(extension);
}

function languageOf({ extension }: Format): Language {
  return LANGUAGES[extension.split('.').at(-1) ?? ''] ?? 'plain';
}

function mediaType({ extension }: Format): string {
  if (extension.endsWith('svg')) return 'image/svg+xml';
  return extension.endsWith('json') ? 'application/json' : 'text/plain';
}
