import { useEffect, useMemo, useState } from 'react';
import { needs } from '../../src/edit/parts/needs.ts';
import { getPart } from '../../src/edit/parts/part.ts';
import type { ConcernId, ConcernPlace } from '../../src/explain/concerns/concern.ts';
import { concernsOf, type SettledConcern } from '../../src/explain/concerns/concerns.ts';
import { pathKey } from '../../src/model/path.ts';
import { useDesign } from '../store/designStore.ts';
import { openPanel, reveal, selectNode, setView } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import './ConcernsPanel.css';

/** Which of the task's own fields settle each concern, and what is missing; a concern lights up what takes part in it. */
export function ConcernsPanel() {
  const task = useDesign((state) => state.shown.task);
  const parts = useDesign((state) => state.design.parts);
  const found = useMemo(() => concernsOf(task, getPart(parts, needs)), [task, parts]);
  const [chosen, setChosen] = useState<ConcernId>();
  useEffect(() => {
    const concern = found.find(({ id }) => id === chosen);
    setView({
      lit:
        concern === undefined ? undefined : { nodes: new Set(concern.nodes), edges: new Set(concern.edges) },
    });
  }, [found, chosen]);
  useEffect(() => () => setView({ lit: undefined }), []);
  return (
    <div className="concerns">
      {found.map((concern) => (
        <Column
          key={concern.id}
          concern={concern}
          chosen={concern.id === chosen}
          onChoose={() => setChosen(concern.id === chosen ? undefined : concern.id)}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly concern: SettledConcern;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Column({ concern, chosen, onChoose }: ColumnProps) {
  const { title, question, settled, missing } = concern;
  return (
    <section className={classNames('concern', chosen && 'concern-chosen')} aria-label={title}>
      <h3>
        <button type="button" className="concern-head" aria-pressed={chosen} onClick={onChoose}>
          <Icon name={chosen ? 'eye' : 'ring'} />
          <span className="concern-title">{title}</span>
          <span className={classNames('concern-count', missing.length > 0 && 'concern-count-missing')}>
            {missing.length === 0 ? 'settled' : `${missing.length} missing`}
          </span>
        </button>
      </h3>
      <p className="concern-question">{question}</p>
      <ul>
        {missing.map((place) => (
          <Place key={`missing ${pathKey(place.path)} ${place.text}`} place={place} missing />
        ))}
        {settled.map((place) => (
          <Place key={`${pathKey(place.path)} ${place.text}`} place={place} />
        ))}
        {settled.length + missing.length === 0 && (
          <li className="concern-nothing">Nothing in the task speaks of it.</li>
        )}
      </ul>
    </section>
  );
}

function Place({ place, missing = false }: { readonly place: ConcernPlace; readonly missing?: boolean }) {
  const { node, path, field, text } = place;
  return (
    <li>
      <button
        type="button"
        className={classNames('concern-place', missing && 'concern-missing')}
        onClick={() => {
          selectNode(node ?? 'task');
          openPanel('inspect');
          reveal(path);
        }}
      >
        {missing ? <Icon name="warning" size={14} label="Missing:" /> : <Icon name="success" size={14} />}
        <span>
          {text} <code>{field}</code>
        </span>
      </button>
    </li>
  );
}
