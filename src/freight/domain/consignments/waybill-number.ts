import { checkAirWaybill, checkS10 } from '../../../kernel/identifiers/index.js';
import { type ConsignmentWay } from './consignment-way.js';

const PLAIN = /^[A-Z0-9]{6,35}$/;

/** True for a number that such a way gives out; by air and by post its check digit is counted. */
export function isWaybillNumber(way: ConsignmentWay, number: string): boolean {
  if (way === 'air') return checkAirWaybill(number).valid;
  if (way === 'postal') return checkS10(number).valid;
  return PLAIN.test(number);
}
