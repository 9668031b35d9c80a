import { Injectable } from '@nestjs/common';

import { Decimal } from '../../../kernel/decimal.js';
import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError } from '../../domain/bank-files/bank-message.errors.js';
import { amountsAt } from '../../domain/conversions/price-change.js';
import { SAY } from '../../domain/fx.sentences.js';
import { differenceKey } from '../../domain/statements/ledger-keys.js';
import { ConversionChange } from '../../entities/conversion-change.entity.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { atBank } from '../bank-account-of.js';
import { changeGroup } from './conversion-changes.js';
import { ConversionDeals, deliveryOn } from './conversion-deals.js';
import { bookingEntry, posted } from './conversion-entries.js';
import { freeBought, holdBought } from './conversion-holds.js';
import { noteConversion } from './conversion-news.js';

/** What the bank made of a change: the books follow, or everything stays. */
@Injectable()
export class ChangeOutcomes {
  constructor(
    private readonly deals: ConversionDeals,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The bank has changed the deal: the booking is taken back and made anew, and the difference is posted. Hearing so again changes
   * nothing.
   * @param paid by the bank, CNY; below zero, to it
   * @throws ContradictoryStatusError when it had refused before
   */
  async agreed(tx: Tx, changeId: string, paid: Money): Promise<void> {
    const found = await this.open(tx, changeId);
    if (found === null) return;
    const { change, conversion } = found;
    if (change.state === 'refused') throw new ContradictoryStatusError(SAY.deal_contradicts, { changeId });
    change.agree(tx.now);
    await freeBought(tx, this.ledger, conversion, change.kind);
    if (change.held) await this.ledger.voidHold(tx, { group: changeGroup(changeId) }, { reason: 'agreed' });
    if (conversion.transferId !== null) {
      const key = `fx.conversion-changed/${changeId}`;
      await this.ledger.reverse(tx, conversion.transferId, { key, reason: change.kind });
    }
    if (change.kind === 'cancel') conversion.drop(tx.now);
    else await this.rebook(tx, conversion, change);
    await this.postDifference(tx, conversion, change, paid);
    await tx.store(ConversionChange, change);
    await tx.store(Conversion, conversion);
    this.tell(tx, conversion, change);
    noteConversion(tx, conversion, `conversion.${change.kind === 'cancel' ? 'cancelled' : 'amended'}`, 'changing');
    if (change.kind === 'amend') this.deals.awaitDelivery(tx, conversion);
  }

  /** The bank said no: the conversion stays as it was, and what was set aside is free. */
  async refused(tx: Tx, changeId: string, { code, reason }: { code: string; reason: string }): Promise<void> {
    const found = await this.open(tx, changeId);
    if (found?.change.state !== 'asked') return;
    const { change, conversion } = found;
    change.refuse(`${code}: ${reason}`, tx.now);
    if (change.held) await this.ledger.voidHold(tx, { group: changeGroup(changeId) }, { reason: code });
    const day = conversion.valueDate ?? dateInZone(tx.now, CHINA);
    conversion.keep({ valueDate: day, expectedBy: this.deals.delivered(tx, deliveryOn(day)), now: tx.now });
    await tx.store(ConversionChange, change);
    await tx.store(Conversion, conversion);
    publish(tx, {
      type: 'fx.conversion.change_refused',
      resource: { type: 'conversion', id: conversion.id },
      orderId: conversion.orderId,
      changed: ['state'],
      data: { changeId: publicId('conversionChange', changeId), reason: code },
    });
    noteConversion(tx, conversion, 'conversion.change_refused', 'changing');
    this.deals.awaitDelivery(tx, conversion);
  }

  /** @returns null where it was agreed before */
  private async open(tx: Tx, id: string): Promise<{ change: ConversionChange; conversion: Conversion } | null> {
    const known = await tx.find(ConversionChange, id);
    const conversion = known === null ? null : await tx.lock(Conversion, known.conversionId);
    const change = await tx.lock(ConversionChange, id);
    if (change === null || conversion === null || change.state === 'agreed') return null;
    return { change, conversion };
  }

  private async rebook(tx: Tx, conversion: Conversion, change: ConversionChange): Promise<void> {
    const { to, valueDate, id } = change;
    const dealt = amountsAt(conversion.terms, to);
    const expectedBy = this.deals.delivered(tx, deliveryOn(valueDate));
    conversion.keep({ valueDate, expectedBy, now: tx.now, dealt, share: shareOf(to, change.from) });
    const entry = bookingEntry(conversion, dateInZone(tx.now, CHINA), id);
    conversion.bookedAs(await this.ledger.post(tx, entry));
    await holdBought(tx, this.ledger, conversion);
  }

  private async postDifference(tx: Tx, conversion: Conversion, change: ConversionChange, paid: Money): Promise<void> {
    const { partyId, orderId, id } = conversion;
    const postings = posted([
      [{ code: 'client_funds', partyId }, change.difference.negated()],
      [await atBank(tx, partyId, paid.currency), paid],
      [{ code: 'fx_spread' }, change.difference.minus(paid)],
    ]);
    if (postings.length === 0) return;
    await this.ledger.post(tx, {
      kind: 'fx.conversion-difference',
      key: differenceKey(change.id),
      orderId,
      valueDate: dateInZone(tx.now, CHINA),
      memo: `${publicId('conversion', id)}: ${change.kind} at ${change.rate.toFixed()}`,
      postings,
    });
  }

  private tell(tx: Tx, conversion: Conversion, change: ConversionChange): void {
    const { id, orderId, sold, bought } = conversion;
    const changeId = publicId('conversionChange', change.id);
    const difference = change.difference.toJSON();
    const resource = { type: 'conversion', id } as const;
    if (change.kind === 'cancel') {
      const data = { changeId, sold: sold.toJSON(), difference };
      publish(tx, { type: 'fx.conversion.cancelled', resource, orderId, changed: ['state'], data });
      return;
    }
    publish(tx, {
      type: 'fx.conversion.amended',
      resource,
      orderId,
      changed: ['sold', 'bought', 'valueDate'],
      data: { changeId, sold: sold.toJSON(), bought: bought.toJSON(), valueDate: change.valueDate, difference },
    });
  }
}

function shareOf(to: Money, from: Money): Decimal {
  return to.toDecimal().div(from.toDecimal());
}
