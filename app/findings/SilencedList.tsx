import { useState } from 'react';
import { unsilence } from '../../src/edit/changes/canvas.ts';
import { getPart } from '../../src/edit/parts/part.ts';
import { silenced } from '../../src/edit/parts/silenced.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { nodeName } from './words.ts';

/** What was silenced in this design, by whom it does not know, but why; each can be let speak again. */
export function SilencedList({ titles }: { readonly titles: ReadonlyMap<string, string> }) {
  const list = useDesign((state) => state.design.parts[silenced.id]);
  const [open, setOpen] = useState(false);
  const silences = list === undefined ? [] : getPart({ [silenced.id]: list }, silenced);
  if (silences.length === 0) return null;
  return (
    <section className="silenced" aria-label="Silenced">
      <button type="button" className="silenced-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
        Silenced <span>{silences.length}</span>
      </button>
      {open && (
        <ul className="silenced-list">
          {silences.map((one) => (
            <li key={`${one.rule} ${one.node} ${one.field}`}>
              <span className="silenced-words">
                <strong>{titles.get(one.rule) ?? one.rule}</strong>
                <span>
                  {nodeName(one.node)}
                  {one.field !== undefined && (
                    <>
                      {' '}
                      <code>{one.field}</code>
                    </>
                  )}
                </span>
                <span>{one.reason === '' ? 'No reason given' : one.reason}</span>
              </span>
              <Button size="dense" onClick={() => apply(unsilence(one))}>
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
