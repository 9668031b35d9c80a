import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { REGISTRY_RULES } from '../data/registry-rules.js';
import { type Product } from '../domain/products/product.js';
import { needsRegistration, registeredUntil, renewalOf } from '../domain/registration.js';
import { type Advance } from '../entities/advance.entity.js';
import { pledgesOf } from '../entities/advance-pledge.table.js';
import {
  endRegistration,
  noteRefused,
  noteRegistered,
  noteRenewed,
  wantRegistration,
} from '../entities/pledge-registration.table.js';
import { CANCEL_PLEDGE, REGISTER_PLEDGE, RENEW_PLEDGE, REQUEST_LOAN } from '../jobs/financing.job.js';

/**
 * Asks the registry first, where what backs the advance is to be registered, and the lender once that is done. Goods in pledge stand in
 * the register by their receipt.
 */
export async function askForLoan(tx: Tx, { id, maturityOn, subject }: Advance, product: Product): Promise<void> {
  const kinds = (await pledgesOf(tx, id)).map(({ kind }) => kind);
  const stands = subject.kind === 'warehouse_receipt' && kinds.length === 0;
  if (stands || !needsRegistration(product, kinds)) {
    enqueue(tx, REQUEST_LOAN, { advanceId: id });
    return;
  }
  await wantRegistration(tx, id, registeredUntil(REGISTRY_RULES, today(tx), maturityOn));
  note(tx, 'want', id);
  enqueue(tx, REGISTER_PLEDGE, { advanceId: id });
}

/** It stands in the register: the lender is asked. Where the loan came to nothing meanwhile, it is taken out again. */
export async function recordRegistered(
  tx: Tx,
  advanceId: string,
  {
    expiresOn,
    ...registered
  }: {
    readonly registrationNumber: string;
    readonly registeredOn: LocalDate;
    readonly expiresOn: LocalDate;
  },
): Promise<void> {
  if (!(await noteRegistered(tx, advanceId, registered))) {
    enqueue(tx, CANCEL_PLEDGE, { advanceId });
    return;
  }
  note(tx, 'register', advanceId, { registrationNumber: registered.registrationNumber });
  enqueue(tx, REQUEST_LOAN, { advanceId });
  watchExpiry(tx, advanceId, expiresOn);
}

/** @returns false where it is not waited for any more */
export async function recordRefused(tx: Tx, advanceId: string, reason: string): Promise<boolean> {
  if (!(await noteRefused(tx, advanceId, reason))) return false;
  note(tx, 'refuse', advanceId, { reason });
  return true;
}

/** It stands for longer; looked at again before that ends. */
export async function recordRenewed(tx: Tx, advanceId: string, until: LocalDate): Promise<void> {
  if (!(await noteRenewed(tx, advanceId, until))) return;
  note(tx, 'renew', advanceId, { until });
  watchExpiry(tx, advanceId, until);
}

/** The loan is over, or came to nothing: the registry is told, where it was asked. */
export async function giveUpRegistration(tx: Tx, advanceId: string): Promise<void> {
  if (!(await endRegistration(tx, advanceId))) return;
  note(tx, 'end', advanceId);
  enqueue(tx, CANCEL_PLEDGE, { advanceId });
}

function watchExpiry(tx: Tx, advanceId: string, expiresOn: LocalDate): void {
  const { on } = renewalOf(REGISTRY_RULES, expiresOn);
  enqueue(tx, RENEW_PLEDGE, { advanceId }, { dueAt: new Date(`${on}T00:00:00+08:00`) });
}

function note(tx: Tx, verb: string, advanceId: string, details: Readonly<Record<string, string>> = {}): void {
  audit(tx, { action: `financing.pledge.${verb}`, resourceType: 'advance', resourceId: advanceId, details });
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
