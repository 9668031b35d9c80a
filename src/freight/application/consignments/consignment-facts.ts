import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type ConsignmentParty, type DeclaredGoods } from '../../domain/consignments/consignment-check.js';
import { type WeighedPieces } from '../../domain/consignment.js';
import { type ComparisonRequest } from '../comparisons.service.js';
import { OWN_RATE } from '../comparisons.service.js';
import { type Comparison, type GoodsRecord } from '../../entities/comparison.entity.js';

/** The pieces as they were compared. */
export function piecesOf({ pieces }: GoodsRecord): (WeighedPieces & { readonly stackable?: boolean | undefined })[] {
  return pieces.map(({ count, lengthCm, widthCm, heightCm, weightKg, stackable }) => ({
    count,
    lengthCm: new Decimal(lengthCm),
    widthCm: new Decimal(widthCm),
    heightCm: new Decimal(heightCm),
    weightKg: new Decimal(weightKg),
    stackable,
  }));
}

/** What was compared, to be compared once more. */
export function requestOf(comparison: Comparison): ComparisonRequest {
  const { origin, destination, readyOn, currency, ranking, costWeight, goods, exchange } = comparison;
  const own = exchange.filter(({ source }) => source === OWN_RATE);
  return {
    ...{ origin, destination, readyOn, currency, ranking, costWeight },
    pieces: piecesOf(goods),
    nature: goods.nature,
    incoterm: goods.incoterm,
    goodsValue: goods.goodsValue === null ? null : Money.fromJSON(goods.goodsValue),
    storageDays: goods.storageDays,
    units: goods.units,
    exchangeRates: own.map((one) => ({ currency: one.currency, rate: new Decimal(one.rate) })),
  };
}

/** Parties of an order; it knows neither postal codes nor telephones. */
export function partiesOf({ seller, buyer }: OrderSnapshot): Record<'sender' | 'recipient', ConsignmentParty> {
  const rest = { postalCode: null, phone: null };
  return {
    sender: { name: seller.nameEn, address: seller.address, country: 'CN', ...rest },
    recipient: { name: buyer.name, address: buyer.address, country: buyer.country, ...rest },
  };
}

/** The lines of an order, as customs abroad are told of them. */
export function goodsOf({ lines }: OrderSnapshot): DeclaredGoods[] {
  return lines.map((line) => ({
    description: line.goodsNameEn,
    hsCode: line.hsCode,
    quantity: new Decimal(line.quantity),
    value: Money.fromJSON(line.total),
    netKg: new Decimal(line.netWeightKg),
    originCountry: line.originCountry,
  }));
}
