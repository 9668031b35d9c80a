import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';

export type Json = Readonly<Record<string, unknown>>;

/** @throws UnreadableCarrierMessageError when it is no JSON */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new UnreadableCarrierMessageError(SAY.message_no_json, {}, [], { cause: error });
  }
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectAt(json: Json, name: string): Json {
  const value = json[name];
  return isJson(value) ? value : {};
}

export function listAt(json: Json, name: string): Json[] {
  const value = json[name];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** A text that is there and not empty; numbers, as some carriers write vessel numbers, count as their digits. */
export function textAt(json: Json, name: string): string | null {
  const value = json[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** An RFC 3339 instant with its offset, as written. @throws UnreadableCarrierMessageError when it is none */
export function instantAt(json: Json, name: string): string {
  const value = textAt(json, name);
  if (value === null || !/[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i.test(value) || Number.isNaN(Date.parse(value))) {
    throw new UnreadableCarrierMessageError(SAY.no_instant({ field: name }), { field: name });
  }
  return value;
}
