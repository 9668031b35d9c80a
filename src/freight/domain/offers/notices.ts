import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from '../freight.sentences.js';
import { type Place } from '../places.js';
import { type TariffMode } from '../rate.js';
import { type Consignment } from './consignment-facts.js';

/** Delivered to the door: where the hub stands is the carrier's matter. */
const TO_THE_DOOR: readonly TariffMode[] = ['express', 'postal', 'dedicated_line', 'overseas_warehouse'];
/** The seller hands over before the main carriage. Source: Incoterms® 2020, rules E and F. */
const BUYER_PAYS = ['EXW', 'FCA', 'FAS', 'FOB'];
/** Source: Incoterms® 2020, CIF and CIP, A5. */
const SELLER_INSURES = ['CIF', 'CIP'];

/** What the price leaves out, so that offers of different ways can be held against one another. */
export function notices(
  mode: TariffMode,
  { from, to, incoterm }: Consignment,
  gateways: { readonly from: Place; readonly to: Place },
): Sentence[] {
  const isFetched = TO_THE_DOOR.includes(mode);
  return [
    ...(gateways.from.code === from.code || isFetched ? [] : [SAY.gateway_from({ place: nameOf(gateways.from) })]),
    ...(gateways.to.code === to.code || isFetched ? [] : [SAY.gateway_to({ place: nameOf(gateways.to) })]),
    ...(incoterm !== null && BUYER_PAYS.includes(incoterm) ? [SAY.buyer_pays({ incoterm })] : []),
    ...(incoterm !== null && SELLER_INSURES.includes(incoterm) ? [SAY.seller_insures({ incoterm })] : []),
  ];
}

function nameOf({ code, name }: Place): string {
  return `${code} ${name}`;
}
