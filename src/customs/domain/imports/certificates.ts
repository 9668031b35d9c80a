import { type DeclarationForm, type Licence } from '../declaration-form.js';

/** 原产地证明 */
const CERTIFICATE_OF_ORIGIN = 'Y';

/** The certificates by which items have a right to an agreed rate: paper Y, the agreement in angle brackets before its number. */
export function certificatesOf({ items }: DeclarationForm): Licence[] {
  const numbers = items.flatMap(({ import: facts }) =>
    facts?.preference == null ? [] : [`<${facts.preference.agreement}>${facts.preference.certificate}`],
  );
  return [...new Set(numbers)].map((number) => ({ code: CERTIFICATE_OF_ORIGIN, number }));
}
