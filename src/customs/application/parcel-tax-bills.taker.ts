import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { billOf } from '../domain/parcels/tax-bill.js';
import { type CebReceiptRecord, CebReceiptTaker } from './ceb-receipt-taker.js';
import { ParcelTaxBills } from './parcel-tax-bills.service.js';

/** Takes tax bills of retail imports and how they stand (CEB816Message, CEB818Message). */
@Injectable()
export class ParcelTaxBillsTaker extends CebReceiptTaker {
  readonly kinds = ['CEB816Message', 'CEB818Message'];

  constructor(private readonly bills: ParcelTaxBills) {
    super();
  }

  override async take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void> {
    const [first] = records;
    if (first === undefined) return;
    const told = records.flatMap(({ fields, returnTime }) => {
      const bill = billOf(fields);
      return bill === null ? [] : [{ ...bill, at: returnTime }];
    });
    await this.bills.take(tx, first.source, told);
  }
}
