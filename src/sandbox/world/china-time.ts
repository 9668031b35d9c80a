/** China has one zone and no summer time. */
const OFFSET_MS = 8 * 3_600_000;

function local(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

/** `2026-11-24T17:49:05.120+08:00` */
export function chinaDateTime(instant: Date): string {
  return local(instant).replace('Z', '+08:00');
}

/** `2026-11-24T17:49:05+08:00`: ISO 20022's ISODateTime as banks write it. */
export function chinaSeconds(instant: Date): string {
  return `${local(instant).slice(0, 19)}+08:00`;
}

/** `2026-11-24` */
export function chinaDate(instant: Date): string {
  return local(instant).slice(0, 10);
}

/** `20261124174905120` */
export function chinaDigits(instant: Date): string {
  return local(instant).replaceAll(/\D/g, '');
}
