import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { parseId } from '../../../kernel/ids.js';
import { type QuoteRequest, type Shipment } from '../../application/quotes.service.js';
import { type Cargo } from '../../domain/cargo.js';
import { type FreightQuoteRequestDto } from './quote.dto.js';

/** @throws InvalidInputError when it is neither an order alone nor a whole shipment of one mode */
export function quoteRequestOf(request: FreightQuoteRequestDto): QuoteRequest {
  const { reference = null, orderId, ...shipment } = request;
  const isOrderAlone = orderId !== undefined && Object.values(shipment).every((value: unknown) => value === undefined);
  return {
    reference,
    orderId: orderId === undefined ? null : parseId('order', orderId),
    shipment: isOrderAlone ? null : shipmentOf(shipment),
  };
}

function shipmentOf(given: Omit<FreightQuoteRequestDto, 'reference' | 'orderId'>): Shipment {
  const { mode, portOfLoading = '', portOfDischarge = '', departureDate = '', grossKg = '' } = given;
  const check = new InputCheck();
  for (const name of ['mode', 'portOfLoading', 'portOfDischarge', 'departureDate', 'grossKg'] as const) {
    check.required(given[name], `/${name}`);
  }
  // What would be ignored is refused.
  if (mode === 'lcl') check.absent(given.containers, '/containers', 'LCL');
  if (mode === 'fcl') {
    check.required(given.containers, '/containers');
    check.absent(given.cbm, '/cbm', 'FCL');
    check.absent(given.pieces, '/pieces', 'FCL');
  }
  check.done();
  return { portOfLoading, portOfDischarge, departureDate, cargo: cargoOf(given, new Decimal(grossKg)) };
}

function cargoOf({ mode, containers = [], cbm, pieces }: FreightQuoteRequestDto, grossKg: Decimal): Cargo {
  if (mode === 'fcl') {
    return { mode, containers: containers.map(({ sizeType, count }) => ({ sizeType, count })), grossKg };
  }
  return {
    mode: 'lcl',
    cbm: cbm === undefined ? undefined : new Decimal(cbm),
    pieces: pieces?.map((piece) => piece.toPieces()),
    grossKg,
  };
}
