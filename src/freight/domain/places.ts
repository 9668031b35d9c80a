/** A port, an airport, a terminal or a town, as tariffs name it. */
export interface Place {
  /** UN/LOCODE. */
  readonly code: string;
  readonly name: string;
  readonly country: string;
  /** Digits of UN/LOCODE: 1 port, 2 rail, 4 airport. */
  readonly functions: string;
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_KM = 6_371.0088;

/** Along a great circle, km, whole. Source: haversine on the mean sphere (IUGG). */
export function greatCircleKm(
  from: Pick<Place, 'latitude' | 'longitude'>,
  to: Pick<Place, 'latitude' | 'longitude'>,
): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const [north, east] = [rad(to.latitude - from.latitude), rad(to.longitude - from.longitude)];
  const half =
    Math.sin(north / 2) ** 2 + Math.cos(rad(from.latitude)) * Math.cos(rad(to.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half))));
}

/**
 * The places that somebody may have meant, the likeliest first: by slips of the pen between what was written and code or name
 * (a letter wrong, missing, too many, or two swapped), letters of other scripts and marks left aside.
 * @example NINGPO → CNNGB Ningbo; DEHMA → DEHAM Hamburg
 */
export function nearestPlaces<Found extends Pick<Place, 'code' | 'name'>>(
  written: string,
  places: readonly Found[],
  count = 5,
): Found[] {
  const wanted = plain(written);
  if (wanted === '') return [];
  const graded = places.map((place) => {
    const name = plain(place.name);
    const asName = name.startsWith(wanted) && wanted.length > 2 ? 0.5 : slips(wanted, name);
    return { place, slips: Math.min(slips(wanted, plain(place.code)), asName) };
  });
  const near = graded.filter((one) => one.slips <= Math.max(2, Math.ceil(wanted.length / 3)));
  near.sort((left, right) => left.slips - right.slips || (left.place.code < right.place.code ? -1 : 1));
  return near.slice(0, count).map(({ place }) => place);
}

function plain(text: string): string {
  return text
    .slice(0, 60)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Distance of Damerau and Levenshtein, neighbours swapped as one slip. */
function slips(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 4) return Number.POSITIVE_INFINITY;
  let [before, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const [up, aside, across] = [last[column] ?? 0, line[column - 1] ?? 0, last[column - 1] ?? 0];
      const least = Math.min(up + 1, aside + 1, across + (isSame ? 0 : 1));
      line.push(row > 1 && column > 1 && isSwapped ? Math.min(least, (before[column - 2] ?? 0) + 1) : least);
    }
    [before, last] = [last, line];
  }
  return last[right.length] ?? 0;
}
