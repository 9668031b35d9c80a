import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { REGISTRY_RULES } from '../../data/registry-rules.js';
import { SAY } from '../../domain/financing.sentences.js';
import { registeredUntil, renewalOf } from '../../domain/registration.js';
import {
  endRegistration,
  noteRefused,
  noteRegistered,
  noteRenewed,
  wantRegistration,
} from '../../entities/pledge-registration.table.js';
import { WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';
import { CANCEL_RECEIPT, REGISTER_RECEIPT, RENEW_RECEIPT } from '../../jobs/stock/stock.job.js';
import { type Pledges } from '../pledges.service.js';
import { announceCancelled, announceRegistered, note } from './receipt-news.js';

/** The pledge is to stand in the movables register, for as long as the goods are stored and some days more. */
export async function askForRegistration(tx: Tx, { id, storedUntil }: WarehouseReceipt): Promise<void> {
  await wantRegistration(tx, id, registeredUntil(REGISTRY_RULES, dateInZone(tx.now, CHINA), storedUntil));
  enqueue(tx, REGISTER_RECEIPT, { receiptId: id });
}

/** It stands in the register. Where the pledge was given up meanwhile, it is taken out again. */
export async function recordReceiptRegistered(
  tx: Tx,
  receiptId: string,
  {
    expiresOn,
    ...registered
  }: {
    readonly registrationNumber: string;
    readonly registeredOn: LocalDate;
    readonly expiresOn: LocalDate;
  },
): Promise<void> {
  const receipt = await held(tx, receiptId);
  if (!(await noteRegistered(tx, receiptId, registered))) {
    enqueue(tx, CANCEL_RECEIPT, { receiptId });
    return;
  }
  announceRegistered(tx, receipt, registered.registrationNumber);
  watchExpiry(tx, receiptId, expiresOn);
}

/** The register does not take it: the pledge is off, and its number is free again. */
export async function recordReceiptRefused(
  tx: Tx,
  pledges: Pledges,
  receiptId: string,
  { isTaken, reason: said }: { readonly isTaken: boolean; readonly reason: string },
): Promise<void> {
  const receipt = await held(tx, receiptId);
  if (!(await noteRefused(tx, receiptId, said))) return;
  const { state: from } = receipt;
  const reason = reasonOf(isTaken ? [SAY.registered_elsewhere] : [SAY.not_registered({ reason: said })]);
  receipt.cancel('refuse', reason, tx.now);
  await tx.store(WarehouseReceipt, receipt);
  await pledges.release(tx, receiptId);
  announceCancelled(tx, receipt, 'refused', reason);
  note(tx, receipt, 'refuse', from);
}

/** It stands for longer; looked at again before that ends. */
export async function recordReceiptRenewed(tx: Tx, receiptId: string, until: LocalDate): Promise<void> {
  if (await noteRenewed(tx, receiptId, until)) watchExpiry(tx, receiptId, until);
}

/** Nothing is pledged any more: the number is free, and the register is told where it was asked. */
export async function giveUpReceipt(tx: Tx, pledges: Pledges, receiptId: string): Promise<void> {
  if (await endRegistration(tx, receiptId)) enqueue(tx, CANCEL_RECEIPT, { receiptId });
  await pledges.release(tx, receiptId);
}

function watchExpiry(tx: Tx, receiptId: string, expiresOn: LocalDate): void {
  const { on } = renewalOf(REGISTRY_RULES, expiresOn);
  enqueue(tx, RENEW_RECEIPT, { receiptId }, { dueAt: new Date(`${on}T00:00:00+08:00`) });
}

/** The receipt before its registration, as everybody takes them. */
async function held(tx: Tx, receiptId: string): Promise<WarehouseReceipt> {
  const receipt = await tx.lock(WarehouseReceipt, receiptId);
  if (receipt === null) throw new Error(`No warehouse receipt ${receiptId}`);
  return receipt;
}
