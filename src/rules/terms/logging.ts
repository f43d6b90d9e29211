/** Containers that log through a driver, and the options that they lack. */
import type { Reading } from '../../model/reading.ts';
import type { Complaint } from '../rule.ts';
import type { ContainerAt } from './view.ts';
import { containersOf, known, missing } from './view.ts';
import { listed, quote } from './words.ts';

/** A container with this log configuration. */
export const log = (logDriver: string, options: object = {}, rest: object = {}) => ({
  logConfiguration: { logDriver, options, ...rest },
});

/** The containers that log through a driver, as far as that is known. */
export function loggingBy(reading: Reading, driver: string): ContainerAt[] {
  return containersOf(reading).filter(
    ({ definition, at }) =>
      definition.logConfiguration?.logDriver === driver &&
      known(reading, [...at, 'logConfiguration', 'logDriver']),
  );
}

/** One complaint for all options that are neither there nor among the secret ones. */
export function* lackingOptions(
  reading: Reading,
  { definition, at, called }: ContainerAt,
  wanted: readonly string[],
  because: string,
): Generator<Complaint> {
  const { options = {}, secretOptions = [] } = definition.logConfiguration ?? {};
  const path = [...at, 'logConfiguration', 'options'];
  if (secretOptions.includes(undefined) || !known(reading, [...at, 'logConfiguration', 'secretOptions']))
    return;
  const absent = wanted.filter(
    (option) =>
      missing(reading, [...path, option], options[option]) &&
      !secretOptions.some((secret) => secret?.name === option),
  );
  const [first] = absent;
  if (first === undefined) return;
  yield {
    path: [...path, first],
    message: `The log configuration of ${called} lacks ${listed(absent.map(quote))}: ${because}.`,
  };
}
