import { type IdKind, publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { INCOTERMS } from '../../domain/incoterm.js';
import { bindingTracks, TRADE_ORDER } from '../../domain/order-state.js';
import { type OrderLine, ORDER_STATES, type TradeOrder } from '../../domain/trade-order.js';
import { trackStates } from '../../domain/track-lives.js';
import { FreightDto, FxDto, LINES_MAX, OrderLineDto, RefundDto, RouteDto } from './order-parts.dto.js';

/** One state per track. */
export class TracksDto {
  @EnumField({ description: 'Declaration', values: trackStates('customs'), example: 'released' })
  customs!: string;

  @EnumField({ description: 'Booking and carriage', values: trackStates('freight'), example: 'confirmed' })
  freight!: string;

  @EnumField({
    description: "The buyer's money, its conversion and payout",
    values: trackStates('fx'),
    example: 'pending',
  })
  fx!: string;

  @EnumField({ description: 'Export VAT refund', values: trackStates('taxRefund'), example: 'pending' })
  taxRefund!: string;

  @EnumField({ description: 'Advance on the refund', values: trackStates('financing'), example: 'not_applicable' })
  financing!: string;
}

/** An order as a list shows it. */
export class OrderSummaryDto {
  @IdField({ description: 'Id of the order', kind: 'order' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['order'], example: 'order' })
  object!: 'order';

  @TextField({ description: 'Your own number for the order', max: 64, example: 'SO-2026-0001' })
  reference!: string;

  @TextField({ description: 'Number of the sales contract', max: 32, example: 'NB20261101' })
  contractNumber!: string;

  @EnumField({ description: 'Overall state, from the tracks', values: ORDER_STATES, example: 'in_progress' })
  state!: string;

  @ObjectField(() => TracksDto, { description: 'One state per track' })
  tracks!: TracksDto;

  @TextListField({ description: 'Commands that the state allows now', max: 3, maxLength: 20, example: ['cancel'] })
  allowedActions!: string[];

  @IdField({ description: 'The exporting company', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'Who buys and pays', kind: 'party' })
  buyerId!: string;

  @EnumField({ description: 'Incoterms 2020', values: INCOTERMS, example: 'FOB' })
  incoterm!: string;

  @TextField({ description: 'ISO 4217', min: 3, max: 3, example: 'USD' })
  currency!: string;

  @MoneyField({ description: 'Sum of the lines: what the buyer owes' })
  value!: MoneyDto;

  @TextField({ description: 'Supervision mode (监管方式)', max: 4, example: '0110' })
  salesChannel!: string;

  @InstantField({ description: 'When it became binding; null for a draft', nullable: true })
  placedAt!: string | null;

  @InstantField({ description: 'When every track was final', nullable: true })
  closedAt!: string | null;

  @TextField({ description: 'Why it was cancelled', max: 500, nullable: true })
  cancellationReason!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was entered', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static summary(order: Omit<TradeOrder, 'lines'>): OrderSummaryDto {
    const { value } = order;
    return {
      id: publicId('order', order.id),
      object: 'order',
      reference: order.reference,
      contractNumber: order.contractNumber,
      state: order.state,
      tracks: order.tracks,
      allowedActions: actionsOf(order),
      sellerId: publicId('party', order.sellerId),
      buyerId: publicId('party', order.buyerId),
      incoterm: order.incoterm,
      currency: value.currency,
      value: value.toJSON(),
      salesChannel: order.salesChannel,
      placedAt: order.placedAt?.toISOString() ?? null,
      closedAt: order.closedAt?.toISOString() ?? null,
      cancellationReason: order.cancellationReason,
      ...stampsOf(order),
    };
  }
}

/** What the state allows, less a cancellation that a track forbids. */
function actionsOf({ state, tracks, customsBinds }: Pick<TradeOrder, 'state' | 'tracks' | 'customsBinds'>): string[] {
  const actions = TRADE_ORDER.allowedActions(state);
  return bindingTracks({ tracks, customsBinds }).length === 0
    ? actions
    : actions.filter((action) => action !== 'cancel');
}

/** An order, complete. */
export class OrderDto extends OrderSummaryDto {
  @ListField(() => OrderLineDto, { description: 'The goods', max: LINES_MAX })
  lines!: OrderLineDto[];

  @ObjectField(() => RouteDto, { description: 'From where to where' })
  route!: RouteDto;

  @ObjectField(() => FreightDto, { description: 'Who carries the goods, and how' })
  freight!: FreightDto;

  @ObjectField(() => RefundDto, { description: 'The export VAT refund' })
  refund!: RefundDto;

  @ObjectField(() => FxDto, { description: 'What is done with the foreign currency' })
  fx!: FxDto;

  static from(this: void, order: TradeOrder): OrderDto {
    const { freight } = order;
    return {
      ...OrderSummaryDto.summary(order),
      lines: order.lines.map(lineDto),
      route: order.route,
      freight: {
        ...freight,
        containers: [...freight.containers],
        freightCharge: freight.freightCharge?.toJSON() ?? null,
        insuranceCharge: freight.insuranceCharge?.toJSON() ?? null,
      },
      refund: order.refund,
      fx: order.fx,
    };
  }
}

function lineDto({ id, total, purchase, product, ...line }: OrderLine): OrderLineDto {
  return {
    ...line,
    id: publicId('orderLine' satisfies IdKind, id),
    productId: product && publicId('product', product.id),
    productVersion: product?.version ?? null,
    total: total.toJSON(),
    purchase: purchase && { amountExVat: purchase.amountExVat.toJSON(), vatRate: purchase.vatRate },
  };
}

export class OrderPageDto extends PageOf(OrderSummaryDto) {}

export class OrdersQuery extends DatedPageQuery {
  @TextField({
    description: 'Overall states, separated by commas',
    pattern: wordsPattern(ORDER_STATES),
    max: 100,
    optional: true,
    example: 'in_progress,attention',
  })
  state?: string;

  @TextField({ description: 'Your own number for the order', max: 64, optional: true })
  reference?: string;

  @TextField({ description: 'Number of the sales contract', max: 32, optional: true })
  contractNumber?: string;

  @IdField({ description: 'The exporting company', kind: 'party', optional: true })
  sellerId?: string;

  @IdField({ description: 'Who buys and pays', kind: 'party', optional: true })
  buyerId?: string;
}
