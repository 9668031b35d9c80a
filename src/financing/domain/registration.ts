import { addDays, laterOf, type LocalDate } from '../../kernel/local-date.js';
import { type AssetKind } from './asset.js';
import { type Product } from './products/product.js';

/** For how long a pledge is registered. Days of the calendar in China. */
export interface RegistryRule {
  readonly validFrom: LocalDate;
  readonly afterMaturityDays: number;
  readonly leastDays: number;
  readonly renewBeforeDays: number;
  readonly renewalDays: number;
}

export const REGISTRATION_STATES = ['wanted', 'registered', 'refused', 'ending', 'ended'] as const;
/**
 * `wanted`: the registry is asked, and the lender not yet. `refused`: it was not registered, and the advance is declined.
 * `ending`: the loan is over, and the registry is told. `ended`: it stands there no more.
 */
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** Invoices and receipts are good against others only once they are registered; on papers of the state a lender may insist. */
const ALWAYS: ReadonlySet<AssetKind> = new Set(['invoice', 'warehouse_receipt']);

export function needsRegistration({ documents }: Pick<Product, 'documents'>, kinds: readonly AssetKind[]): boolean {
  return documents.includes('pledge_registration') || kinds.some((kind) => ALWAYS.has(kind));
}

/** The last day of the registration of a loan. @throws Error for a day of which no rule is on record */
export function registeredUntil(table: readonly RegistryRule[], today: LocalDate, maturityOn: LocalDate): LocalDate {
  const { afterMaturityDays, leastDays } = ruleOn(table, today);
  return laterOf(addDays(maturityOn, afterMaturityDays), addDays(today, leastDays));
}

/** The day on which a registration that is still needed is extended, and the day to which. */
export function renewalOf(
  table: readonly RegistryRule[],
  expiresOn: LocalDate,
): { readonly on: LocalDate; readonly until: LocalDate } {
  const { renewBeforeDays, renewalDays } = ruleOn(table, expiresOn);
  return { on: addDays(expiresOn, -renewBeforeDays), until: addDays(expiresOn, renewalDays) };
}

function ruleOn(table: readonly RegistryRule[], day: LocalDate): RegistryRule {
  const rule = table.filter(({ validFrom }) => validFrom <= day).at(-1);
  if (rule === undefined) throw new Error(`No rule of registrations for ${day}`);
  return rule;
}
