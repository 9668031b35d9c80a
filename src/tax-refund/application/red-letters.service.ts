import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { SAY } from '../domain/invoice.sentences.js';
import { INVOICE_MACHINE } from '../domain/invoice-status.js';
import { isTakenBackWhole, type TakenBack, takeBack } from '../domain/red-letter.js';
import { blueLinesOf, giveBackToBlue, invoiceByNumber, takeFromBlue } from '../entities/blue-lines.table.js';
import { claimsOn, flagClaims, liftRedFlags } from '../entities/claim-flags.table.js';
import { Invoice } from '../entities/invoice.entity.js';
import { announceFlushed, lookAgain, noteInvoice } from './invoice-news.js';
import { RedLetterCorrections } from './red-letter-corrections.service.js';

/** What a red-letter invoice will take back; its blue one is held. */
export interface Reversal {
  readonly blue: Invoice;
  readonly taken: readonly TakenBack[];
  readonly isWhole: boolean;
}

/** Red-letter invoices (红字): what they take back of blue ones, and what that means for claims. */
@Injectable()
export class RedLetters {
  constructor(private readonly corrections: RedLetterCorrections) {}

  /** @throws InvalidInputError naming every fault */
  async plan(tx: Tx, input: InvoiceInput): Promise<Reversal | null> {
    const { redOf, seller } = input;
    if (redOf === null) return null;
    const id = await invoiceByNumber(tx, seller.taxNumber, redOf);
    const blue = id === null ? null : await tx.lock(Invoice, id);
    if (blue === null) {
      const message = SAY.blue_unknown({ number: redOf.invoiceNumber });
      throw new InvalidInputError([{ pointer: '/redOf/invoiceNumber', code: 'unknown', message }]);
    }
    const lines = await blueLinesOf(tx, blue.id);
    const { taken, faults } = takeBack(input, { ...blue.head, isRed: blue.redOf !== null, lines });
    if (faults.length > 0) throw new InvalidInputError(faults);
    return { blue, taken, isWhole: isTakenBackWhole(lines, taken) };
  }

  /** The red-letter invoice is recorded: its blue one has so much less, and claims that stand on that are flagged, and corrected. */
  async perform(tx: Tx, red: Invoice, { blue, taken, isWhole }: Reversal): Promise<void> {
    await takeFromBlue(tx, taken);
    const from = blue.state;
    if (isWhole) blue.flush(tx.now);
    else blue.touch(tx.now);
    const claims = await claimsOn(tx, blue.id, { ifTakenBack: true });
    const amount = red.amount.absolute();
    const detail = SAY.flag_red({
      number: red.invoiceNumber,
      amount: amount.toString(),
      blue: blue.invoiceNumber,
    });
    await flagClaims(tx, claims, { invoiceId: blue.id, rule: 'invoice_red_flushed', detail });
    noteInvoice(tx, 'flush', blue, from, { red: publicId('invoice', red.id), amount: amount.toJSON() });
    announceFlushed(tx, blue, red, claims);
    await this.corrections.open(tx, red, blue, taken);
    lookAgain(tx, blue);
    await tx.store(Invoice, blue);
  }

  /** The red-letter invoice is cancelled, because it was entered wrongly: its blue one is as it was. */
  async undo(tx: Tx, red: Invoice): Promise<void> {
    if (red.redOf === null) return;
    const blue = await tx.lock(Invoice, red.redOf);
    if (blue === null) throw new Error(`Red-letter invoice ${red.id} has no blue one`);
    await giveBackToBlue(tx, red.id);
    await liftRedFlags(tx, blue.id);
    await this.corrections.undo(tx, red);
    const from = blue.state;
    if (INVOICE_MACHINE.allows(from, 'restore')) blue.restore(tx.now);
    else blue.touch(tx.now);
    noteInvoice(tx, 'restore', blue, from, { red: publicId('invoice', red.id) });
    lookAgain(tx, blue);
    await tx.store(Invoice, blue);
  }
}
