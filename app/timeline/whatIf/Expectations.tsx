import { useState } from 'react';
import { addExpectation, removeExpectation } from '../../../src/edit/changes/scenarios.ts';
import { predicates } from '../../../src/expect/index.ts';
import { judgeAll } from '../../../src/expect/judgeExpectation.ts';
import type { Args, Argument, Predicate } from '../../../src/expect/predicate.ts';
import { apply, useDesign } from '../../store/designStore.ts';
import { useRun, useScenario } from '../../store/useRun.ts';
import { useView } from '../../store/viewStore.ts';
import { chosenScenarioId } from '../../store/whatIf.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Of a run alone: what is about the text is the rules' affair. */
const OFFERED = predicates.filter(({ about }) => about === 'run');

/** What the scenario must hold, each green or red with the reason; and a form that adds one. */
export function Expectations() {
  const task = useDesign((state) => state.shown.task);
  const scenario = useScenario();
  const run = useRun();
  const played = useView((view) => view.played);
  const judged = judgeAll({ task, run, scenario });
  if (played !== undefined) {
    return (
      <p className="what-if-quiet">
        This fault is only tried out. Keep it as a scenario, from the menu above, to expect something of it.
      </p>
    );
  }
  return (
    <div className="expectations">
      {judged.length === 0 && (
        <p className="what-if-quiet">
          Say what must hold, and this turns red as soon as an edit breaks it: “app starts before 20.0 s”, “no
          log is lost”.
        </p>
      )}
      <ul>
        {judged.map(({ says, holds, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an expectation has no other identity than its place
          <li key={place} className={holds ? 'expectation-holds' : 'expectation-fails'}>
            <Icon name={holds ? 'success' : 'close'} size={14} label={holds ? 'holds' : 'fails'} />
            <span>
              {says}
              <span className="expectation-why">{why}</span>
            </span>
            <IconButton
              size="dense"
              icon="trash"
              label={`No longer expect that ${says}`}
              onClick={() => apply(removeExpectation(place, says, chosenScenarioId()))}
            />
          </li>
        ))}
      </ul>
      <AddExpectation />
    </div>
  );
}

function AddExpectation() {
  const run = useRun();
  const volumes = useDesign((state) => state.shown.task.volumes);
  const [id, setId] = useState(OFFERED[0]?.id ?? '');
  const [filled, setFilled] = useState<Args>({});
  const predicate = OFFERED.find((each) => each.id === id);
  if (predicate === undefined) return null;
  const choices: Choices = {
    container: run.containers.filter(({ index }) => index >= 0).map(({ key }) => key),
    volume: (volumes ?? []).flatMap((volume) => (volume?.name ? [volume.name] : [])),
  };
  const args = withSuggestions(predicate, filled, choices);
  const missing = predicate.args.find(({ name, optional }) => !optional && args[name] === undefined);
  return (
    <form
      className="expectation-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing !== undefined) return;
        apply(addExpectation({ id, args }, predicate.says(args), chosenScenarioId()));
      }}
    >
      <Select
        label="It must hold that"
        value={id}
        options={OFFERED.map(({ id: value, title }) => ({ value, label: title }))}
        onChange={(next) => {
          setId(next);
          setFilled({});
        }}
      />
      {predicate.args.map((argument) => (
        <ArgumentField
          key={argument.name}
          argument={argument}
          value={args[argument.name]}
          choices={choices}
          onChange={(value) => setFilled({ ...filled, [argument.name]: value })}
        />
      ))}
      <Button
        type="submit"
        icon="plus"
        disabledReason={missing === undefined ? undefined : `Choose first: ${missing.label}`}
      >
        Add
      </Button>
    </form>
  );
}

interface Choices {
  readonly container: readonly string[];
  readonly volume: readonly string[];
}

/** What is filled in, else what is suggested; nothing where a member was emptied by hand. */
function withSuggestions({ args }: Predicate, filled: Args, choices: Choices): Args {
  const entries = args.map(({ name, suggestion, type, optional }) => {
    const list =
      type.kind === 'choice'
        ? type.choices
        : type.kind === 'container' || type.kind === 'volume'
          ? choices[type.kind]
          : [];
    const usual = suggestion ?? (optional ? undefined : list.at(type.kind === 'container' ? -1 : 0));
    return [name, Object.hasOwn(filled, name) ? filled[name] : usual] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

interface ArgumentFieldProps {
  readonly argument: Argument;
  readonly value: unknown;
  readonly choices: Choices;
  readonly onChange: (value: string | number | undefined) => void;
}

function ArgumentField({
  argument: { label, type, optional },
  value,
  choices,
  onChange,
}: ArgumentFieldProps) {
  switch (type.kind) {
    case 'seconds':
    case 'code':
      return (
        <NumberField
          label={label}
          fractions={type.kind === 'seconds'}
          min={0}
          hint=""
          unit={type.kind === 'seconds' ? 's' : undefined}
          placeholder={optional ? 'any' : undefined}
          value={typeof value === 'number' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'text':
      return <TextField label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    default: {
      const list = type.kind === 'choice' ? type.choices : choices[type.kind];
      return (
        <Select
          label={label}
          value={typeof value === 'string' ? value : ''}
          placeholder={optional ? 'any' : 'Choose'}
          options={list.map((each) => ({ value: each, label: each }))}
          onChange={onChange}
        />
      );
    }
  }
}
