import { Decimal } from '../../../kernel/decimal.js';
import { type Candidate, type Finding, type Owner } from './candidate.js';
import { SAY } from './guarantee.sentences.js';

type Owned = Pick<Candidate, 'partyId' | 'owners'>;

/**
 * Equity ties among the candidates: an owner of two of them, one that owns another, and circles of such. Each is found at the
 * later of the two. What a list of owners cannot be (an owner twice, more than the whole) is found there too.
 * @param from a holder must have more than this share in both
 */
export function tiesOf(candidates: readonly Owned[], from: Decimal): Finding[] {
  const places = new Map(candidates.map(({ partyId }, index) => [partyId, index]));
  return candidates.flatMap((candidate, index) => [
    ...ownFindings(candidate, index),
    ...candidate.owners.flatMap((owner, place) => memberTie(candidates, places, { index, place, owner })),
    ...sharedTies(candidates, index, from),
    ...circleAt(candidates, places, index),
  ]);
}

function ownFindings({ partyId, owners }: Owned, member: number): Finding[] {
  const keys = owners.map(keyOf);
  const sum = owners.reduce((total, { share }) => total.plus(share), new Decimal(0));
  return [
    ...owners.flatMap((owner, place) => [
      ...(keys.indexOf(keyOf(owner)) < place
        ? [{ member, field: `/owners/${place}`, code: 'duplicate', message: SAY.owner_twice }]
        : []),
      ...(owner.partyId === partyId
        ? [{ member, field: `/owners/${place}/partyId`, code: 'owns_itself', message: SAY.owns_itself }]
        : []),
    ]),
    ...(sum.greaterThan(1) ? [{ member, field: '/owners', code: 'out_of_range', message: SAY.owners_over }] : []),
  ];
}

/** One of the candidates is an owner of another. */
function memberTie(
  candidates: readonly Owned[],
  places: ReadonlyMap<string, number>,
  { index, place, owner }: { index: number; place: number; owner: Owner },
): Finding[] {
  const other = owner.partyId === null ? undefined : places.get(owner.partyId);
  if (other === undefined || other === index || candidates[other] === undefined) return [];
  const message = SAY.tie({ owner: owner.holder });
  return other < index
    ? [{ member: index, field: `/owners/${place}`, code: 'tied', message }]
    : [{ member: other, field: '/partyId', code: 'tied', message }];
}

/** An owner of this one has a share in an earlier one as well. */
function sharedTies(candidates: readonly Owned[], index: number, from: Decimal): Finding[] {
  const heldIn = (owned: Owned | undefined): ReadonlySet<string> =>
    new Set(owned?.owners.filter(({ share }) => new Decimal(share).greaterThan(from)).map(keyOf));
  const earlier = candidates.slice(0, index).map(heldIn);
  const here = heldIn(candidates[index]);
  return (candidates[index]?.owners ?? []).flatMap((owner, place) =>
    here.has(keyOf(owner)) && earlier.some((held) => held.has(keyOf(owner)))
      ? [
          {
            ...{ member: index, field: `/owners/${place}`, code: 'tied', message: SAY.tie({ owner: owner.holder }) },
          },
        ]
      : [],
  );
}

/** Whether going from owner to owner leads back here, with nobody later on the way: so each circle is found once. */
function circleAt(candidates: readonly Owned[], places: ReadonlyMap<string, number>, start: number): Finding[] {
  const ownersOf = (index: number): number[] =>
    (candidates[index]?.owners ?? []).flatMap(({ partyId }) => {
      const place = partyId === null ? undefined : places.get(partyId);
      return place === undefined || place === index || place > start ? [] : [place];
    });
  const seen = new Set<number>();
  const toVisit = ownersOf(start);
  for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
    if (next === start) {
      return [{ member: start, field: '/owners', code: 'ownership_circle', message: SAY.ownership_circle }];
    }
    if (seen.has(next)) continue;
    seen.add(next);
    toVisit.push(...ownersOf(next));
  }
  return [];
}

/** Without regard to blanks and case. */
function keyOf({ holder }: Owner): string {
  return holder.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
}
