import { byteaArray } from '../../platform/database/bytea-array.js';
import { type Tx } from '../../platform/database/session.js';

/** What one parcel takes of what its buyer may buy in a year. */
export interface QuotaUse {
  readonly person: Buffer;
  readonly year: number;
  readonly minor: bigint;
}

/** All of a person or nothing: where it fits not for all, they are tried one by one. Rows are touched in one order. */
const RESERVE = `
  INSERT INTO customs.retail_quota AS q (tenant_id, person, year, reserved_minor, consumed_minor)
  SELECT $1, u.person, u.year, u.minor, 0
  FROM unnest($2::bytea[], $3::smallint[], $4::bigint[]) AS u (person, year, minor)
  WHERE u.minor <= $5 ORDER BY u.person, u.year
  ON CONFLICT (tenant_id, person, year) DO UPDATE SET reserved_minor = q.reserved_minor + excluded.reserved_minor
  WHERE q.reserved_minor + q.consumed_minor + excluded.reserved_minor <= $5
  RETURNING encode(person, 'hex') AS person, year`;

/**
 * Reserves what parcels take, one statement for all where it fits.
 * @param limit of a year, fen; the limit itself is within
 * @returns for each, in order, whether it fits
 */
export async function reserveQuota(tx: Tx, uses: readonly QuotaUse[], limit: bigint): Promise<boolean[]> {
  const fits = uses.map(() => false);
  const byPerson = new Map<string, number[]>();
  uses.forEach(({ person, year }, place) => {
    const key = `${person.toString('hex')} ${year}`;
    byPerson.set(key, [...(byPerson.get(key) ?? []), place]);
  });
  let waiting = [...byPerson.values()];
  const took = await reserve(tx, uses, waiting, limit);
  waiting = waiting.filter((places) => {
    const isIn = took.has(keyOf(uses, places));
    if (isIn) for (const place of places) fits[place] = true;
    return !isIn && places.length > 1;
  });
  // Who exceeds the limit by all of them may still have some, in the order in which they came.
  while (waiting.length > 0) {
    const next = waiting.map((places) => places.slice(0, 1));
    const some = await reserve(tx, uses, next, limit);
    for (const places of next) if (some.has(keyOf(uses, places))) for (const place of places) fits[place] = true;
    waiting = waiting.map(([, ...rest]) => rest).filter((rest) => rest.length > 0);
  }
  return fits;
}

async function reserve(
  tx: Tx,
  uses: readonly QuotaUse[],
  groups: readonly (readonly number[])[],
  limit: bigint,
): Promise<Set<string>> {
  if (groups.length === 0) return new Set();
  const first = groups.map((places) => firstOf(uses, places));
  const sums = groups.map((places) => places.reduce((sum, place) => sum + (uses[place]?.minor ?? 0n), 0n));
  const took = await tx.query<{ person: string; year: number }>(RESERVE, [
    tx.tenantId,
    byteaArray(first.map(({ person }) => person)),
    first.map(({ year }) => year),
    sums,
    limit,
  ]);
  return new Set(took.map(({ person, year }) => `${person} ${year}`));
}

function keyOf(uses: readonly QuotaUse[], places: readonly number[]): string {
  const { person, year } = firstOf(uses, places);
  return `${person.toString('hex')} ${year}`;
}

/** Of a group, which is never empty. */
function firstOf(uses: readonly QuotaUse[], [place = -1]: readonly number[]): QuotaUse {
  const use = uses[place];
  if (use === undefined) throw new Error('A group without a parcel');
  return use;
}
