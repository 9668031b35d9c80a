import { CURRENCIES } from '../../../kernel/currency.js';
import { parseId, publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { EnumField, IdField, ListField, ObjectField, TextField } from '../../../platform/http/fields.js';
import { INCOTERMS, type Incoterm } from '../../domain/incoterm.js';
import { PRODUCT_FIELDS, type ProductField } from '../../domain/lines-of-products.js';
import { type GivenLine, type GivenTerms, goodsOf, type OrderLine, type TradeOrder } from '../../domain/trade-order.js';
import { FreightDto, FxDto, LINES_MAX, OrderLineRequest, RefundDto, RouteDto } from './order-parts.dto.js';

/** The fields of an order, all needed or (in a change) all optional. */
function termsClass(optional: boolean) {
  class Terms {
    @TextField({ description: 'Your own number for the order; unique', max: 64, optional, example: 'SO-2026-0001' })
    reference!: string;

    @TextField({
      description: 'Number of the sales contract, as customs and bank will see it',
      max: 32,
      optional,
      example: 'NB20261101',
    })
    contractNumber!: string;

    @IdField({ description: 'The exporting company', kind: 'party', optional })
    sellerId!: string;

    @IdField({ description: 'Who buys and pays', kind: 'party', optional })
    buyerId!: string;

    @EnumField({ description: 'Incoterms 2020', values: INCOTERMS, optional, example: 'FOB' })
    incoterm!: Incoterm;

    @EnumField({ description: 'ISO 4217', values: CURRENCIES, optional, example: 'USD' })
    currency!: string;

    @TextField({
      description:
        'Supervision mode (监管方式): 0110 general trade, 1039 market purchase, 9710 e-commerce to businesses, 9810 to a warehouse abroad; default 0110',
      pattern: /^\d{4}$/,
      max: 4,
      optional: true,
      example: '0110',
    })
    salesChannel?: string;

    @ListField(() => OrderLineRequest, {
      description: 'The goods; more than 50 lines go in several declarations of 50 at most',
      min: 1,
      max: LINES_MAX,
      optional,
    })
    lines!: OrderLineRequest[];

    @ObjectField(() => RouteDto, { description: 'From where to where', optional })
    route!: RouteDto;

    @ObjectField(() => FreightDto, { description: 'Who carries the goods, and how', optional })
    freight!: FreightDto;

    @ObjectField(() => RefundDto, { description: 'The export VAT refund', optional })
    refund!: RefundDto;

    @ObjectField(() => FxDto, { description: 'What is done with the foreign currency', optional })
    fx!: FxDto;
  }
  return Terms;
}

export const PLACEMENTS = ['immediate', 'later'] as const;

/** A trade order, complete. */
export class OrderRequest extends termsClass(false) {
  @EnumField({
    description: 'immediate: binding at once; later: a draft, until `POST /v1/orders/{id}/placement`',
    values: PLACEMENTS,
    optional: true,
    example: 'immediate',
  })
  placement?: (typeof PLACEMENTS)[number];

  toTerms(): GivenTerms {
    return termsOf(this);
  }
}

/** What is to change of a draft; a field that is left out stays, a list or object is replaced as a whole. */
export class OrderChangeRequest extends termsClass(true) {
  toChange(): (order: TradeOrder) => GivenTerms {
    const given = Object.fromEntries(Object.entries(this).filter(([, value]) => value !== undefined));
    return (order) => termsOf({ ...requestOf(order), ...given });
  }
}

type Terms = InstanceType<ReturnType<typeof termsClass>>;

function termsOf(request: Terms): GivenTerms {
  const { currency, freight, refund, fx, lines } = request;
  return {
    reference: request.reference,
    contractNumber: request.contractNumber,
    sellerId: parseId('party', request.sellerId),
    buyerId: parseId('party', request.buyerId),
    incoterm: request.incoterm,
    currency,
    salesChannel: request.salesChannel ?? '0110',
    route: { ...request.route },
    freight: {
      by: freight.by,
      mode: freight.mode ?? null,
      containers: freight.containers?.map((container) => ({ ...container })) ?? [],
      readyDate: freight.readyDate,
      freightCharge: freight.freightCharge ? Money.fromJSON(freight.freightCharge) : null,
      insuranceCharge: freight.insuranceCharge ? Money.fromJSON(freight.insuranceCharge) : null,
    },
    refund: { mode: refund.mode, advance: refund.advance ?? false },
    fx: { conversion: fx.conversion ?? 'automatic', planRate: fx.planRate },
    lines: lines.map(lineOf),
  };
}

function lineOf(request: OrderLineRequest): GivenLine {
  const { purchase, secondQuantity, secondUnit, originCountry, total, productId, refundCode, ...line } = request;
  return {
    ...line,
    productId: productId == null ? null : parseId('product', productId),
    secondQuantity: secondQuantity ?? null,
    secondUnit: secondUnit ?? null,
    refundCode: refundCode ?? null,
    originCountry: originCountry ?? 'CN',
    total: Money.fromJSON(total),
    purchase: purchase ? { amountExVat: Money.fromJSON(purchase.amountExVat), vatRate: purchase.vatRate } : null,
  };
}

/** The order as its caller would have written it. */
function requestOf(order: TradeOrder): Terms {
  const { freight } = order;
  return {
    reference: order.reference,
    contractNumber: order.contractNumber,
    sellerId: publicId('party', order.sellerId),
    buyerId: publicId('party', order.buyerId),
    incoterm: order.incoterm,
    currency: order.value.currency,
    salesChannel: order.salesChannel,
    route: order.route,
    freight: {
      ...freight,
      containers: [...freight.containers],
      freightCharge: freight.freightCharge?.toJSON() ?? null,
      insuranceCharge: freight.insuranceCharge?.toJSON() ?? null,
    },
    refund: order.refund,
    fx: order.fx,
    lines: order.lines.map((line) => ({
      ...statedOf(line),
      refundCode: line.refundCode,
      total: line.total.toJSON(),
      purchase: line.purchase && {
        amountExVat: line.purchase.amountExVat.toJSON(),
        vatRate: line.purchase.vatRate,
      },
    })),
  };
}

/** What was taken from a product is asked of it again. */
function statedOf(line: OrderLine): Omit<OrderLineRequest, 'total' | 'purchase'> {
  const goods = goodsOf(line);
  if (line.product === null) return goods;
  const isOfProduct = (field: string): boolean => (PRODUCT_FIELDS as readonly string[]).includes(field);
  const own = Object.fromEntries(Object.entries(goods).filter(([field]) => !isOfProduct(field)));
  return { ...(own as Omit<typeof goods, ProductField>), productId: publicId('product', line.product.id) };
}

export class CancellationRequest {
  @TextField({ description: 'Why, for the timeline', max: 500, example: 'The buyer withdrew the contract' })
  reason!: string;
}
