import { applyEdits } from '../../src/edit/changes/fields.ts';
import { formatPath, type Path, pathKey } from '../../src/model/path.ts';
import { apply } from '../store/designStore.ts';
import { textName } from '../store/textName.ts';
import { openPanel, reveal } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { dedented, rawAt, strangersBelow } from './fieldFacts.ts';
import { useInspected } from './InspectorContext.ts';

export interface StrangersProps {
  readonly base: Path;
  /** Members of the task that have places of their own. */
  readonly except?: readonly string[] | undefined;
}

/** What stands in the text and is no member of the API: shown as it is, to be looked at or taken out. */
export function Strangers({ base, except = [] }: StrangersProps) {
  const { reading, needle } = useInspected();
  const found = strangersBelow(reading, base).filter(
    ({ path }) => !except.includes(String(path[base.length])) || path.length === base.length + 1,
  );
  if (found.length === 0 || needle !== '') return null;
  return (
    <Section title="Not known to ECS" badge={{ count: found.length, severity: 'error' }}>
      {found.map(({ path, message }) => (
        <div key={pathKey(path)} className="inspect-odd" data-path={pathKey(path)}>
          <p className="inspect-label">
            <code>{formatPath(path.slice(base.length))}</code>
          </p>
          <pre>{dedented(rawAt(reading, path) ?? '')}</pre>
          <p>{message}</p>
          <div className="inspect-foot">
            <Button
              size="dense"
              onClick={() =>
                apply(
                  applyEdits(`Remove ${String(path.at(-1))}`, [{ op: 'remove', path }], { replaces: true }),
                )
              }
            >
              Remove
            </Button>
            <Button
              size="dense"
              variant="plain"
              onClick={() => {
                reveal(path);
                openPanel('json');
              }}
            >
              Show in the {textName()}
            </Button>
          </div>
        </div>
      ))}
    </Section>
  );
}
