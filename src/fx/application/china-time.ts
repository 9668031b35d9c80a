/** China keeps one zone and no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** `2026-11-24T17:49:05+08:00` */
export function chinaTime(instant: Date): string {
  return `${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
