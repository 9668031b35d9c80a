import { type DeclarationForm, type Transport } from '../declaration-form.js';
import { type Findings, type RuleId } from '../finding.js';
import { SAY } from '../validation.sentences.js';
import { type BookingFacts, type OrderFacts } from './facts.js';

const RULE_OF: Readonly<Record<keyof Transport, RuleId>> = {
  vesselName: 'booking_vessel',
  voyageNumber: 'booking_voyage',
  billNumber: 'booking_bill',
};

/** Transport and freight beside what the carrier confirmed. What is not given yet has a finding of its own. */
export function checkBooking(
  findings: Findings,
  form: DeclarationForm,
  { transport, freightCharge }: BookingFacts,
): void {
  for (const field of ['vesselName', 'voyageNumber', 'billNumber'] as const) {
    const [found, expected] = [form.transport[field], transport[field]];
    if (found === null || expected === null) continue;
    const isSame = plain(found) === plain(expected);
    findings.unless(isSame, RULE_OF[field], `/transport/${field}`, SAY.beside_booking({ found, expected }));
  }
  const declared = form.freightCharge;
  if (declared === null || freightCharge === null) return;
  const isSame = declared.amount === freightCharge.amount && declared.currency === freightCharge.currency;
  const [found, expected] = [declared, freightCharge].map(({ amount, currency }) => `${amount} ${currency}`);
  const detail = SAY.beside_booking({ found: found ?? '', expected: expected ?? '' });
  findings.unless(isSame, 'booking_freight', '/freightCharge', detail);
}

/** Full containers are booked by size and number; which they are is known when they are given. */
export function checkContainersBooked(findings: Findings, form: DeclarationForm, { containers }: OrderFacts): void {
  if (!form.isContainerised || form.containers.length === 0 || containers.length === 0) return;
  const found = counted(form.containers.map(({ sizeType }) => ({ sizeType: sizeType ?? '?', count: 1 })));
  const expected = counted(containers);
  findings.unless(found === expected, 'booking_containers', '/containers', SAY.beside_booking({ found, expected }));
}

function counted(containers: readonly { readonly sizeType: string; readonly count: number }[]): string {
  const counts = new Map<string, number>();
  for (const { sizeType, count } of containers) counts.set(sizeType, (counts.get(sizeType) ?? 0) + count);
  return [...counts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([sizeType, count]) => `${count} × ${sizeType}`)
    .join(', ');
}

/** Case and blanks are for the eye. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toUpperCase();
}
