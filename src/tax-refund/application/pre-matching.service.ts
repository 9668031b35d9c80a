import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { type OrderLineSnapshot, type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { type InvoiceParty } from '../domain/invoice-input.js';
import { type InvoiceLine } from '../domain/match-facts.js';
import { type PlannedExport, type PlannedLine, preMatch, type PreMatch } from '../domain/pre-match.js';
import { refundDeadlines } from '../domain/refund-deadlines.js';
import { isRegime, type Regime } from '../domain/regime.js';
import { PreMatchRegimeError } from '../domain/match-run.errors.js';
import { SAY } from '../domain/matching.sentences.js';
import { freeInvoiceLines } from '../entities/invoice-lines.table.js';
import { readMatchRules } from '../entities/match-rules.table.js';
import { IssuerCapacities } from './issuer-capacities.service.js';

/** 基本税率 (增值税法 第十条); where nobody has said another. */
const STANDARD_VAT_RATE = new Decimal('0.13');

export type DraftLine = Omit<
  PlannedLine,
  'refundRate' | 'exportDate' | 'itemNumber' | 'declarationLine' | 'vatRate'
> & {
  readonly vatRate: Decimal | null;
};

/** An export that is planned, as somebody tells it. */
export interface DraftExport {
  readonly regime: Regime;
  readonly exporterTaxNumber: string;
  readonly invoiceBuyer: InvoiceParty | null;
  readonly supervisionMode: string;
  /** Null: today. */
  readonly exportDate: LocalDate | null;
  readonly fxRate: Decimal | null;
  readonly lines: readonly DraftLine[];
  readonly invoiceLines: readonly InvoiceLine[];
}

/** Says before the goods leave what will be matched after. Keeps nothing. */
@Injectable()
export class PreMatching {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly orders: OrderBook,
    private readonly capacities: IssuerCapacities,
  ) {}

  /** By what the caller tells. @param recorded those of its invoice lines that are recorded already */
  async ofDraft(tx: Tx, draft: DraftExport, recorded: readonly InvoiceLine[] = []): Promise<PreMatch> {
    const today = dateInZone(tx.now, CHINA);
    const exportDate = draft.exportDate ?? today;
    const rates = await this.catalogue.refundRates(
      tx,
      draft.lines.map(({ hsCode }) => ({ hsCode, exportDate })),
    );
    const lines = draft.lines.map((line, index): PlannedLine => {
      const rate = rates[index];
      const vatRate = line.vatRate ?? STANDARD_VAT_RATE;
      const itemNumber = index + 1;
      const declarationLine = String(itemNumber).padStart(6, '0');
      return {
        ...{ ...line, itemNumber, declarationLine, exportDate, vatRate },
        refundRate: rate === undefined || rate instanceof DomainError ? null : rate.refundRate,
        noRate: rate instanceof DomainError ? rate.sentence : null,
      };
    });
    const planned: PlannedExport = {
      ...draft,
      lines,
      // Nobody has to have paid for what has not left.
      shortfall: Money.zero(lines[0]?.fob.currency ?? 'CNY'),
      today,
      collectBy: refundDeadlines({ exportDate }).collectBy,
      waitsForCollection: true,
      rules: await readMatchRules(tx),
    };
    const found = preMatch(planned);
    const drafted = draft.invoiceLines.filter((line) => !recorded.includes(line));
    return { ...found, findings: [...found.findings, ...(await this.capacities.findings(tx, recorded, drafted))] };
  }

  /**
   * By the order and the invoices that it has, beside those that are only drafted.
   * @throws ResourceNotFoundError, PreMatchRegimeError where the order wants no refund
   */
  async ofOrder(
    tx: Tx,
    orderId: string,
    { drafts, exportDate }: { readonly drafts: readonly InvoiceLine[]; readonly exportDate: LocalDate | null },
  ): Promise<PreMatch> {
    const order = await this.orders.snapshot(tx, orderId);
    const { mode } = order.refund;
    if (!isRegime(mode)) throw new PreMatchRegimeError(SAY.order_wants_none);
    const { name, uscc } = order.seller;
    const recorded = await freeInvoiceLines(tx, orderId);
    const draft = {
      regime: mode,
      exporterTaxNumber: uscc,
      // Of agency whoever files; who that is the order does not say.
      invoiceBuyer: mode === 'trading' ? { name, taxNumber: uscc } : null,
      supervisionMode: order.salesChannel,
      exportDate,
      fxRate: new Decimal(order.fx.planRate),
      lines: linesOf(order),
      invoiceLines: [...recorded, ...drafts],
    };
    return this.ofDraft(tx, draft, recorded);
  }
}

/** FOB: the price less freight and insurance, where the trade term has them inside, spread by value. */
function linesOf(order: OrderSnapshot): DraftLine[] {
  const { freightCharge, insuranceCharge } = order.freight;
  const charges = [freightCharge, insuranceCharge].flatMap((charge) =>
    charge === null ? [] : [Money.fromJSON(charge)],
  );
  const totals = order.lines.map(({ total }) => Money.fromJSON(total));
  const isFob =
    order.incoterm === 'FOB' || order.incoterm === 'EXW' || order.incoterm === 'FCA' || order.incoterm === 'FAS';
  const shares = Money.sum(isFob ? [] : charges, order.currency).allocate(totals.map(({ minor }) => minor));
  return order.lines.map((line, index) => {
    const total = Money.fromJSON(line.total);
    return draftOf(line, total.minus(shares[index] ?? Money.zero(order.currency)));
  });
}

function draftOf(line: OrderLineSnapshot, fob: Money): DraftLine {
  const { lineNumber, hsCode, goodsName, sourceDistrict, secondQuantity, secondUnit, purchase } = line;
  const second = secondQuantity !== null && secondUnit !== null ? [{ quantity: secondQuantity, unit: secondUnit }] : [];
  const quantities = [
    { quantity: line.quantity, unit: line.unit },
    { quantity: line.firstQuantity, unit: line.firstUnit },
    ...second,
  ].map(({ quantity, unit }) => ({ quantity: new Decimal(quantity), unit }));
  return {
    ...{ lineNumber, hsCode, goodsName, sourceDistrict, quantities, fob },
    purchase: purchase === null ? null : Money.fromJSON(purchase.amountExVat),
    vatRate: purchase === null ? null : new Decimal(purchase.vatRate),
  };
}
