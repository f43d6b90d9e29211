import { memo } from 'react';
import type { Described } from '../../src/rules/described.ts';
import { isOfLife } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { go } from '../store/go.ts';
import { mend } from '../store/mend.ts';
import { textName } from '../store/textName.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { FindingCard } from '../ui/FindingCard.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { SILENCE, setList } from './listStore.ts';
import { RuleHelp } from './RuleHelp.tsx';
import type { FindingRow } from './rowsOf.ts';
import { SilenceForm } from './SilenceForm.tsx';

export interface FindingItemProps {
  readonly row: FindingRow;
  readonly rule: Described | undefined;
  /** The keyboard is on it: its buttons are in the tab order. */
  readonly active: boolean;
  /** Its place is the one that was asked for last. */
  readonly current: boolean;
  readonly explained: boolean;
  /** The reason for a silence is asked for. */
  readonly silencing: boolean;
}

/** One finding: what is wrong, where, and what can be done about it. */
export const FindingItem = memo(function FindingItem(props: FindingItemProps) {
  const { row, rule, active, current, explained, silencing } = props;
  const { finding, key } = row;
  const { fix } = finding;
  const editable = useDesign((state) => state.reading.whole);
  const tabIndex = active ? 0 : -1;
  return (
    <FindingCard
      variant="row"
      severity={finding.severity}
      title={row.title}
      titleTabIndex={tabIndex}
      place={
        isOfLife(finding) ? (
          <Chip icon="clock">{`at ${finding.at.toFixed(1)} s`}</Chip>
        ) : (
          row.place !== '' && <code className="finding-path">{row.place}</code>
        )
      }
      selected={current}
      onSelect={() => {
        setList({ active: key });
        go(finding);
      }}
      actions={
        silencing ? (
          <SilenceForm finding={finding} onDone={() => setList({ silencing: undefined })} />
        ) : (
          <>
            {fix === undefined ? (
              <span className="finding-yours">Only you can decide this</span>
            ) : (
              <Button
                size="dense"
                tabIndex={tabIndex}
                {...(editable ? {} : { disabledReason: 'The text cannot be read: mend it first' })}
                onClick={() => mend(finding)}
              >
                {fix.label}
              </Button>
            )}
            {rule !== undefined && (
              <Button
                size="dense"
                variant="plain"
                tabIndex={tabIndex}
                aria-expanded={explained}
                onClick={() => setList({ active: key, explained: explained ? undefined : key })}
              >
                Why
              </Button>
            )}
            <MenuButton
              label={`More for: ${row.title}`}
              icon="more"
              variant="plain"
              size="dense"
              align="end"
              tabIndex={tabIndex}
              groups={[
                {
                  id: 'go',
                  items: [
                    { id: 'inspect', label: 'Show in the inspector', onSelect: () => go(finding, 'inspect') },
                    { id: 'json', label: `Show in the ${textName()}`, onSelect: () => go(finding, 'json') },
                  ],
                },
                {
                  id: 'silence',
                  items: [
                    {
                      id: 'silence',
                      label: 'Silence in this design…',
                      shortcut: SILENCE,
                      onSelect: () => setList({ active: key, silencing: key }),
                    },
                  ],
                },
              ]}
            />
          </>
        )
      }
    >
      {finding.message}
      {explained && rule !== undefined && <RuleHelp rule={rule} />}
    </FindingCard>
  );
});
