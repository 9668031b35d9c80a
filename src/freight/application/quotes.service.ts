import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { newId, publicId } from '../../kernel/ids.js';
import { addDays, CHINA, dateInZone, laterOf, type LocalDate } from '../../kernel/local-date.js';
import { wire } from '../../kernel/wire.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { publish } from '../../platform/outbox/outbox.js';
import { type Cargo } from '../domain/cargo.js';
import { type FreightQuote, quoteFreight } from '../domain/freight-quote.js';
import { SAY } from '../domain/freight.sentences.js';
import { FreightReferenceTakenError, NoRateError, QuoteExpiredError } from '../domain/quote.errors.js';
import { OCEAN_FREIGHT, UN_LOCODE } from '../domain/rate.js';
import { Quote } from '../entities/quote.entity.js';
import { PlaceBook } from './place-book.js';
import { validUntil } from './quote-validity.js';
import { Rates } from './rates.service.js';

/** Papers and boxes are due up to three days before sailing; goods that are ready today sail in a week. */
const LEAD_DAYS = 7;

export interface Shipment {
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** The day of departure, which decides the rates. */
  readonly departureDate: LocalDate;
  readonly cargo: Cargo;
}

export interface QuoteRequest {
  readonly reference: string | null;
  readonly orderId: string | null;
  /** Absent where the order says it all. */
  readonly shipment: Shipment | null;
}

/** Prices shipments from the rate table, and keeps what was offered. */
@Injectable()
export class Quotes {
  constructor(
    private readonly rates: Rates,
    private readonly orders: OrderBook,
    private readonly places: PlaceBook,
  ) {}

  /**
   * @throws InvalidInputError naming every fault of the shipment
   * @throws NoRateError, SurchargeCurrencyError when the tariff cannot price it
   * @throws FreightReferenceTakenError
   * @throws ResourceNotFoundError when there is no such order
   */
  async give(tx: Tx, { reference, orderId, shipment }: QuoteRequest): Promise<Quote> {
    const described = shipment ?? shipmentOf(await this.orders.snapshot(tx, orderId ?? ''), tx.now);
    if (shipment !== null && orderId !== null) await this.orders.snapshot(tx, orderId);
    return this.price(tx, described, { reference, orderId });
  }

  /** As `give`, for an order that is at hand. */
  async giveFor(tx: Tx, order: OrderSnapshot): Promise<Quote> {
    return this.price(tx, shipmentOf(order, tx.now), { reference: null, orderId: order.id });
  }

  /** That the quote has expired, and what the same order would cost today; without a rate only the first. */
  async expired(tx: Tx, quote: Quote, order: OrderSnapshot): Promise<QuoteExpiredError> {
    const validUntil = quote.validUntil.toISOString();
    try {
      const shipment = shipmentOf(order, tx.now);
      const { totals, lines } = await this.priced(tx, shipment);
      const freshTotals = totals.map((total) => total.toString());
      const sentence = SAY.quote_fresh({ totals: freshTotals.join(' + ') });
      return new QuoteExpiredError(sentence, {
        ...{ validUntil, freshTotals, freshDeparture: shipment.departureDate },
        freshCharges: lines.map(({ code, amount }) => `${code} ${amount.toString()}`),
        orderId: publicId('order', order.id),
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return new QuoteExpiredError(SAY.quote_expired, { validUntil });
    }
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Quote> {
    const quote = await view.find(Quote, id);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    return quote;
  }

  /** Newest first. Two statements: the page of ids, and their rows. */
  list(
    view: View,
    query: PageQuery,
    filter: { orderId: string | undefined; reference: string | undefined; mode: string | undefined },
  ): Promise<Page<Quote>> {
    const conditions = [
      ...equal('order_id', filter.orderId),
      ...equal('reference', filter.reference),
      ...equal('mode', filter.mode),
    ];
    return entityPage(view, Quote, { table: 'freight.quote', query, conditions });
  }

  private async price(
    tx: Tx,
    shipment: Shipment,
    { reference, orderId }: { reference: string | null; orderId: string | null },
  ): Promise<Quote> {
    const priced = await this.priced(tx, shipment);
    const quote = quoteOf(tx, shipment, priced, { reference, orderId });
    await insertOnce(tx, quote);
    publish(tx, {
      type: 'freight.quote.given',
      resource: { type: 'freightQuote', id: quote.id },
      orderId,
      creates: true,
      data: { total: oceanTotal(priced), totals: priced.totals.map((total) => total.toJSON()) },
    });
    return quote;
  }

  /** @throws InvalidInputError, NoRateError, SurchargeCurrencyError */
  private async priced(view: View, shipment: Shipment): Promise<FreightQuote> {
    checkShipment(shipment);
    const { portOfLoading, portOfDischarge, departureDate, cargo } = shipment;
    const lane = { mode: cargo.mode, portOfLoading, portOfDischarge, day: departureDate };
    const rates = await this.rates.candidates(view, lane);
    try {
      return quoteFreight(cargo, rates);
    } catch (error) {
      if (!(error instanceof NoRateError)) throw error;
      const unknown = await this.unknownPorts(view, shipment);
      throw unknown.length === 0
        ? error
        : new NoRateError(error.sentence, error.details, [...unknown, ...error.faults]);
    }
  }

  /** A port without a rate may be a slip of the pen. One with a rate of one's own need not be on record. */
  private async unknownPorts(view: View, ports: Shipment): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const name of ['portOfLoading', 'portOfDischarge'] as const) {
      if ((await this.places.find(view, ports[name])) !== null) continue;
      const message = await this.places.unknown(view, ports[name]);
      faults.push({ pointer: `/${name}`, code: 'unknown_place', message });
    }
    return faults;
  }
}

/** The unique index, not a look beforehand, decides who was first. */
async function insertOnce(tx: Tx, quote: Quote): Promise<void> {
  try {
    await tx.insert(Quote, quote);
  } catch (error) {
    if (!violates(error, 'uq_quote_reference')) throw error;
    throw new FreightReferenceTakenError(SAY.quote_reference_taken, { reference: quote.reference });
  }
}

function quoteOf(
  tx: Tx,
  { portOfLoading, portOfDischarge, departureDate, cargo }: Shipment,
  priced: FreightQuote,
  { reference, orderId }: { reference: string | null; orderId: string | null },
): Quote {
  return Quote.given({
    tenantId: tx.tenantId,
    id: newId(),
    reference,
    orderId,
    mode: cargo.mode,
    portOfLoading,
    portOfDischarge,
    departureDate,
    cargo: wire(cargo),
    charges: wire(priced.lines),
    totals: wire(priced.totals),
    collectTotals: wire(priced.collectTotals),
    revenueTons: priced.revenueTons,
    calculation: { rule: priced.rule, steps: priced.steps },
    validUntil: validUntil(priced.ratesValidTo, tx.now),
    createdAt: tx.now,
  });
}

/** The sum in the currency of the ocean freight, for whoever wants one figure; `totals` has all. */
function oceanTotal({ lines, totals }: FreightQuote): { amount: string; currency: string } {
  const currency = lines.find(({ code }) => code === OCEAN_FREIGHT)?.amount.currency;
  const total = totals.find((one) => one.currency === currency) ?? totals[0];
  return total?.toJSON() ?? { amount: '0.00', currency: currency ?? 'USD' };
}

/** What an order says of its shipment. The earliest sailing that goods of the order's ready date can make. */
export function shipmentOf(order: OrderSnapshot, now: Date): Shipment {
  const { route, freight, lines } = order;
  const sum = (values: readonly string[]): Decimal => Decimal.sum(0, ...values);
  const grossKg = sum(lines.map(({ grossWeightKg }) => grossWeightKg));
  const cargo: Cargo =
    freight.mode === 'lcl'
      ? { mode: 'lcl', cbm: sum(lines.map(({ volumeCbm }) => volumeCbm)), grossKg }
      : { mode: 'fcl', containers: freight.containers, grossKg };
  const { portOfLoading, portOfDischarge } = route;
  const departureDate = addDays(laterOf(freight.readyDate, dateInZone(now, CHINA)), LEAD_DAYS);
  return { portOfLoading, portOfDischarge, departureDate, cargo };
}

function checkShipment({ portOfLoading, portOfDischarge, departureDate }: Shipment): void {
  const check = new InputCheck();
  const format = SAY.un_locode;
  check.that(UN_LOCODE.test(portOfLoading), '/portOfLoading', 'format', format);
  check.that(UN_LOCODE.test(portOfDischarge), '/portOfDischarge', 'format', format);
  check.that(portOfLoading !== portOfDischarge, '/portOfDischarge', 'same_port', SAY.ports_same);
  check.date(departureDate, '/departureDate');
  check.done();
}
