import { languageTag } from './language.js';

/** An instant in the reader's own time zone: `28 Nov 2026, 14:05`. */
export function instant(at: string): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** A day as it is written in law: it has no time zone, so none may move it. */
export function day(on: string): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function when(at: string): string {
  return DAY.test(at) ? day(at) : instant(at);
}
