import { getCountrySpecifications } from 'ibantools';

/** How account numbers of a country are built. */
export interface IbanStructure {
  /** Signs of the whole IBAN. */
  readonly length: number;
  /** What follows country and check digits. */
  readonly bban: RegExp;
}

/**
 * The structures of all countries that use IBAN, from `ibantools`; this file is the only door to it.
 * Its own verdict is not used: it also applies national check digits, which registries do not guarantee.
 */
const STRUCTURES: ReadonlyMap<string, IbanStructure> = new Map(
  Object.entries(getCountrySpecifications()).flatMap(([country, { chars, bban_regexp }]) =>
    chars === null || bban_regexp === null
      ? []
      : [[country, { length: chars, bban: new RegExp(bban_regexp) }] as const],
  ),
);

/** @param country two letters; @returns undefined where IBAN is not used, as in CN and US */
export function ibanStructure(country: string): IbanStructure | undefined {
  return STRUCTURES.get(country);
}
