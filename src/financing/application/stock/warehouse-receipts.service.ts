import { Injectable } from '@nestjs/common';

import { Decimal } from '../../../kernel/decimal.js';
import { newId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { Parties } from '../../../parties/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type Product, productOn } from '../../domain/products/product.js';
import { standingOfReceipt } from '../../domain/stock/receipt-value.js';
import { ReceiptBacksLoanError, ReceiptPledgedError } from '../../domain/stock/stock.errors.js';
import { SAY_STOCK as SAY } from '../../domain/stock/stock.sentences.js';
import { keepRelease, keepValuation } from '../../entities/receipt-history.table.js';
import { type PledgedGoods, type Valuation, WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';
import { EarlyRepayments } from '../early-repayments.service.js';
import { Pledges } from '../pledges.service.js';
import { readVersions } from '../products/product-book.js';
import {
  announceCancelled,
  announcePledged,
  announceReleased,
  announceRevalued,
  announceTopUp,
  note,
} from './receipt-news.js';
import { redeem } from './redemption.js';
import { askForRegistration, giveUpReceipt } from './receipt-registrations.js';
import { type ListedReceipt, listedReceipts, type SeenReceipt, seenReceipt, standingOf } from './seen-receipt.js';

export interface NewReceipt extends Omit<PledgedGoods, 'tenantId' | 'id' | 'coverRate' | 'creditor'> {
  readonly valuation: Valuation;
}

export interface WantedRelease {
  /** Null: all that is left. */
  readonly quantity: Decimal | null;
  /** Whether what the rest does not cover is repaid first, out of what the platform holds for the seller. */
  readonly repays: boolean;
  readonly reason: string;
}

export interface ReceiptFilter {
  readonly sellerId?: string | undefined;
  readonly state?: string | undefined;
}

/** Warehouse receipts in pledge: taken once across all tenants, registered, revalued, and released against repayment. */
@Injectable()
export class WarehouseReceipts {
  constructor(
    private readonly parties: Parties,
    private readonly pledges: Pledges,
    private readonly early: EarlyRepayments,
  ) {}

  /**
   * Pledges a receipt, for the lender of a product. By its number and its warehouse it is taken as pledges are: no other tenant
   * pledges it, or borrows on it.
   * @throws InvalidInputError naming every fault; ProductNotOfferedError, ReceiptPledgedError
   */
  async pledge(tx: Tx, { valuation, ...goods }: NewReceipt): Promise<SeenReceipt> {
    const product = productOn(await readVersions(tx, goods.product), goods.product, today(tx));
    await this.check(tx, goods, valuation, product);
    const of = { tenantId: tx.tenantId, id: newId(), coverRate: new Decimal(product.advanceRate) };
    const receipt = WarehouseReceipt.pledge({ ...goods, ...of, creditor: product.lender }, valuation, tx.now);
    const { id, number, issuer, quantity } = receipt;
    if (!(await this.pledges.take(tx, id, [{ kind: 'warehouse_receipt', number, issuer }])))
      throw new ReceiptPledgedError(SAY.receipt_pledged({ number }));
    await tx.insert(WarehouseReceipt, receipt);
    await keepValuation(tx, id, quantity, valuation);
    await askForRegistration(tx, receipt);
    const seen = await seenReceipt(tx, receipt);
    announcePledged(tx, receipt, seen.standing);
    return seen;
  }

  /**
   * Keeps what somebody finds it to be worth. The latest counts; where that covers less than is owed nothing more is drawn, and a
   * top-up is asked for.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async revalue(tx: Tx, id: string, valuation: Valuation): Promise<SeenReceipt> {
    const receipt = await hold(tx, id);
    receipt.assertLive('release_part');
    const check = new InputCheck();
    checkValuation(check, valuation, { day: today(tx), currency: receipt.stock.value.currency, at: '' });
    check.done();
    await keepValuation(tx, id, receipt.leftQuantity, valuation);
    if (valuation.valuedOn >= receipt.valuedOn) receipt.revalue(valuation, tx.now);
    const standing = await standingOf(tx, receipt);
    const isNews = standing.shortfall.isMoreThan(receipt.toldShortfall);
    receipt.noteShortfall(standing.shortfall);
    await tx.store(WarehouseReceipt, receipt);
    announceRevalued(tx, receipt, standing, valuation.source);
    if (isNews) announceTopUp(tx, receipt, standing);
    return seenReceipt(tx, receipt);
  }

  /**
   * Goods leave the pledge, in part or with the last of them, as far as what stays covers what is owed; what it does not cover is
   * repaid first, where that is wished for.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, ReceiptBacksLoanError
   * @throws InsufficientFundsError, MandateLimitError of what is repaid
   */
  async release(tx: Tx, id: string, { quantity: wanted, repays, reason }: WantedRelease): Promise<SeenReceipt> {
    const receipt = await hold(tx, id);
    const { leftQuantity: left, unit, stock, coverRate, state: from } = receipt;
    receipt.assertLive('release');
    const quantity = wanted ?? left;
    const check = new InputCheck();
    check.positive(quantity, '/quantity');
    const isThere = quantity.lessThanOrEqualTo(left);
    check.that(isThere, '/quantity', 'range', SAY.more_than_left({ left: left.toFixed(), unit }));
    check.done();
    const { owed } = await standingOf(tx, receipt);
    const after = standingOfReceipt({ ...stock, leftQuantity: left.minus(quantity) }, coverRate, owed);
    const { shortfall } = after;
    const subject = { kind: 'warehouse_receipt', id } as const;
    const uncovered = repays ? await redeem(tx, this.early, subject, shortfall) : shortfall;
    if (!uncovered.isZero()) throw backsLoan(after);
    receipt.release(quantity, tx.now);
    await tx.store(WarehouseReceipt, receipt);
    await keepRelease(tx, id, { quantity, left: receipt.leftQuantity, reason });
    if (!receipt.isLive) await giveUpReceipt(tx, this.pledges, id);
    const seen = await seenReceipt(tx, receipt);
    announceReleased(tx, receipt, quantity.toFixed(), seen.standing.value);
    note(tx, receipt, 'release', from, { quantity: quantity.toFixed(), reason });
    return seen;
  }

  /**
   * Takes a pledge back on which nothing is owed.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, ReceiptBacksLoanError
   */
  async withdraw(tx: Tx, id: string, why: string): Promise<SeenReceipt> {
    const receipt = await hold(tx, id);
    const { state: from, coverRate, stock } = receipt;
    const { owed } = await standingOf(tx, receipt);
    const reason = reasonOf(why);
    receipt.cancel('withdraw', reason, tx.now);
    const nothing = { ...stock, leftQuantity: new Decimal(0) };
    if (!owed.isZero()) throw backsLoan(standingOfReceipt(nothing, coverRate, owed));
    await tx.store(WarehouseReceipt, receipt);
    await giveUpReceipt(tx, this.pledges, id);
    announceCancelled(tx, receipt, 'withdrawn', reason);
    note(tx, receipt, 'withdraw', from, { reason: why });
    return seenReceipt(tx, receipt);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<SeenReceipt> {
    const receipt = await view.find(WarehouseReceipt, id);
    if (receipt === null) throw new ResourceNotFoundError(SAY.no_such_receipt);
    return seenReceipt(view, receipt);
  }

  async list(view: View, query: PageQuery, { sellerId, state }: ReceiptFilter): Promise<Page<ListedReceipt>> {
    const conditions = [...equal('seller_id', sellerId), ...among('state', state)];
    const found = await entityPage(view, WarehouseReceipt, { table: 'financing.warehouse_receipt', query, conditions });
    return { ...found, data: await listedReceipts(view, found.data) };
  }

  private async check(
    tx: Tx,
    { sellerId, product: code, hsCode, goods, quantity, storedUntil }: Omit<NewReceipt, 'valuation'>,
    valuation: Valuation,
    { base, currency, advanceRate }: Product,
  ): Promise<void> {
    const check = new InputCheck();
    const seller = await this.parties.find(tx, sellerId);
    check.that(seller?.kind === 'seller' && seller.uscc !== null, '/sellerId', 'unknown', SAY.unknown_seller);
    check.that(base === 'warehouse_receipt', '/product', 'unknown', SAY.not_on_receipts({ product: code }));
    check.that(hsCode !== null || goods !== null, '/goods', 'required', SAY.goods_needed);
    check.positive(quantity, '/quantity');
    const day = today(tx);
    check.date(storedUntil, '/storedUntil');
    check.that(storedUntil > day, '/storedUntil', 'past', SAY.stored_too_short);
    checkValuation(check, valuation, { day, currency, at: '/valuation' });
    const cover = valuation.value.times(new Decimal(advanceRate), 'down');
    check.that(!cover.isZero(), '/valuation/value', 'too_low', SAY.worth_too_little);
    check.done();
  }
}

function checkValuation(
  check: InputCheck,
  { value, valuedOn }: Valuation,
  { day, currency, at }: { readonly day: LocalDate; readonly currency: string; readonly at: string },
): void {
  check.positive(value.toDecimal(), `${at}/value`);
  check.that(value.currency === currency, `${at}/value`, 'currency_mismatch', SAY.in_yuan({ currency }));
  check.date(valuedOn, `${at}/valuedOn`);
  check.that(valuedOn <= day, `${at}/valuedOn`, 'too_late', SAY.valued_in_future);
}

function backsLoan({ owed, cover }: ReturnType<typeof standingOfReceipt>): ReceiptBacksLoanError {
  const details = { owed: owed.toAmountString(), cover: cover.toAmountString(), currency: owed.currency };
  return new ReceiptBacksLoanError(SAY.backs_loan({ owed: String(owed), cover: String(cover) }), details);
}

async function hold(tx: Tx, id: string): Promise<WarehouseReceipt> {
  const receipt = await tx.lock(WarehouseReceipt, id);
  if (receipt === null) throw new ResourceNotFoundError(SAY.no_such_receipt);
  tx.assertFresh(receipt);
  return receipt;
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
