import { checkAirWaybill, checkS10 } from '../../../kernel/identifiers/index.js';
import { type ConsignmentWay } from './consignment-way.js';
import { type CourierReport, isNamed } from './courier-report.js';

const PLAIN = /^[A-Z0-9]{6,35}$/;

/** True for a number that such a way gives out; by air and by post its check digit is counted. */
export function isWaybillNumber(way: ConsignmentWay, number: string): boolean {
  if (way === 'air') return checkAirWaybill(number).valid;
  if (way === 'postal') return checkS10(number).valid;
  return PLAIN.test(number);
}

/**
 * A number whose check digit is wrong would go onto labels, and the goods nowhere.
 * @param known the number that it has already
 * @returns what is wrong with the numbers of a report: none where there must be one (`''`), or one that cannot be
 */
export function unusableNumber(way: ConsignmentWay, known: string | null, report: CourierReport): string | null {
  const { waybillNumber, trackingNumbers, status } = report;
  if (isNamed(status) && waybillNumber === null && known === null) return '';
  const given = waybillNumber === null ? trackingNumbers : [waybillNumber, ...trackingNumbers];
  return given.find((number) => !isWaybillNumber(way, number)) ?? null;
}
