import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/invoice.sentences.js';
import { SAY as SAY_REFUND } from '../domain/tax-refund.sentences.js';
import { VERIFICATION, type VerificationCommand } from '../domain/verification-status.js';
import { type Answer, commandFor, type Declined, type Verdict, VERIFICATION_OUTCOMES } from '../domain/verification.js';
import { claimsOn, flagClaims } from '../entities/claim-flags.table.js';
import {
  checksOf,
  type InvoiceCheck,
  lockCheck,
  nextAsk,
  openCheck,
  storeCheck,
} from '../entities/invoice-checks.table.js';
import { Invoice } from '../entities/invoice.entity.js';
import { VERIFY_INVOICE, type VerifyInvoice } from '../jobs/tax-refund.job.js';
import { type InvoiceQuestion } from '../partners/invoice-verifier.port.js';
import { liftByCheck, listByCheck } from './abnormal-checks.js';
import { announceDeclined, announceRefused, announceVerified, lookAgain } from './invoice-news.js';

/** Whether invoices are what they say they are: asked of the tax authority after intake, and whenever somebody wants to know. */
@Injectable()
export class InvoiceChecks {
  /** The invoice was just recorded. */
  async begin(tx: Tx, invoiceId: string): Promise<void> {
    order(tx, invoiceId, await openCheck(tx, invoiceId), null);
  }

  /** Asks once more, whatever was known. @throws ResourceNotFoundError, IllegalTransitionError */
  async ask(tx: Tx, invoiceId: string): Promise<void> {
    const invoice = await tx.lock(Invoice, invoiceId);
    if (invoice === null) throw new ResourceNotFoundError(SAY_REFUND.no_such_invoice);
    const check = await lockCheck(tx, invoiceId);
    if (check === null) {
      // Recorded before there were checks.
      await this.begin(tx, invoiceId);
      note(tx, 'ask', invoiceId, null, 'unverified');
      return;
    }
    const state = VERIFICATION.next(check.state, 'ask');
    const expectedBy = nextAsk(tx, 0);
    await storeCheck(tx, { ...check, state, round: check.round + 1, asks: 0, reason: null, expectedBy });
    note(tx, 'ask', invoiceId, check.state, state);
    order(tx, invoiceId, expectedBy, null);
  }

  /** The invoice is cancelled: nobody needs to know. */
  async drop(tx: Tx, invoiceId: string): Promise<void> {
    const check = await lockCheck(tx, invoiceId);
    if (check !== null)
      await storeCheck(tx, { ...check, state: VERIFICATION.next(check.state, 'drop'), expectedBy: null });
  }

  /** What to ask, if the wait still lasts. */
  async question(view: View, wait: VerifyInvoice): Promise<InvoiceQuestion | null> {
    const [check] = await checksOf(view, [wait.invoiceId]);
    const invoice = await view.find(Invoice, wait.invoiceId);
    if (check === undefined || invoice === null || !stillWaits(check, wait)) return null;
    const { invoiceCode, invoiceNumber, amount, vat, head } = invoice;
    const reference = `${publicId('invoice', invoice.id)}.${check.round}`;
    return { ...head, reference, invoiceCode, invoiceNumber, amount, vat };
  }

  async record(tx: Tx, wait: VerifyInvoice, answer: Answer): Promise<void> {
    const invoice = await tx.lock(Invoice, wait.invoiceId);
    const check = await lockCheck(tx, wait.invoiceId);
    if (invoice === null || check === null || !stillWaits(check, wait)) return;
    if (answer === 'silence') return this.again(tx, check, check.round);
    if ('declined' in answer) return this.decline(tx, invoice, check, answer);
    const { issuedOn } = invoice;
    const facts = { issuedOn, today: dateInZone(tx.now, CHINA), livemode: tx.livemode };
    const command = commandFor(answer, facts);
    // An answer that says nothing yet is an answer: the next question is another one.
    if (command === null) return this.again(tx, check, check.round + 1);
    const state = VERIFICATION.next(check.state, command);
    await storeCheck(tx, { ...check, ...answer, state, expectedBy: null, answeredAt: tx.now });
    note(tx, command, check.id, check.state, state, { outcome: answer.outcome });
    if (answer.outcome !== 'abnormal') await liftByCheck(tx, invoice);
    if (command === 'pass') announceVerified(tx, invoice);
    else await this.refuse(tx, invoice, answer);
    lookAgain(tx, invoice);
  }

  private async again(tx: Tx, check: InvoiceCheck, round: number): Promise<void> {
    const asks = check.asks + 1;
    const expectedBy = nextAsk(tx, asks);
    await storeCheck(tx, { ...check, round, asks, expectedBy });
    order(tx, check.id, expectedBy, expectedBy);
  }

  /** It says nothing of the invoice, so what is claimed already stays as it is. */
  private async decline(tx: Tx, invoice: Invoice, check: InvoiceCheck, { declined }: Declined): Promise<void> {
    const state = VERIFICATION.next(check.state, 'decline');
    await storeCheck(tx, { ...check, state, reason: declined, expectedBy: null, answeredAt: tx.now });
    note(tx, 'decline', check.id, check.state, state, { reason: declined });
    announceDeclined(tx, invoice, declined);
    lookAgain(tx, invoice);
  }

  private async refuse(tx: Tx, invoice: Invoice, { outcome }: Verdict): Promise<void> {
    const detail = SAY.check_says({ number: invoice.invoiceNumber, outcome: VERIFICATION_OUTCOMES[outcome] });
    const claims = await claimsOn(tx, invoice.id);
    // An entry flags the claims by itself, and takes the flags back when it is lifted.
    if (outcome === 'abnormal') await listByCheck(tx, invoice);
    else await flagClaims(tx, claims, { invoiceId: invoice.id, rule: 'invoice_refused', detail });
    announceRefused(tx, invoice, { outcome, detail, claims });
  }
}

function order(tx: Tx, invoiceId: string, expectedBy: Date, dueAt: Date | null): void {
  enqueue(tx, VERIFY_INVOICE, { invoiceId, expectedBy: expectedBy.toISOString() }, { dueAt });
}

function stillWaits({ state, expectedBy }: InvoiceCheck, wait: VerifyInvoice): boolean {
  return state === 'unverified' && expectedBy?.toISOString() === wait.expectedBy;
}

function note(
  tx: Tx,
  command: VerificationCommand,
  invoiceId: string,
  from: string | null,
  to: string,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `tax_refund.invoice_check.${command}`;
  audit(tx, { action, resourceType: 'invoice', resourceId: invoiceId, from, to, details });
}
