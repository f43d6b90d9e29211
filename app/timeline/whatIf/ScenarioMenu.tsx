import { useState } from 'react';
import { PLANNED } from '../../../src/edit/changes/scenario.ts';
import { removeScenario, renameScenario } from '../../../src/edit/changes/scenarios.ts';
import { whatIfsOf } from '../../store/derived.ts';
import { apply, useDesign } from '../../store/designStore.ts';
import { currentScenario, useScenario } from '../../store/useRun.ts';
import { setView, useView } from '../../store/viewStore.ts';
import { keepScenario } from '../../store/whatIf.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { environmentItems } from './environmentItems.ts';

/** Whose run is shown; the scenarios of the design can be switched, added, renamed and removed. */
export function ScenarioMenu() {
  const scenario = useScenario();
  const played = useView((view) => view.played);
  const whatIfs = useDesign((state) => whatIfsOf(state.design.parts));
  const [renaming, setRenaming] = useState<string | undefined>(undefined);
  const own = played === undefined ? whatIfs.find(({ id }) => id === scenario.id) : undefined;
  const planned = played === undefined && own === undefined;
  return (
    <>
      <MenuButton
        size="dense"
        className="scenario-menu"
        label={shortened(planned ? PLANNED.name : scenario.name)}
        groups={[
          {
            id: 'scenarios',
            heading: 'Scenarios of this design',
            items: [PLANNED, ...whatIfs].map(({ id, name }) => ({
              id,
              label: name,
              checked: played === undefined && (id === PLANNED.id ? planned : id === own?.id),
              radio: true,
              onSelect: () => setView({ scenario: id, played: undefined }),
            })),
          },
          ...(played === undefined
            ? [{ id: 'environment', heading: 'Where it plays', items: environmentItems(scenario) }]
            : []),
          {
            id: 'change',
            items: [
              {
                id: 'add',
                label: played === undefined ? 'Add a scenario like this one' : 'Keep this as a scenario',
                icon: 'plus',
                onSelect: () =>
                  keepScenario(played === undefined ? 'What if' : scenario.name, currentScenario()),
              },
              ...(own === undefined
                ? []
                : [
                    {
                      id: 'rename',
                      label: 'Rename…',
                      icon: 'pencil' as const,
                      onSelect: () => setRenaming(own.name),
                    },
                    {
                      id: 'remove',
                      label: `Remove ${own.name}`,
                      icon: 'trash' as const,
                      danger: true,
                      onSelect: () => {
                        if (apply(removeScenario(own.id)) === undefined) setView({ scenario: PLANNED.id });
                      },
                    },
                  ]),
            ],
          },
        ]}
      />
      {renaming !== undefined && own !== undefined && (
        <Dialog open title="Rename the scenario" onClose={() => setRenaming(undefined)}>
          <form
            className="scenario-rename"
            onSubmit={(event) => {
              event.preventDefault();
              if (renaming === own.name || apply(renameScenario(own.id, renaming)) === undefined)
                setRenaming(undefined);
            }}
          >
            <TextField label="Name" value={renaming} autoFocus onChange={setRenaming} />
            <Button variant="primary" type="submit">
              Rename
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}

/** The whole name stands in the menu. */
function shortened(name: string): string {
  return name.length <= 26 ? name : `${name.slice(0, 25)}…`;
}
