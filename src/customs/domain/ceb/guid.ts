/** How many records one message holds. Source: 海关跨境统一版 2022-05. */
export const CEB_RECORDS_MAX = 100;

const NUMBER_DIGITS = 4;
const GUID = /^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/;

/**
 * The guid of a message made of one of our ids: upper case, as the specification asks, its last four digits zero, so that they
 * can number the records.
 * @param id a UUID
 */
export function messageGuid(id: string): string {
  return id.toUpperCase().slice(0, -NUMBER_DIGITS) + '0'.repeat(NUMBER_DIGITS);
}

/**
 * The guid of a record: that of its message with the record's number in its last four digits. Whoever answers a record by its
 * guid names its message too.
 * @param place of the record in its message, from 0
 */
export function recordGuid(guid: string, place: number): string {
  const number = (place + 1).toString(16).toUpperCase().padStart(NUMBER_DIGITS, '0');
  return guid.slice(0, -NUMBER_DIGITS) + number;
}

/** The message that a record of ours belongs to; null when the guid is not made as ours are. */
export function guidOfMessage(guidOfRecord: string): string | null {
  const upper = guidOfRecord.toUpperCase();
  return GUID.test(upper) ? messageGuid(upper) : null;
}
