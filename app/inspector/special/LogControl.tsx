import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import { routeLogs } from '../../../src/edit/changes/logs.ts';
import { capacities, capacityLabel, isFargate } from '../../../src/model/capacities.ts';
import type { LogConfiguration, LogDriver } from '../../../src/model/containerDefinition.ts';
import { items } from '../../../src/model/list.ts';
import {
  commonLogOptions,
  type LogOption,
  logDriverInfo,
  logDrivers,
} from '../../../src/model/logDrivers.ts';
import { type Path, pathKey } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Combobox } from '../../ui/Combobox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ControlProps } from '../controls/control.ts';
import { MapControl } from '../controls/MapControl.tsx';
import { FindingNotes, wordsOf } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, listed, oddAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { OddField } from '../OddField.tsx';
import { containerOf } from './subjects.ts';

const NONE = '';

/** The log driver, the options that it knows as fields, all others as a table, and its secrets. */
export function LogControl({ path, field, value, render }: ControlProps) {
  const { reading, findings, task } = useInspected();
  const container = containerOf(reading, path);
  if (container === undefined || field.kind !== 'structure') return null;
  const configuration = (value ?? {}) as LogConfiguration;
  const { logDriver, options } = configuration;
  const oddDriver = oddAt(reading, [...path, 'logDriver'], logDriver);
  const oddOptions = oddAt(reading, [...path, 'options'], options);
  const info = logDriver && logDriverInfo(logDriver);
  const known = [
    ...(info?.options ?? []),
    ...(logDriver === undefined || logDriver === 'awsfirelens' ? [] : commonLogOptions),
  ];
  const { options: optionsField, secretOptions } = field.fields;
  const wanted = capacities(task);
  const driverFindings = findingsWithin(findings, [...path, 'logDriver']);
  return (
    <div className="inspect-logs">
      <div data-path={pathKey([...path, 'logDriver'])}>
        <Select<LogDriver | ''>
          label="Logs"
          layout="row"
          value={logDriver ?? (oddDriver === undefined ? NONE : (oddDriver.raw as LogDriver))}
          error={oddDriver?.why ?? wordsOf(driverFindings, (severity) => severity === 'error')}
          warning={wordsOf(driverFindings, (severity) => severity !== 'error')}
          hint={info && <code>{info.id}</code>}
          options={[
            { value: NONE, label: 'No driver given' },
            ...logDrivers.map((driver) => {
              const missing = wanted.filter((one) => !driver.capacities.includes(one));
              const where = listed(missing.map((one) => capacityLabel[one]));
              return {
                value: driver.id,
                label: missing.length === 0 ? driver.label : `${driver.label}, not on ${where}`,
              };
            }),
          ]}
          onChange={(driver) =>
            oddDriver === undefined || driver === NONE
              ? apply(routeLogs(container.key, driver === NONE ? undefined : driver))
              : apply(setField([...path, 'logDriver'], driver, { replaces: true }))
          }
        />
      </div>
      {oddOptions !== undefined ? (
        <OddField
          path={[...path, 'options']}
          label="Options"
          odd={oddOptions}
          onReplace={() =>
            apply(setField([...path, 'options'], {}, { replaces: true, label: 'Replace the options' }))
          }
        />
      ) : (
        <>
          {known.map((option) => (
            <Option
              key={option.name}
              path={[...path, 'options', option.name]}
              option={option}
              value={options?.[option.name]}
              needed={option.required === 'always' || (option.required === 'FARGATE' && isFargate(task))}
              secret={items(configuration.secretOptions).some(([{ name }]) => name === option.name)}
            />
          ))}
          {logDriver !== undefined && optionsField !== undefined && (
            <div data-path={pathKey([...path, 'options'])}>
              <MapControl
                path={[...path, 'options']}
                field={optionsField}
                value={options}
                label={known.length === 0 ? 'Options' : 'Other options'}
                layout="stack"
                render={render}
                without={new Set(known.map(({ name }) => name))}
              />
            </div>
          )}
        </>
      )}
      {value !== undefined &&
        secretOptions !== undefined &&
        render([...path, 'secretOptions'], secretOptions)}
      <FindingNotes findings={findingsAt(findings, path)} />
    </div>
  );
}

interface OptionProps {
  readonly path: Path;
  readonly option: LogOption;
  readonly value: string | undefined;
  readonly needed: boolean;
  /** A secret option of that name gives it. */
  readonly secret: boolean;
}

/** One option that the driver is known to have; emptied, it goes. */
function Option({ path, option, value, needed, secret }: OptionProps) {
  const { findings, reading } = useInspected();
  const own = findingsWithin(findings, path);
  const odd = oddAt(reading, path, value);
  const common = {
    label: option.name.replace(/^(awslogs|splunk|fluentd|gelf|syslog)-/, ''),
    layout: 'row',
    mono: true,
    value: value ?? odd?.raw ?? '',
    placeholder: secret ? 'from a secret' : (option.default ?? (needed ? 'needed' : undefined)),
    error: odd?.why ?? wordsOf(own, (severity) => severity === 'error'),
    warning: wordsOf(own, (severity) => severity !== 'error'),
    onCommit: (text: string) =>
      apply(
        text === ''
          ? removeField(path, { label: `Remove ${option.name}` })
          : setField(path, text, { label: `Set ${option.name}`, replaces: odd !== undefined }),
      ) === undefined
        ? undefined
        : false,
  } as const;
  return (
    <div data-path={pathKey(path)} title={option.help} className="inspect-field">
      {option.values === undefined ? (
        <TextField {...common} />
      ) : (
        <Combobox {...common} suggestions={option.values.map((each) => ({ value: each }))} />
      )}
    </div>
  );
}
