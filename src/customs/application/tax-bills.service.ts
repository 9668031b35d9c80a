import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Ledger } from '../../ledger/index.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/customs.sentences.js';
import { billedTotal, differencesOf, type StatedBill } from '../domain/imports/tax-bill.js';
import { dueDay, lateFee } from '../domain/imports/tax-bill-law.js';
import { owesTaxes, TAX_BILL } from '../domain/imports/tax-bill-status.js';
import { Declaration } from '../entities/declaration.entity.js';
import { type KeptReceipt, type ReceiptOutcome } from '../entities/receipts.table.js';
import { TaxBill } from '../entities/tax-bill.entity.js';
import { type ExpireTaxBill } from '../jobs/expire-tax-bill.job.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { awaitCustoms } from './announce.js';
import { ImportAssessments } from './import-assessments.service.js';
import {
  announceIssued,
  announceLate,
  announceOrdered,
  announcePaid,
  announceUnpaid,
  announceVoid,
  noteBill,
  watchBill,
} from './tax-bill-news.js';

export interface TaxBillFilter {
  readonly state: string | undefined;
  readonly declarationId: string | undefined;
  readonly importerId: string | undefined;
}

const REMITTANCE_MAX = 140;

/** What customs charges on imports: owed in the books as soon as it is asked for, paid once. */
@Injectable()
export class TaxBills {
  constructor(
    private readonly window: CustomsWindow,
    private readonly assessments: ImportAssessments,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Customs asks for the taxes of an import. A number that is known says nothing new, whatever stands beside it, and a bill
   * that comes after its declaration was sent back or withdrawn is owed by nobody.
   */
  async take(tx: Tx, declaration: Declaration, receipt: KeptReceipt): Promise<ReceiptOutcome> {
    const { id: declarationId, partyId } = declaration;
    if (partyId === null) return 'ignored';
    const stated = this.window.readTaxBill(receipt.body);
    const known = await tx.manager.findOneBy(TaxBill, { tenantId: tx.tenantId, number: stated.number });
    if (known !== null || !owesTaxes(declaration.state)) return 'late';
    const { assessment } = await this.assessments.foresee(tx, declaration);
    const id = newId();
    const transferId = await this.owe(tx, id, partyId, stated);
    const bill = TaxBill.issued({
      ...{ tenantId: tx.tenantId, id, declarationId, partyId, receiptId: receipt.id, transferId },
      ...{ number: stated.number, lines: stated.lines, payee: stated.payee },
      amount: billedTotal(stated.lines),
      differences: differencesOf(stated.lines, assessment),
      ...{ declaredOn: stated.declaredOn, issuedOn: stated.issuedOn, dueOn: stated.payBy ?? dueDay(stated) },
      now: tx.now,
    });
    await tx.insert(TaxBill, bill);
    if (declaration.expectedBy !== null && bill.expectedBy !== null) declaration.waitUntil(bill.expectedBy, tx);
    noteBill(tx, 'issue', bill, null);
    announceIssued(tx, bill, declaration, assessment?.totalTax ?? null);
    watchBill(tx, bill);
    return 'applied';
  }

  /**
   * Orders it to be paid out of what the importer has with the platform. Whether it is, the bank says.
   * @param note stands behind the number in the text of the payment
   * @throws ResourceNotFoundError, StaleVersionError, MandateLimitError
   * @throws IllegalTransitionError while an order is under way, and when nothing is owed any more
   */
  async pay(tx: Tx, id: string, note: string | null): Promise<TaxBill> {
    const bill = await tx.lock(TaxBill, id);
    if (bill === null) throw new ResourceNotFoundError(SAY.no_such_bill);
    tx.assertFresh(bill);
    const { state: from } = bill;
    TAX_BILL.next(from, 'pay');
    await moveUnderMandate(tx, bill.amount);
    bill.pay(note, tx.now);
    await tx.store(TaxBill, bill);
    noteBill(tx, 'pay', bill, from);
    const declaration = await tx.manager.findOneByOrFail(Declaration, {
      tenantId: tx.tenantId,
      id: bill.declarationId,
    });
    const remittance = note === null ? bill.number : `${bill.number} ${note}`;
    announceOrdered(tx, bill, declaration, remittance.slice(0, REMITTANCE_MAX));
    return bill;
  }

  /** The bank has paid it, on that day by the tenant's clock. */
  async confirmed(tx: Tx, id: string): Promise<void> {
    const found = await tx.find(TaxBill, id);
    // Before the bill, as receipts hold the two.
    const declaration = found === null ? null : await tx.lock(Declaration, found.declarationId);
    const bill = await tx.lock(TaxBill, id);
    if (bill === null || !TAX_BILL.allows(bill.state, 'confirm')) return;
    const { state: from } = bill;
    bill.confirm(dateInZone(tx.now, CHINA), tx.now);
    await tx.store(TaxBill, bill);
    noteBill(tx, 'confirm', bill, from);
    announcePaid(tx, bill);
    if (declaration?.expectedBy == null) return;
    declaration.waitAnew(tx);
    awaitCustoms(tx, declaration);
    await tx.store(Declaration, declaration);
  }

  /** It was not paid, for certain: it may be tried again, unless its declaration has come to nothing meanwhile. */
  async refused(tx: Tx, id: string, reason: string): Promise<void> {
    const found = await tx.find(TaxBill, id);
    // Before the bill, as receipts hold the two.
    const declaration = found === null ? null : await tx.lock(Declaration, found.declarationId);
    const bill = await tx.lock(TaxBill, id);
    if (bill === null || !TAX_BILL.allows(bill.state, 'refuse')) return;
    const { state: from } = bill;
    bill.refuse(reason, tx.now);
    await tx.store(TaxBill, bill);
    noteBill(tx, 'refuse', bill, from);
    announceUnpaid(tx, bill);
    if (declaration !== null && !owesTaxes(declaration.state)) await this.lift(tx, declaration);
  }

  /** Its last day is past: if something is owed still, somebody is told, and again later. */
  async chase(tx: Tx, { billId, expectedBy }: ExpireTaxBill): Promise<void> {
    const bill = await tx.lock(TaxBill, billId);
    if (bill?.expectedBy?.toISOString() !== expectedBy) return;
    bill.waitOn(tx.now);
    await tx.store(TaxBill, bill);
    announceLate(tx, bill, lateFee(bill.amount, bill.declaredOn, bill.dueOn, dateInZone(tx.now, CHINA)));
    watchBill(tx, bill);
  }

  /**
   * The declaration was sent back or withdrawn: what is not on its way to customs is not owed any more. What is paid is
   * paid, and to be claimed back from customs.
   */
  async lift(tx: Tx, { id: declarationId }: Declaration): Promise<void> {
    const bills = await tx.manager.find(TaxBill, {
      where: { tenantId: tx.tenantId, declarationId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const bill of bills.filter(({ state }) => TAX_BILL.allows(state, 'void'))) {
      const { state: from } = bill;
      await this.ledger.reverse(tx, bill.transferId, {
        key: `customs.tax-owed/${bill.id}/void`,
        reason: 'The declaration was sent back or withdrawn',
      });
      bill.void(tx.now);
      await tx.store(TaxBill, bill);
      noteBill(tx, 'void', bill, from);
      announceVoid(tx, bill);
    }
  }

  /** The tenant's day in China. */
  today(view: View): Promise<LocalDate> {
    return this.assessments.today(view);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TaxBill> {
    const bill = await view.find(TaxBill, id);
    if (bill === null) throw new ResourceNotFoundError(SAY.no_such_bill);
    return bill;
  }

  list(view: View, query: PageQuery, { state, declarationId, importerId }: TaxBillFilter): Promise<Page<TaxBill>> {
    const conditions = [
      ...among('state', state),
      ...equal('declaration_id', declarationId),
      ...equal('party_id', importerId),
    ];
    return entityPage(view, TaxBill, { table: 'customs.tax_bill', query, conditions });
  }

  /** The importer owes it to the platform, and the platform to customs. */
  private owe(tx: Tx, id: string, partyId: string, { number, issuedOn, lines }: StatedBill): Promise<string> {
    const amount = billedTotal(lines);
    return this.ledger.post(tx, {
      kind: 'customs.tax-owed',
      key: `customs.tax-owed/${id}`,
      valueDate: issuedOn,
      memo: `Tax bill ${number}`,
      postings: [
        { account: { code: 'client_dues', partyId }, amount },
        { account: { code: 'clearing_customs' }, amount: amount.negated() },
      ],
    });
  }
}
