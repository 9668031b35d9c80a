import { Injectable } from '@nestjs/common';

import { type Sentence } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { ABNORMAL_MEANINGS, amountAtStake, GROUNDS, meaningFor } from '../domain/abnormal.js';
import { SAY } from '../domain/abnormal.sentences.js';
import { AbnormalEntry } from '../entities/abnormal-entry.entity.js';
import {
  type ClaimAtStake,
  claimsAtStake,
  liftFlags,
  noteHit,
  noteLifted,
  openEntriesOf,
  toldInvoices,
  untoldInvoices,
} from '../entities/abnormal-entries.table.js';
import { flagClaims } from '../entities/claim-flags.table.js';
import { Claim } from '../entities/claim.entity.js';
import { Invoice } from '../entities/invoice.entity.js';
import { announceAbnormal, announceAbnormalLifted, announceAtStake, promiseTelling } from './abnormal-news.js';
import { Claims, isWindowClosed } from './claims.service.js';
import { lookAgain } from './invoice-news.js';

/** Invoices of one transaction; the rest has its turn after it. */
const AT_ONCE = 50;

/** Tells of the invoices that an entry hits, and of the refunds that stand on them; and of their being free of it again. */
@Injectable()
export class AbnormalNotices {
  constructor(private readonly claims: Claims) {}

  /** Of each invoice once, however often it is called. */
  async tell(tx: Tx, entryId: string): Promise<void> {
    const entry = await tx.lock(AbnormalEntry, entryId);
    if (entry === null) throw new Error(`There is no abnormal entry ${entryId}`);
    const isListed = entry.state === 'listed';
    const untold = await untoldInvoices(tx, entryId, AT_ONCE);
    for (const id of untold) {
      const invoice = await lockedInvoice(tx, id);
      if (isListed) await this.strike(tx, entry, invoice);
      else await passOver(tx, entry, invoice);
    }
    const told = isListed ? [] : await toldInvoices(tx, entryId, AT_ONCE);
    for (const id of told) await this.free(tx, entry, await lockedInvoice(tx, id));
    if (Math.max(untold.length, told.length) === AT_ONCE) promiseTelling(tx, entryId);
  }

  private async strike(tx: Tx, entry: AbnormalEntry, invoice: Invoice): Promise<void> {
    await noteHit(tx, entry.id, invoice.id);
    const claims = (await claimsAtStake(tx, [invoice.id])).get(invoice.id) ?? [];
    for (const standing of claims) await this.flag(tx, entry, invoice, standing);
    announceAbnormal(
      tx,
      invoice,
      entry,
      claims.map(({ id }) => id),
    );
    lookAgain(tx, invoice);
  }

  private async flag(tx: Tx, entry: AbnormalEntry, invoice: Invoice, standing: ClaimAtStake): Promise<void> {
    const claim = await lockedClaim(tx, standing.id);
    const meaning = meaningFor(claim.state);
    const amount = amountAtStake(standing.shares, claim.awarded);
    const detail = SAY.at_stake({
      listed: listed(entry, invoice),
      amount: amount.toString(),
      meaning: ABNORMAL_MEANINGS[meaning],
    });
    const { orderId, state } = claim;
    await flagClaims(tx, [{ id: claim.id, orderId, state }], {
      invoiceId: invoice.id,
      rule: 'invoice_abnormal',
      detail,
    });
    announceAtStake(tx, claim, invoice, { entryId: entry.id, amount, meaning, detail });
    // What waits for a second person, or for somebody to file it, is kept back at once, and says why.
    if (state === 'matched') await this.claims.mayLeave(tx, claim);
    await tx.store(Claim, claim);
  }

  /** Nothing has changed for an invoice that another entry names. */
  private async free(tx: Tx, entry: AbnormalEntry, invoice: Invoice): Promise<void> {
    await noteLifted(tx, entry.id, invoice.id);
    if ((await openEntriesOf(tx, [invoice.id])).length > 0) return;
    const claimIds = await liftFlags(tx, invoice.id);
    for (const id of claimIds) await this.goOn(tx, id);
    announceAbnormalLifted(tx, invoice, entry, claimIds);
    lookAgain(tx, invoice);
  }

  /** What was kept back for the invoice alone is filed, as everything is that nothing keeps back. */
  private async goOn(tx: Tx, claimId: string): Promise<void> {
    const claim = await lockedClaim(tx, claimId);
    if (claim.state !== 'matched' || claim.held?.rule !== 'invoice_doubted' || isWindowClosed(tx, claim)) return;
    if (await this.claims.mayLeave(tx, claim)) await this.claims.leave(tx, claim);
    await tx.store(Claim, claim);
  }
}

function listed({ ground, source, listedOn }: AbnormalEntry, { invoiceNumber }: Invoice): Sentence {
  return SAY.listed({ number: invoiceNumber, day: listedOn, ground: GROUNDS[ground], source });
}

/** The entry was lifted before it was told of: that stays untold, but who saw it standing meanwhile looks again. */
async function passOver(tx: Tx, entry: AbnormalEntry, invoice: Invoice): Promise<void> {
  await noteHit(tx, entry.id, invoice.id);
  await noteLifted(tx, entry.id, invoice.id);
  lookAgain(tx, invoice);
}

async function lockedInvoice(tx: Tx, id: string): Promise<Invoice> {
  const invoice = await tx.lock(Invoice, id);
  if (invoice === null) throw new Error(`There is no invoice ${id}`);
  return invoice;
}

async function lockedClaim(tx: Tx, id: string): Promise<Claim> {
  const claim = await tx.lock(Claim, id);
  if (claim === null) throw new Error(`There is no claim ${id}`);
  return claim;
}
