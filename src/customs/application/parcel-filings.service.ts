import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { type Tx } from '../../platform/database/session.js';
import {
  type FiledParcel,
  type ParcelFilingKind,
  type ParcelFilingName,
} from '../domain/parcel-filings/filing-kind.js';
import { filingKind } from '../domain/parcel-filings/filing-kinds.js';
import { type Candidate, judgeParcels, objectionsOf } from '../domain/parcel-filings/judge-parcels.js';
import { ParcelsNotFileableError } from '../domain/parcel-filings/parcel-filing.errors.js';
import { SAY } from '../domain/parcel-filings/parcel-filing.sentences.js';
import { faultsOfLines, type LineSaid } from '../domain/parcel-filings/returned-lines.js';
import { type FilingPlan, planFiling } from '../domain/parcel-filings/plan.js';
import { type EcommerceProfile } from '../entities/ecommerce-profile.entity.js';
import { lockParcels, type ParcelToFileAbout } from '../entities/filed-parcels.table.js';
import { ParcelFilingRow } from '../entities/parcel-filing.entity.js';
import { aspectOfFiling, insertRecords, otherFilings } from '../entities/parcel-filing-records.table.js';
import { CebMessages } from './ceb-messages.service.js';
import { EcommerceProfiles } from './ecommerce-profiles.service.js';
import { FiledLists } from './filed-lists.service.js';
import { announceRequested, awaitDecision, noteFiling } from './parcel-filing-news.js';

/** What is to be filed, and about which parcels. */
export interface FilingOrder {
  readonly kind: ParcelFilingName;
  /** Only what the kind has a use for: it is kept, and shown to whoever asks. */
  readonly said: object;
  readonly parcelIds: readonly string[];
}

type Held = ParcelToFileAbout & Candidate;

/** What may be filed, before it is. */
export interface HeldFiling {
  readonly profile: EcommerceProfile;
  readonly kind: ParcelFilingKind;
  readonly said: object;
  readonly parcels: readonly FiledParcel[];
  readonly listGuids: ReadonlyMap<string, string>;
}

/** Files what comes after the lists of parcels: withdrawals, departures, returns, summaries. */
@Injectable()
export class ParcelFilings {
  constructor(
    private readonly messages: CebMessages,
    private readonly profiles: EcommerceProfiles,
    private readonly lists: FiledLists,
  ) {}

  /**
   * All of them or none. Which message it is depends on the direction of the parcels.
   * @throws ParcelsNotFileableError naming every parcel that is in the way
   * @throws InvalidInputError where there is no such filing in this direction
   * @throws CebMessageInvalidError, CebSignerMissingError
   */
  async file(tx: Tx, order: FilingOrder): Promise<ParcelFilingRow> {
    return this.send(tx, await this.hold(tx, order));
  }

  /** Parcels that may be filed about, held, with their lists. @throws as `file`, but for messages */
  async hold(tx: Tx, { kind: name, said, parcelIds }: FilingOrder): Promise<HeldFiling> {
    const found = await lockParcels(tx, parcelIds);
    const [first] = found;
    const profile = first === undefined ? null : await this.profiles.get(tx, first.profileId);
    const kind = profile === null ? undefined : filingKind(name, profile.direction);
    if (profile !== null && kind === undefined) {
      const message = SAY.not_in_direction({ kind: name });
      throw new InvalidInputError([{ pointer: '/parcelIds', code: 'direction', message }]);
    }
    const wrong = [...(kind?.faultsOf?.(said, tx.now) ?? []), ...faultsOfSaid(said, parcelIds)];
    if (wrong.length > 0) throw new InvalidInputError(wrong);
    const held = await this.withOthers(tx, found, name, kind?.aspectOf?.(said) ?? '');
    const faults = judgeParcels(parcelIds, held, kind ?? { name, from: [] });
    if (profile === null || kind === undefined || faults.length > 0) throw new ParcelsNotFileableError(faults);
    const parcels = await this.opened(tx, parcelIds, held);
    const objections = objectionsOf(parcels, kind, { said, now: tx.now });
    if (objections.length > 0) throw new ParcelsNotFileableError(objections);
    return { profile, kind, said, parcels, listGuids: listGuidsOf(held) };
  }

  private async withOthers(
    tx: Tx,
    found: readonly ParcelToFileAbout[],
    kind: ParcelFilingName,
    aspect: string,
  ): Promise<ReadonlyMap<string, Held>> {
    const ids = found.map(({ id }) => id);
    const others = await otherFilings(tx, ids, kind, aspect);
    return new Map(found.map((parcel) => [parcel.id, { ...parcel, others: others.get(parcel.id) ?? [] }]));
  }

  private async opened(tx: Tx, ids: readonly string[], held: ReadonlyMap<string, Held>): Promise<FiledParcel[]> {
    const lists = await this.lists.read(
      tx,
      [...held.values()].flatMap(({ listGuid }) => listGuid ?? []),
    );
    return ids.map((id) => {
      const parcel = held.get(id);
      const list = lists.get(parcel?.listGuid ?? '');
      if (parcel === undefined || list === undefined) throw new Error(`The list of parcel ${id} is not in its message`);
      const { orderNo, state, invtNo, preNo, releasedAt, returned, others } = parcel;
      return { id, orderNo, state, invtNo: invtNo ?? '', preNo, releasedAt, list, returned, others };
    });
  }

  /** @throws CebMessageInvalidError, CebSignerMissingError */
  async send(tx: Tx, { profile, kind, said, parcels, listGuids }: HeldFiling): Promise<ParcelFilingRow> {
    const { id: profileId, direction, terms } = profile;
    const id = newId();
    const plan = planFiling(kind, { id, parcels, terms, said, now: tx.now }, newId);
    const subject = { type: 'parcelFiling', id };
    const sent = await this.messages.enqueue(
      tx,
      plan.messages.map((message) => ({ ...message, subject })),
    );
    const given = { tenantId: tx.tenantId, id, profileId, kind: kind.name, direction, said, parcels: parcels.length };
    const filing = ParcelFilingRow.open(given, tx);
    await tx.insert(ParcelFilingRow, filing);
    const aspect = aspectOfFiling(id, kind.aspectOf?.(said) ?? '', kind.isOfPart?.(said) === true);
    await insertRecords(tx, { filingId: id, kind: kind.name, aspect }, rowsOf(plan, sent, listGuids));
    awaitDecision(tx, filing);
    noteFiling(tx, 'file', filing, null);
    announceRequested(tx, filing);
    return filing;
  }
}

function rowsOf({ records }: FilingPlan, sent: readonly string[], listGuids: ReadonlyMap<string, string>) {
  return records.map(({ guid, message, parcels }, index) => ({
    place: index + 1,
    guid,
    cebMessageId: sent[message] ?? '',
    parcels: parcels.map(({ id }) => ({ id, listGuid: listGuids.get(id) ?? '' })),
  }));
}

function listGuidsOf(held: ReadonlyMap<string, Held>): ReadonlyMap<string, string> {
  return new Map([...held.values()].map(({ id, listGuid }) => [id, listGuid ?? '']));
}

function faultsOfSaid(said: object, parcelIds: readonly string[]): Fault[] {
  const { lines = [] } = said as { readonly lines?: readonly LineSaid[] };
  return faultsOfLines(lines, parcelIds);
}
