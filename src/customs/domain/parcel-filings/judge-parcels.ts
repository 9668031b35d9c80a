import { type Fault } from '../../../kernel/domain-error.js';
import { publicId } from '../../../kernel/ids.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { type ParcelState } from '../parcels/parcel-status.js';
import { type FiledParcel, type OtherFiling, type ParcelFilingKind } from './filing-kind.js';
import { SAY, WHY_NOT } from './parcel-filing.sentences.js';

/** A parcel that somebody wants to file about, before its list is looked up. */
export interface Candidate {
  readonly id: string;
  readonly profileId: string;
  readonly orderNo: string;
  readonly state: ParcelState;
  readonly invtNo: string | null;
  readonly others: readonly OtherFiling[];
}

/**
 * Whether these parcels may be filed about together: all there, once each, of one profile, so far along the way, and not filed
 * about so already.
 * @param named their ids as they were given, in order
 * @returns a fault for each that may not
 */
export function judgeParcels(
  named: readonly string[],
  found: ReadonlyMap<string, Candidate>,
  kind: Pick<ParcelFilingKind, 'name' | 'from'>,
): Fault[] {
  const profileId = named.map((id) => found.get(id)).find((parcel) => parcel !== undefined)?.profileId;
  const seen = new Set<string>();
  return named.flatMap((id, place) => {
    const parcel = found.get(id);
    const isRepeated = seen.has(id);
    seen.add(id);
    if (parcel === undefined) return [faultOf(place, id, 'not_found', WHY_NOT.unknown)];
    if (isRepeated) return [faultOf(place, id, 'repeated', WHY_NOT.twice)];
    if (parcel.profileId !== profileId) return [faultOf(place, id, 'other_profile', WHY_NOT.other_profile)];
    return faultsOf(place, parcel, kind);
  });
}

function faultsOf(
  place: number,
  { id, orderNo, state, invtNo, others }: Candidate,
  { name, from }: Pick<ParcelFilingKind, 'name' | 'from'>,
): Fault[] {
  const before = others.find(({ kind, isAccepted, isOfPart }) => kind === name && !(isAccepted && isOfPart));
  if (before !== undefined) {
    return [faultOf(place, id, 'filed_already', before.isAccepted ? WHY_NOT.done : WHY_NOT.waiting)];
  }
  if (!from.includes(state)) {
    const parcel = publicId('parcel', id);
    return [{ pointer: pointerTo(place), code: 'state', message: SAY.in_state({ parcel, orderNo, state }) }];
  }
  return invtNo === null ? [faultOf(place, id, 'no_number', WHY_NOT.no_number)] : [];
}

/** What the kind itself has against them, once their lists are known. */
export function objectionsOf(
  parcels: readonly FiledParcel[],
  kind: ParcelFilingKind,
  { said, now }: { readonly said: object; readonly now: Date },
): Fault[] {
  return parcels.flatMap((parcel, place) => {
    const why = kind.whyNot?.(parcel, now, said) ?? null;
    return why === null ? [] : [faultOf(place, parcel.id, 'not_allowed', why)];
  });
}

function faultOf(place: number, id: string, code: string, why: Bilingual): Fault {
  return { pointer: pointerTo(place), code, message: SAY.not_this({ parcel: publicId('parcel', id), why }) };
}

function pointerTo(place: number): string {
  return `/parcelIds/${place}`;
}
