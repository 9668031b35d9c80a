import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { publish } from '../../platform/outbox/outbox.js';
import { CEB_RECORDS_MAX } from '../domain/ceb/guid.js';
import { yuan } from '../domain/parcels/judge.js';
import { type BilledTaxes, compareBill, type ToldBill } from '../domain/parcels/tax-bill.js';
import { SAY } from '../domain/parcels/tax-bill.sentences.js';
import { TAX_BILL_STATES, type TaxBillState } from '../domain/parcels/tax-bill-status.js';
import {
  adoptTaxBill,
  type BilledParcel,
  findTaxBill,
  type KeptBill,
  keepTaxBills,
  type OrphanBill,
  orphanBills,
  parcelsBilled,
  TAX_BILL_COLUMNS,
  TAX_BILL_TABLE,
  type TaxBillRow,
} from '../entities/parcel-tax-bills.table.js';
import { type CebReceiptRecord } from './ceb-receipt-taker.js';

type Source = CebReceiptRecord['source'];

export interface TaxBillFilter {
  readonly state: string | undefined;
  readonly differs: boolean | undefined;
  readonly parcelId: string | undefined;
}

/** A bill as customs told it, and when. */
export interface ArrivedBill extends ToldBill {
  readonly at: Date | null;
}

const DIFFERS = { sql: (): string => `b.findings <> '[]'` };
const AGREES = { sql: (): string => `b.findings = '[]'` };

/** Tax bills of retail imports (电子税单): kept as customs issues them, held against what was reckoned. */
@Injectable()
export class ParcelTaxBills {
  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TaxBillRow> {
    const bill = await findTaxBill(view, id);
    if (bill === null) throw new ResourceNotFoundError(SAY.no_such_bill);
    return bill;
  }

  list(view: View, query: PageQuery, { state, differs, parcelId }: TaxBillFilter): Promise<Page<TaxBillRow>> {
    const conditions = [
      ...among('b.state', state),
      ...(differs === undefined ? [] : [differs ? DIFFERS : AGREES]),
      ...equal('b.parcel_id', parcelId),
    ];
    return page<TaxBillRow>(view, { table: TAX_BILL_TABLE, columns: TAX_BILL_COLUMNS, query, conditions });
  }

  /** Takes bills in, or how they stand; what is late or repeated changes nothing. */
  async take(tx: Tx, source: Source, told: readonly ArrivedBill[]): Promise<void> {
    const bills = onePerNumber(told);
    if (bills.length === 0) return;
    const parcels = new Map((await parcelsBilled(tx, bills)).map((parcel) => [parcel.place, parcel]));
    const kept = await keepTaxBills(
      tx,
      bills.map((bill, place) => keptOf(bill, parcels.get(place + 1))),
    );
    announce(tx, source, kept, told.some(({ taxes }) => taxes !== null) ? kept : []);
  }

  /** Bills that came before the numbers of these parcels did are theirs now. */
  async adopt(tx: Tx, source: Source, parcels: readonly { readonly id: string }[]): Promise<void> {
    const ids = parcels.map(({ id }) => id);
    const adopted: TaxBillRow[] = [];
    for (const orphan of await orphanBills(tx, ids)) {
      const taxes = taxesOf(orphan);
      const findings = taxes === null ? [] : compareBill(taxes, orphan.foundTax?.lines ?? []);
      adopted.push(...(await adoptTaxBill(tx, orphan, orphan.foundTax === null ? [] : findings)));
    }
    announce(tx, source, adopted, adopted);
  }
}

/** Of one number the furthest state, whatever came first, and its taxes where one tells them. */
function onePerNumber(told: readonly ArrivedBill[]): ArrivedBill[] {
  const byNumber = new Map<string, ArrivedBill>();
  for (const bill of told) {
    const before = byNumber.get(bill.taxNo);
    byNumber.set(bill.taxNo, before === undefined ? bill : bothOf(before, bill));
  }
  return [...byNumber.values()];
}

function bothOf(one: ArrivedBill, other: ArrivedBill): ArrivedBill {
  const [lesser, further] = isFurther(other.state, one.state) ? [one, other] : [other, one];
  const billed = one.taxes === null ? other : one;
  return { ...further, dutyNo: further.dutyNo ?? lesser.dutyNo, taxes: billed.taxes, at: billed.at };
}

function isFurther(state: TaxBillState, than: TaxBillState): boolean {
  return TAX_BILL_STATES.indexOf(state) > TAX_BILL_STATES.indexOf(than);
}

function keptOf({ invtNo, taxNo, state, dutyNo, taxes, at }: ArrivedBill, parcel: BilledParcel | undefined): KeptBill {
  const reckoned = parcel?.lines ?? null;
  return {
    ...{ invtNo, taxNo, state, dutyNo, taxes },
    parcelId: parcel?.parcelId ?? null,
    reckoned: reckoned === null ? null : (parcel?.reckoned ?? null),
    findings: taxes === null || reckoned === null ? [] : compareBill(taxes, reckoned),
    issuedAt: taxes === null ? null : at,
  };
}

function taxesOf({ duty, consumptionTax, vat, lines }: OrphanBill): BilledTaxes | null {
  if (duty === null || consumptionTax === null || vat === null) return null;
  return { duty: BigInt(duty), consumptionTax: BigInt(consumptionTax), vat: BigInt(vat), lines };
}

/** @param compared those among them that were held against what was reckoned */
function announce(tx: Tx, resource: Source, changed: readonly TaxBillRow[], compared: readonly TaxBillRow[]): void {
  for (const bills of hundreds(changed)) {
    publish(tx, { type: 'customs.parcel_tax_bills.changed', resource, changed: ['state'], data: { bills } });
  }
  for (const bills of hundreds(compared.filter(({ findings }) => findings.length > 0))) {
    publish(tx, { type: 'customs.parcel_tax_bills.differ', resource, changed: ['reasons'], data: { bills } });
  }
}

/** An event tells of no more than a message of customs does. */
function hundreds(bills: readonly TaxBillRow[]): ReturnType<typeof newsOf>[][] {
  const count = Math.ceil(bills.length / CEB_RECORDS_MAX);
  return Array.from({ length: count }, (_, place) =>
    bills.slice(place * CEB_RECORDS_MAX, (place + 1) * CEB_RECORDS_MAX).map(newsOf),
  );
}

function newsOf({ id, parcelId, orderNo, state, duty, consumptionTax, vat, reckoned }: TaxBillRow) {
  const levied = duty === null ? null : BigInt(duty) + BigInt(consumptionTax ?? 0) + BigInt(vat ?? 0);
  return {
    id: publicId('parcelTaxBill', id),
    parcelId: parcelId === null ? null : publicId('parcel', parcelId),
    ...{ orderNo, state },
    levied: levied === null ? null : yuan(levied),
    reckoned: reckoned === null ? null : yuan(BigInt(reckoned)),
  };
}
