import { type LocalDate } from '../../kernel/local-date.js';
import { type Given } from './parameters.js';
import { type Facts, type Setting } from './step.js';

const DIGITS = 10n ** 18n;

interface Begun {
  /** Its UUID. */
  readonly id: string;
  readonly begunOn: LocalDate;
  readonly parameters: Given;
  readonly facts: Facts;
}

/** What the steps of a scenario are worked out from. */
export function settingOf({ id, begunOn, parameters, facts }: Begun): Setting {
  const hex = id.replaceAll('-', '');
  return {
    mark: `R${hex.slice(-7).toUpperCase()}`,
    invoiceNumber: `26${String(BigInt(`0x${hex.slice(-16)}`) % DIGITS).padStart(18, '0')}`,
    today: begunOn,
    given: parameters,
    facts,
  };
}
