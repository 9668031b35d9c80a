import { type LocalDate } from '../../../kernel/local-date.js';
import { type Block } from '../../../kernel/sheet.js';
import { type PlaceName } from './dcsa-paper.js';

/** What the booking says of the way. Null is not known yet. */
export interface Voyage {
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  readonly vesselName: string | null;
  readonly voyageNumber: string | null;
  readonly plannedDeparture: LocalDate | null;
  readonly plannedArrival: LocalDate | null;
}

export function voyageBlocks(voyage: Voyage, nameOf: PlaceName): Block[] {
  const { portOfLoading, portOfDischarge, vesselName, voyageNumber, plannedDeparture, plannedArrival } = voyage;
  const ship = [vesselName, voyageNumber].filter((part) => part !== null).join(' / ');
  const boxes = [
    { label: 'Port of loading 装货港', text: nameOf(portOfLoading) },
    { label: 'Port of discharge 卸货港', text: nameOf(portOfDischarge) },
    { label: 'Vessel / voyage 船名航次', text: ship },
    { label: 'Departure 预计开航', text: plannedDeparture ?? '' },
    { label: 'Arrival 预计到港', text: plannedArrival ?? '' },
  ];
  return [{ kind: 'boxes', boxes }];
}
