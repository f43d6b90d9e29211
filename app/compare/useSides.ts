import { useEffect, useMemo, useState } from 'react';
import { inItsFile } from '../store/designFiles.ts';
import { designStore, useDesign } from '../store/designStore.ts';
import { type KeptDesign, type KeptState, keptDesigns } from '../store/keptDesigns.ts';
import type { SelectOption } from '../ui/Select.tsx';
import type { Side } from './comparing.ts';

/** What can be compared: `screen`, `opened`, `file` (as it lies on disk), `paste`, `state:<time>` of the design on screen, `kept:<id>`. */
export type Choice = 'screen' | 'opened' | 'file' | 'paste' | `state:${number}` | `kept:${string}`;

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

interface Kept {
  readonly designs: readonly KeptDesign[];
  readonly states: readonly KeptState[];
  /** The name of the file on disk that the design is saved to. */
  readonly file: string | undefined;
}

/** Everything that can stand on a side, now. */
export function useChoices(): readonly SelectOption<Choice>[] {
  const name = useDesign((state) => state.name);
  const id = useDesign((state) => state.id);
  const past = useDesign((state) => state.history.past.length > 0);
  const [kept, setKept] = useState<Kept>({ designs: [], states: [], file: undefined });
  useEffect(() => {
    let gone = false;
    const read = async () => {
      await keptDesigns().flush();
      const designs = await keptDesigns().list();
      const states = id === undefined ? [] : await keptDesigns().states(id);
      const file = await inItsFile().catch(() => undefined);
      if (!gone) setKept({ designs, states, file: file?.name });
    };
    // Where the browser keeps nothing, what is on screen and what is pasted can be compared all the same.
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);
  return useMemo(
    () => [
      { value: 'screen', label: `${name}, on screen` },
      ...(past ? [{ value: 'opened' as const, label: `${name}, as it was when opened` }] : []),
      ...(kept.file === undefined
        ? []
        : [{ value: 'file' as const, label: `${kept.file}, as it was saved` }]),
      { value: 'paste', label: 'A pasted text' },
      ...kept.states.map(({ at, label }) => ({
        value: `state:${at}` as const,
        label: `${TIME.format(at)}: ${label}`,
        group: 'Before',
      })),
      ...kept.designs
        .filter((each) => each.id !== id)
        .map((each) => ({
          value: `kept:${each.id}` as const,
          label: each.name,
          group: 'Designs in this browser',
        })),
    ],
    [name, past, kept, id],
  );
}

/** The text of a choice; nothing until it is there. */
export function useSide(choice: Choice, pasted: string): Side | undefined {
  const design = useDesign((state) => state.design);
  const name = useDesign((state) => state.name);
  const [stored, setStored] = useState<{ readonly choice: Choice; readonly side: Side }>();
  useEffect(() => {
    let gone = false;
    const found = (side: Side) => {
      if (!gone) setStored({ choice, side });
    };
    const read = async () => {
      if (choice.startsWith('kept:')) {
        const kept = await keptDesigns().read(choice.slice('kept:'.length));
        if (kept) found({ name: kept.name, text: kept.design.text, source: kept.design.source });
      } else if (choice === 'file') {
        const file = await inItsFile();
        if (file) found({ name: file.name, text: file.design.text, source: file.design.source });
      } else if (choice.startsWith('state:')) {
        const { id } = designStore.getState();
        const at = Number(choice.slice('state:'.length));
        const then = id === undefined ? undefined : await keptDesigns().stateAt(id, at);
        if (then) found({ name: `${name}, ${TIME.format(at)}`, text: then.text, source: then.source });
      }
    };
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [choice, name]);
  return useMemo(() => {
    switch (choice) {
      case 'screen':
        return { name, text: design.text, source: design.source };
      case 'opened': {
        const first = designStore.getState().history.past[0]?.design ?? design;
        return { name: `${name}, as opened`, text: first.text, source: first.source };
      }
      case 'paste':
        return pasted.trim() === '' ? undefined : { name: 'Pasted text', text: pasted };
      default:
        return stored?.choice === choice ? stored.side : undefined;
    }
  }, [choice, design, name, pasted, stored]);
}
