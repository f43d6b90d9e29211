import { useEffect, useMemo, useState } from 'react';
import { fromFile } from '../../src/edit/designFile.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { replaceDocument, useDesign } from '../store/designStore.ts';
import { notify, setView, signal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { lineDiff } from '../ui/lineDiff.ts';
import { flush, library } from './keeping.ts';
import type { State } from './states.ts';
import './LibraryDialog.css';

const close = () => setView({ overlay: 'none' });
const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** The former states of the design on screen: compare one with what is there now, or go back to it. */
export function HistoryDialog() {
  const id = useDesign((state) => state.id);
  const [states, setStates] = useState<readonly State[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const read = async () => {
      await flush();
      setStates(id === undefined ? [] : await (await library()).states(id));
    };
    read().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  }, [id]);
  return (
    <Dialog open size="large" title="Former states of this design" onClose={close}>
      <p className="library-privacy">
        A state is kept about every minute while you work, and before everything is replaced. The further
        back, the fewer.
      </p>
      {failure !== undefined && (
        <p className="library-blocked" role="alert">
          {failure}
        </p>
      )}
      {states?.length === 0 && (
        <EmptyState title="There is no former state yet.">
          Undo leads back to all that was done since this design was opened.
        </EmptyState>
      )}
      <ul className="library-list" aria-label="States">
        {states?.map((state) => (
          <StateRow key={state.at} state={state} />
        ))}
      </ul>
    </Dialog>
  );
}

function StateRow({ state: { at, label, file } }: { readonly state: State }) {
  const design = useMemo(() => {
    const read = fromFile(file);
    return isRefusal(read) ? undefined : read;
  }, [file]);
  const now = useDesign((state) => state.design.text);
  const difference = useMemo(() => differenceOf(design?.text ?? '', now), [design, now]);
  return (
    <li className="library-row">
      <span className="library-words">
        <strong>{TIME.format(at)}</strong>
        <span>
          {label === '' ? '' : `${label} · `}
          {difference}
        </span>
      </span>
      <Button
        size="dense"
        disabledReason={design === undefined ? 'It cannot be read' : undefined}
        onClick={() => setView({ overlay: 'compare', compareBefore: `state:${at}` })}
      >
        Compare
      </Button>
      <Button
        size="dense"
        disabledReason={design === undefined ? 'It cannot be read' : undefined}
        onClick={() => {
          if (design === undefined) return;
          replaceDocument(design, `Go back to the state of ${TIME.format(at)}`);
          close();
          signal('fit');
          notify(
            `This is the design of ${TIME.format(at)}. Undo brings back what was there.`,
            'info',
            undefined,
            'what was done',
          );
        }}
      >
        Go back to it
      </Button>
    </li>
  );
}

/** "3 lines are new since, 1 is gone". */
function differenceOf(then: string, now: string): string {
  if (then === now) return 'the same text as now';
  const { lines } = lineDiff(then, now);
  const count = (kind: 'add' | 'remove') => {
    const found = lines.filter((line) => line.kind === kind).length;
    return found === 1 ? '1 line' : `${found} lines`;
  };
  return `since then ${count('add')} came and ${count('remove')} went`;
}
