/** What a partner told, of which nothing is certain but that it is JSON. */
export type Json = Readonly<Record<string, unknown>>;

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
