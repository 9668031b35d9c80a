import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { newId, publicId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import {
  checkVoucher,
  linkWarnings,
  VOUCHER_MACHINE,
  type VoucherCommand,
  type VoucherInput,
  type VoucherWarning,
} from '../domain/consumption-tax-voucher.js';
import { DuplicateVoucherError, NoConsumptionTaxError, VoucherInUseError } from '../domain/consumption-tax.errors.js';
import { SAY } from '../domain/consumption-tax.sentences.js';
import { SAY as SAY_OF_REFUNDS } from '../domain/tax-refund.sentences.js';
import { ConsumptionTaxVoucher } from '../entities/consumption-tax-voucher.entity.js';
import { holdVoucherNumbers, relatedVouchers } from '../entities/consumption-tax-vouchers.table.js';
import { Invoice } from '../entities/invoice.entity.js';
import { invoiceLinesOf } from '../entities/invoice-lines.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { MATCH_EXPORT } from '../jobs/tax-refund.job.js';

/** What a paper belongs to, as far as somebody says. */
export interface VoucherPlace {
  readonly orderId: string | null;
  /** The VAT invoice of the same purchase; its order is the order of the paper. */
  readonly invoiceId: string | null;
}

export interface VoucherFilter {
  readonly orderId: string | undefined;
  readonly invoiceId: string | undefined;
  readonly state: string | undefined;
  readonly voucherNumber: string | undefined;
  readonly supplierTaxNumber: string | undefined;
}

/** Papers of consumption tax (消费税专用缴款书、分割单), by which a trading company gets it back. */
@Injectable()
export class ConsumptionTaxVouchers {
  constructor(private readonly orders: OrderBook) {}

  /**
   * @throws InvalidInputError naming every fault, also that it is a duplicate where it has others
   * @throws DuplicateVoucherError when the same paper is recorded already, or what it was split from, and nothing else is wrong
   */
  async record(tx: Tx, place: VoucherPlace, input: VoucherInput): Promise<ConsumptionTaxVoucher> {
    const check = new InputCheck();
    const odd = checkVoucher(check, input, dateInZone(tx.now, CHINA));
    const { orderId, warnings } = await this.linked(tx, check, place, input);
    if (orderId !== null) await this.checkLine(tx, check, orderId, input.orderLineNumber);
    await this.assertNew(tx, check, input);
    const { tenantId, now } = tx;
    const { invoiceId } = place;
    const findings = [...odd, ...warnings];
    const voucher = ConsumptionTaxVoucher.record({ tenantId, id: newId(), orderId, invoiceId, input, findings, now });
    try {
      await tx.insert(ConsumptionTaxVoucher, voucher);
    } catch (error) {
      if (!violates(error, 'uq_consumption_tax_voucher_number')) throw error;
      const { voucherNumber: number } = input;
      throw new DuplicateVoucherError(SAY.voucher_recorded({ number }), { voucherNumber: number });
    }
    noteVoucher(tx, 'record', voucher, null);
    lookAgain(tx, voucher);
    return voucher;
  }

  /** Gives a paper to the order whose goods it is for, or to another one. @throws VoucherInUseError */
  async assign(tx: Tx, id: string, orderId: string, line: number | null): Promise<ConsumptionTaxVoucher> {
    const voucher = await this.locked(tx, id, 'assign');
    const check = new InputCheck();
    await this.checkLine(tx, check, orderId, line);
    check.done();
    lookAgain(tx, voucher);
    voucher.assign(orderId, line, tx.now);
    lookAgain(tx, voucher);
    noteVoucher(tx, 'assign', voucher, voucher.state, { order: publicId('order', orderId) });
    return this.stored(tx, voucher);
  }

  /** @throws VoucherInUseError while a claim stands on it */
  async cancel(tx: Tx, id: string, reason: string): Promise<ConsumptionTaxVoucher> {
    const voucher = await this.locked(tx, id, 'cancel');
    const { state } = voucher;
    voucher.cancel(reason, tx.now);
    noteVoucher(tx, 'cancel', voucher, state, { reason });
    lookAgain(tx, voucher);
    return this.stored(tx, voucher);
  }

  /**
   * Consumption tax of an order is not claimed, because there is no paper of it: its claim waits for none.
   * @throws ResourceNotFoundError, NoConsumptionTaxError; IllegalTransitionError once it is claimed
   */
  async waive(tx: Tx, orderId: string, reason: string): Promise<void> {
    const refundCase = await tx.lock(RefundCase, orderId);
    if (refundCase === null) throw new ResourceNotFoundError(SAY_OF_REFUNDS.no_such_case);
    if (refundCase.regime !== 'trading') throw new NoConsumptionTaxError(SAY.waiver_regime);
    refundCase.waiveConsumptionTax(reason, tx.now);
    audit(tx, {
      action: 'tax_refund.case.waive_consumption_tax',
      resourceType: 'order',
      resourceId: orderId,
      details: { reason },
    });
    enqueue(tx, MATCH_EXPORT, { orderId });
    await tx.store(RefundCase, refundCase);
  }

  async get(view: View, id: string): Promise<ConsumptionTaxVoucher> {
    const voucher = await view.find(ConsumptionTaxVoucher, id);
    if (voucher === null) throw new ResourceNotFoundError(SAY.no_such_voucher);
    return voucher;
  }

  list(view: View, query: PageQuery, filter: VoucherFilter): Promise<Page<ConsumptionTaxVoucher>> {
    return entityPage(view, ConsumptionTaxVoucher, {
      table: 'tax_refund.consumption_tax_voucher',
      query,
      conditions: [
        ...equal('order_id', filter.orderId),
        ...equal('invoice_id', filter.invoiceId),
        ...among('state', filter.state),
        ...equal('voucher_number', filter.voucherNumber),
        ...equal('supplier_tax_number', filter.supplierTaxNumber),
      ],
    });
  }

  /** Held against the invoice of the same purchase, whose order it then has. */
  private async linked(
    tx: Tx,
    check: InputCheck,
    { orderId, invoiceId }: VoucherPlace,
    input: VoucherInput,
  ): Promise<{ orderId: string | null; warnings: VoucherWarning[] }> {
    if (invoiceId === null) return { orderId, warnings: [] };
    const invoice = await tx.find(Invoice, invoiceId);
    const stands = invoice?.state === 'recorded' && invoice.redOf === null;
    check.that(stands, '/invoiceId', 'no_such_invoice', SAY.no_linked_invoice);
    if (!stands) return { orderId, warnings: [] };
    const { buyerTaxNumber: buyer, sellerTaxNumber } = invoice;
    check.that(buyer === input.buyer.taxNumber, '/buyer/taxNumber', 'other_buyer', SAY.other_buyer({ buyer }));
    const isOfOrder = orderId === null || invoice.orderId === null || orderId === invoice.orderId;
    check.that(isOfOrder, '/orderId', 'other_order', SAY.invoice_of_order);
    const rows = await invoiceLinesOf(tx, [invoiceId]);
    const lines = rows.map(({ hs_code: hsCode, unit, quantity }) => ({
      ...{ hsCode, unit, quantity: new Decimal(quantity) },
    }));
    return { orderId: orderId ?? invoice.orderId, warnings: linkWarnings(input, { sellerTaxNumber, lines }) };
  }

  /** Whoever records the same paper at the same time waits, and is told what it was recorded as. */
  private async assertNew(tx: Tx, check: InputCheck, { voucherNumber, splitOf }: VoucherInput): Promise<void> {
    const numbers = [voucherNumber, ...(splitOf === null ? [] : [splitOf])];
    await holdVoucherNumbers(tx, numbers);
    for (const { id, ...found } of await relatedVouchers(tx, numbers)) {
      const sentence = clashOf({ voucherNumber, splitOf }, found);
      if (sentence === null) continue;
      const isAlone = check.found().length === 0;
      if (isAlone) {
        throw new DuplicateVoucherError(sentence, { voucherNumber, voucherId: publicId('consumptionTaxVoucher', id) });
      }
      check.that(false, '/voucherNumber', 'duplicate', sentence);
    }
    check.done();
  }

  private async checkLine(view: View, check: InputCheck, orderId: string, line: number | null): Promise<void> {
    const order = await this.orders.snapshot(view, orderId);
    const known = order.lines.map(({ lineNumber }) => lineNumber);
    const isKnown = line === null || known.includes(line);
    const detail = SAY_OF_REFUNDS.order_lines({ lines: known.map(String) });
    check.that(isKnown, '/orderLineNumber', 'unknown_line', detail);
  }

  private async locked(tx: Tx, id: string, command: VoucherCommand): Promise<ConsumptionTaxVoucher> {
    const voucher = await tx.lock(ConsumptionTaxVoucher, id);
    if (voucher === null) throw new ResourceNotFoundError(SAY.no_such_voucher);
    tx.assertFresh(voucher);
    VOUCHER_MACHINE.next(voucher.state, command);
    if (voucher.isUsed) throw new VoucherInUseError(SAY.voucher_in_use);
    return voucher;
  }

  private async stored(tx: Tx, voucher: ConsumptionTaxVoucher): Promise<ConsumptionTaxVoucher> {
    await tx.store(ConsumptionTaxVoucher, voucher);
    return voucher;
  }
}

interface Named {
  readonly voucherNumber: string;
  readonly splitOf: string | null;
}

/** A paper is recorded once, and never beside what it was split into. */
function clashOf(given: Named, found: Named): Sentence | null {
  if (found.voucherNumber === given.voucherNumber) return SAY.voucher_recorded({ number: given.voucherNumber });
  if (found.splitOf === given.voucherNumber) return SAY.voucher_split({ number: given.voucherNumber });
  return found.voucherNumber === given.splitOf ? SAY.original_recorded({ number: found.voucherNumber }) : null;
}

function noteVoucher(
  tx: Tx,
  command: VoucherCommand | 'record',
  { id, state }: ConsumptionTaxVoucher,
  from: string | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `tax_refund.consumption_tax_voucher.${command}`;
  audit(tx, { action, resourceType: 'consumptionTaxVoucher', resourceId: id, from, to: state, details });
}

/** The case of the order holds its facts against one another anew. */
function lookAgain(tx: Tx, { orderId }: ConsumptionTaxVoucher): void {
  if (orderId !== null) enqueue(tx, MATCH_EXPORT, { orderId });
}
