import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type BookingChanges } from '../domain/booking-change.js';
import { type BookingInstruction, CONSOLIDATION_BOX, spreadGoods } from '../domain/booking-instruction.js';
import { type LoadedLine } from '../domain/lading/stuffing.js';
import { type Quote } from '../entities/quote.entity.js';

const REFERENCE_MAX = 35;

/** What the carrier is told of an order, with what was changed of the booking since. */
export function instructionOf(
  order: OrderSnapshot,
  quote: Quote,
  bookingId: string,
  changes: BookingChanges = {},
): BookingInstruction {
  const { route, seller, buyer, freight } = order;
  const { vesselName, voyageNumber, notifyParty, transportDocumentType } = changes;
  const { isPartialLoadAllowed, isEquipmentSubstitutionAllowed } = changes;
  return {
    reference: publicId('booking', bookingId),
    customerReference: customerReferenceOf(order),
    quoteReference: publicId('freightQuote', quote.id),
    mode: quote.mode,
    incoterm: order.incoterm,
    portOfLoading: route.portOfLoading,
    portOfDischarge: route.portOfDischarge,
    expectedDepartureDate: changes.expectedDepartureDate ?? (quote.departureDate satisfies LocalDate),
    shipper: { name: seller.nameEn, address: seller.address, uscc: seller.uscc },
    consignee: changes.consignee ?? { name: buyer.name, address: buyer.address },
    equipments: spreadGoods(goodsOf(order, changes), quote.mode === 'fcl' ? freight.containers : [CONSOLIDATION_BOX]),
    ...(notifyParty === undefined ? {} : { notifyParty }),
    ...(vesselName === undefined || voyageNumber === undefined ? {} : { ship: { vesselName, voyageNumber } }),
    ...(transportDocumentType === undefined ? {} : { transportDocumentType }),
    ...(isPartialLoadAllowed === undefined ? {} : { isPartialLoadAllowed }),
    ...(isEquipmentSubstitutionAllowed === undefined ? {} : { isEquipmentSubstitutionAllowed }),
  };
}

/** The order's own number, or ours where that is too long for the carrier. */
export function customerReferenceOf({ reference, id }: OrderSnapshot): string {
  return reference.length <= REFERENCE_MAX ? reference : publicId('order', id);
}

/** The lines of the order, each with what was said of it last. */
export function goodsOf(order: OrderSnapshot, { goods = [] }: BookingChanges): LoadedLine[] {
  const changed = new Map(goods.map((line) => [line.lineNumber, line]));
  return order.lines.map((line) => {
    const change = changed.get(line.lineNumber);
    return {
      lineNumber: line.lineNumber,
      description: line.goodsNameEn,
      hsCode: line.hsCode,
      grossKg: new Decimal(change?.grossKg ?? line.grossWeightKg),
      cbm: new Decimal(change?.cbm ?? line.volumeCbm),
      packages: change?.packages ?? line.packages,
    };
  });
}
