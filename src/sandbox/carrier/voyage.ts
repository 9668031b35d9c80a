import { addDays, CHINA, dateInZone, daysBetween } from '../../kernel/local-date.js';
import { type BookingRequest } from './booking-rules.js';

/** The sailing that a booking is confirmed for. */
export interface Voyage {
  readonly vesselName: string;
  readonly vesselIMONumber: string;
  readonly serviceCode: string;
  readonly number: string;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  readonly departureDate: string;
  readonly arrivalDate: string;
}

const VESSELS = [
  ['SBX ORIENT', '9300001'],
  ['SBX HARMONY', '9300013'],
  ['SBX PIONEER', '9300025'],
  ['SBX CATHAY', '9300037'],
] as const;
const SERVICE_CODE = 'SBX1';
const DAYS_TO_SAILING = 7;
const WEEK_DAYS = 7;
/** Days at sea from China by country of the port of discharge; a schedule of our own making. */
const TRANSIT_DAYS: Readonly<Record<string, number>> = {
  JP: 4,
  KR: 3,
  VN: 5,
  SG: 9,
  AU: 16,
  US: 18,
  GB: 32,
  DE: 30,
  NL: 30,
};
const TRANSIT_DAYS_ELSEWHERE = 28;
/** Hours from UTC by country, winter time; elsewhere UTC. */
const OFFSET_HOURS: Readonly<Record<string, number>> = {
  CN: 8,
  HK: 8,
  SG: 8,
  JP: 9,
  KR: 9,
  VN: 7,
  AU: 10,
  US: -5,
  DE: 1,
  NL: 1,
  GB: 0,
};

/** The sailing asked for; without a date or a vessel of the shipper's choice, the next of ours. */
export function voyageFor(booking: BookingRequest, now: Date): Voyage {
  const departureDate = booking.departureDate ?? addDays(dateInZone(now, CHINA), DAYS_TO_SAILING);
  const week = Math.floor(daysBetween(`${departureDate.slice(0, 4)}-01-01`, departureDate) / WEEK_DAYS) + 1;
  const [vesselName, vesselIMONumber] = VESSELS[week % VESSELS.length] ?? VESSELS[0];
  const transit = TRANSIT_DAYS[booking.portOfDischarge.slice(0, 2)] ?? TRANSIT_DAYS_ELSEWHERE;
  return {
    vesselName: booking.vesselName ?? vesselName,
    vesselIMONumber,
    serviceCode: SERVICE_CODE,
    number: booking.voyage ?? `${String(week).padStart(3, '0')}W`,
    portOfLoading: booking.portOfLoading,
    portOfDischarge: booking.portOfDischarge,
    departureDate,
    arrivalDate: addDays(departureDate, transit),
  };
}

/** `2026-12-05T18:00:00+08:00`: a wall-clock time at a port. */
export function timeAtPort(port: string, date: string, time: string): string {
  return `${date}T${time}${offset(port)}`;
}

/** An instant as the clocks at the port show it. */
export function instantAtPort(port: string, instant: Date): string {
  const hours = OFFSET_HOURS[port.slice(0, 2)] ?? 0;
  return new Date(instant.getTime() + hours * 3_600_000).toISOString().replace('Z', offset(port));
}

function offset(port: string): string {
  const hours = OFFSET_HOURS[port.slice(0, 2)] ?? 0;
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}
