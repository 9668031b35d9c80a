import { type OrderLineSnapshot, type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { tradeTermOf } from '../domain/data/trade-terms.js';
import { type DeclarationForm, type FormItem } from '../domain/declaration-form.js';
import { type Part, splitForm } from '../domain/declaration-split.js';

/** The forms as far as the order fills them; transport comes later, from freight or from the client. */
export function formsOf(order: OrderSnapshot): readonly DeclarationForm[] {
  return splitForm(formOf(order));
}

/** The form of one of them, as it would be drafted now. */
export function formOfPart(order: OrderSnapshot, { number }: Part): DeclarationForm {
  return partOf(formsOf(order), number);
}

/**
 * The freight that one of them declares, from what the carrier charges for the whole order.
 * @returns null when the price holds no freight, or the charges do not tell it
 */
export function freightOfPart(order: OrderSnapshot, charges: readonly MoneyJson[], { number }: Part): MoneyJson | null {
  const freightCharge = declaredFreight(order, charges);
  return partOf(splitForm({ ...formOf(order), freightCharge }), number).freightCharge;
}

function partOf(forms: readonly DeclarationForm[], number: number): DeclarationForm {
  const form = forms[number - 1];
  if (form === undefined) throw new Error(`The order has no declaration ${number}`);
  return form;
}

/** The goods of the whole order on one form, however many they are. */
function formOf(order: OrderSnapshot): DeclarationForm {
  const { seller, buyer, route, freight } = order;
  const { name, nameEn, uscc, customsCode } = seller;
  const exporter = { name, nameEn, uscc, customsCode };
  return {
    supervisionMode: order.salesChannel,
    declarationOffice: route.declarationOffice,
    exitOffice: route.exitOffice,
    // The exporter made or bought the goods itself and files for itself (自理报关).
    exporter,
    producer: exporter,
    declarant: exporter,
    consignee: { name: buyer.name, country: buyer.country, address: buyer.address },
    contractNumber: order.contractNumber,
    incoterm: order.incoterm,
    currency: order.currency,
    transportMode: route.transportMode,
    isContainerised: route.transportMode === 'sea' && freight.mode === 'fcl',
    transport: { vesselName: null, voyageNumber: null, billNumber: null },
    containers: [],
    portOfLoading: route.portOfLoading,
    portOfDischarge: route.portOfDischarge,
    destinationPortCode: null,
    exitPortCode: null,
    destinationCountry: route.destinationCountry,
    freightCharge: freight.freightCharge,
    insuranceCharge: freight.insuranceCharge,
    goodsPlace: seller.address,
    marks: null,
    remarks: null,
    items: order.lines.map(itemOf),
  };
}

function itemOf(line: OrderLineSnapshot, index: number): FormItem {
  return {
    itemNumber: index + 1,
    orderLineId: line.id,
    hsCode: line.hsCode,
    goodsName: line.goodsName,
    goodsNameEn: line.goodsNameEn,
    declarationElements: line.declarationElements,
    quantity: line.quantity,
    unit: line.unit,
    firstQuantity: line.firstQuantity,
    firstUnit: line.firstUnit,
    secondQuantity: line.secondQuantity,
    secondUnit: line.secondUnit,
    unitPrice: line.unitPrice,
    total: line.total,
    netWeightKg: line.netWeightKg,
    grossWeightKg: line.grossWeightKg,
    packages: line.packages,
    packageType: line.packageType,
    sourceDistrict: line.sourceDistrict,
    originCountry: line.originCountry,
    product: line.product,
  };
}

/**
 * The freight to declare, from what the carrier charges: the sum in the goods' currency, which is the freight after
 * loading; charges in CNY beside it are local ones, from before. Where there are only CNY charges, these at the
 * order's planning rate (CNY per 1), rounded half up.
 * @returns null when the price holds no freight, or the charges are in a third currency
 */
export function declaredFreight(order: OrderSnapshot, charges: readonly MoneyJson[]): MoneyJson | null {
  if (tradeTermOf(order.incoterm)?.includesFreight !== true) return null;
  const sum = (currency: string): Money =>
    Money.sum(
      charges.filter((charge) => charge.currency === currency).map((charge) => Money.fromJSON(charge)),
      currency,
    );
  const own = sum(order.currency);
  if (!own.isZero()) return own.toJSON();
  const local = sum('CNY');
  const isLocalOnly = charges.every(({ currency }) => currency === 'CNY');
  if (local.isZero() || !isLocalOnly) return null;
  return Money.ofMajor(local.toDecimal().div(new Decimal(order.fx.planRate)), order.currency, 'half-up').toJSON();
}
