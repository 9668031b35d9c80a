import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { type Tx } from '../../platform/database/session.js';
import { linesBack, type LineSaid, saidOf, taxBack } from '../domain/parcel-filings/returned-lines.js';
import { type ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { type ToldParcel } from '../entities/parcel-filing-records.table.js';
import { keepReturned, lockReturning, type ReturningParcel } from '../entities/returned-parcels.table.js';
import { FiledLists } from './filed-lists.service.js';

/** What comes back in parts: what of a parcel has, and what its buyer may buy again. */
@Injectable()
export class ParcelReturns {
  constructor(private readonly lists: FiledLists) {}

  /**
   * Customs has taken that these come back, or that they are in and counted.
   * @returns those of which nothing is left: they go on as returned
   */
  async taken(tx: Tx, { kind, said }: ParcelFilingRow, parcels: readonly ToldParcel[]): Promise<ToldParcel[]> {
    const held = await lockReturning(
      tx,
      parcels.map(({ parcelId }) => parcelId),
    );
    const byId = new Map(held.map((parcel) => [parcel.id, parcel]));
    const { lines } = said as { readonly lines?: readonly LineSaid[] };
    if (kind === 'return') {
      const inParts = held.filter(({ returned }) => returned !== null || lines !== undefined);
      for (const parcel of inParts) byId.set(parcel.id, await this.account(tx, parcel, lines));
    }
    return parcels.filter(({ parcelId }) => byId.get(parcelId)?.returned?.isAll ?? true);
  }

  private async account(
    tx: Tx,
    parcel: ReturningParcel,
    lines: readonly LineSaid[] | undefined,
  ): Promise<ReturningParcel> {
    const { id, listGuid, returned, tax, quota } = parcel;
    const list = (await this.lists.read(tx, [listGuid ?? ''])).get(listGuid ?? '');
    const back = list === undefined ? null : linesBack(list, returned?.lines ?? [], saidOf(lines, id));
    if (list === undefined || back === null) throw new Error(`More of parcel ${id} comes back than was filed`);
    const { total, isAll, share } = back;
    const taxes = tax?.lines.map(({ lineNo, duty, consumptionTax, vat }) => ({
      lineNo,
      tax: BigInt(duty) + BigInt(consumptionTax) + BigInt(vat),
    }));
    const now = { lines: total, isAll, tax: taxes === undefined ? null : taxBack(list, total, taxes).toString() };
    // Of the last part the rest of its year is given back as it is led on.
    const quotaBack = isAll || quota === null ? 0n : BigInt(share.times(new Decimal(quota)).floor().toFixed());
    await keepReturned(tx, id, now, quotaBack);
    return { ...parcel, returned: now };
  }
}
