import { type RegistryRule } from '../domain/registration.js';

/**
 * For how long a pledge is registered, by date. Source: Measures for the Unified Registration of Movables and Rights as Security
 * (动产和权利担保统一登记办法, PBOC Order No. 7 of 2021, in force since 2022-02-01): the parties choose the term, from a month to
 * thirty years, and may extend it before it ends; who is secured has it cancelled once the debt is gone. The days on top of the
 * maturity are the platform's own custom.
 */
export const REGISTRY_RULES: readonly RegistryRule[] = [
  { validFrom: '2000-01-01', afterMaturityDays: 90, leastDays: 31, renewBeforeDays: 15, renewalDays: 180 },
];
