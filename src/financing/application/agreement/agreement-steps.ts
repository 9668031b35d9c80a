import { newId, publicId } from '../../../kernel/ids.js';
import { type Reason } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { endOfOffer } from '../../domain/agreement/agreement-rules.js';
import { Advance } from '../../entities/advance.entity.js';
import { LoanAgreement } from '../../entities/loan-agreement.entity.js';
import { EXPIRE_AGREEMENT } from '../../jobs/agreement.job.js';
import { type LenderWord } from '../../partners/lender.port.js';

const OF_ADVANCE = `SELECT id FROM financing.loan_agreement WHERE tenant_id = $1 AND advance_id = $2`;

/**
 * The lender has approved a loan that is to be signed: once, however often it says so. Nobody is late while the client has to sign.
 * To be called with the advance held.
 * @returns whether that is news
 */
export async function offerAgreement(
  tx: Tx,
  advance: Advance,
  { agreementNumber: number, validUntil }: Extract<LenderWord, { kind: 'approved' }>,
): Promise<boolean> {
  if ((await agreementOf(tx, advance.id)) !== null) return false;
  const { id: advanceId, orderId, maturityOn, annualRate } = advance;
  const facts = { tenantId: tx.tenantId, id: newId(), advanceId, orderId, number, validUntil, maturityOn, annualRate };
  const agreement = LoanAgreement.offer(facts, tx.now);
  await tx.insert(LoanAgreement, agreement);
  advance.expect(null, tx.now);
  await tx.store(Advance, advance);
  const data = { ...loanOf(agreement), number, validUntil };
  publish(tx, { type: 'financing.agreement.offered', ...about(agreement), creates: true, data });
  noteAgreement(tx, 'offer', agreement, null);
  enqueue(tx, EXPIRE_AGREEMENT, { agreementId: agreement.id }, { dueAt: endOfOffer(validUntil) });
  return true;
}

/** Of one advance, held; null where none was offered. */
export async function agreementOf(tx: Tx, advanceId: string): Promise<LoanAgreement | null> {
  const [row] = await tx.query<{ id: string }>(OF_ADVANCE, [tx.tenantId, advanceId]);
  return row === undefined ? null : tx.lock(LoanAgreement, row.id);
}

/** The loan comes to nothing, and what was offered or signed with it. */
export async function lapseAgreement(tx: Tx, agreement: LoanAgreement | null, reason: Reason): Promise<void> {
  if (agreement === null) return;
  const { state: from } = agreement;
  agreement.lapse(reason, tx.now);
  await tx.store(LoanAgreement, agreement);
  const data = { ...loanOf(agreement), ...reason };
  publish(tx, { type: 'financing.agreement.lapsed', ...about(agreement), changed: ['state'], data });
  noteAgreement(tx, 'lapse', agreement, from);
}

export function about({ id, orderId }: LoanAgreement): {
  resource: { type: 'loanAgreement'; id: string };
  orderId: string | null;
} {
  return { resource: { type: 'loanAgreement', id }, orderId };
}

export function loanOf({ advanceId }: LoanAgreement): { advanceId: string } {
  return { advanceId: publicId('advance', advanceId) };
}

export function noteAgreement(tx: Tx, verb: string, { id, state, number }: LoanAgreement, from: string | null): void {
  const action = `financing.agreement.${verb}`;
  audit(tx, { action, resourceType: 'loanAgreement', resourceId: id, from, to: state, details: { number } });
}
