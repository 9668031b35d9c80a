import { type View } from '../../platform/database/session.js';
import { type PlaceName } from '../domain/papers/dcsa-paper.js';
import { type PlaceBook } from './place-book.js';

/** How these places are called on paper; one that is not in the book, by its code. @example Ningbo, CN (CNNGB) */
export async function placeNames(view: View, book: PlaceBook, codes: readonly string[]): Promise<PlaceName> {
  const names = new Map<string, string>();
  for (const code of new Set(codes)) {
    const place = await book.find(view, code);
    if (place !== null) names.set(code, `${place.name}, ${place.country} (${code})`);
  }
  return (code) => names.get(code) ?? code;
}
