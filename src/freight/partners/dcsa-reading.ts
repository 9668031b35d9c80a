import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { type Json, textAt } from '../domain/told-json.js';

export { isJson, type Json, listAt, objectAt, textAt } from '../domain/told-json.js';

/** @throws UnreadableCarrierMessageError when it is no JSON */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new UnreadableCarrierMessageError(SAY.message_no_json, {}, [], { cause: error });
  }
}

/** An RFC 3339 instant with its offset, as written. @throws UnreadableCarrierMessageError when it is none */
export function instantAt(json: Json, name: string): string {
  const value = textAt(json, name);
  if (value === null || !/[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i.test(value) || Number.isNaN(Date.parse(value))) {
    throw new UnreadableCarrierMessageError(SAY.no_instant({ field: name }), { field: name });
  }
  return value;
}
