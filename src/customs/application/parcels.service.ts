import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { ParcelFiledError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { PARCEL } from '../domain/parcels/parcel-status.js';
import { checkPapers, type Papers } from '../domain/parcels/papers.js';
import { findParcel, lockParcel, moveParcel, PARCEL_COLUMNS, type ParcelRow } from '../entities/parcels.table.js';
import { type TaxBillRow, taxBillsOf } from '../entities/parcel-tax-bills.table.js';
import { EcommerceProfiles } from './ecommerce-profiles.service.js';
import { ParcelIntake } from './parcel-intake.service.js';

export interface ParcelFilter {
  readonly state: string | undefined;
  readonly platformCode: string | undefined;
  readonly orderNo: string | undefined;
  readonly batchId: string | undefined;
}

/** A parcel with its papers, and what customs levies of it. */
export interface OpenedParcel {
  readonly parcel: ParcelRow;
  readonly papers: Papers;
  readonly taxBills: readonly TaxBillRow[];
}

/** Parcels one by one. */
@Injectable()
export class Parcels {
  constructor(
    private readonly profiles: EcommerceProfiles,
    private readonly intake: ParcelIntake,
  ) {}

  /**
   * Takes papers of one order. Repeated papers change nothing; changed ones replace what came before, until it is filed.
   * @throws ResourceNotFoundError, InvalidInputError, ParcelFiledError
   */
  async bring(tx: Tx, profileId: string, brought: object): Promise<OpenedParcel> {
    const given = givenOf(brought);
    const profile = await this.profiles.get(tx, profileId);
    const findings = checkPapers(given, profile.direction);
    const faults = findings.map(({ pointer, rule, detail }) => ({ pointer, code: rule, message: detail }));
    if (Object.keys(given).length === 0) faults.push({ pointer: '', code: 'required', message: SAY.nothing_given });
    if (faults.length > 0) throw new InvalidInputError(faults);
    const [taken] = await this.intake.take(tx, profile, [given], { batchId: null, filesNow: false });
    if (taken?.parcelId == null) throw new ParcelFiledError(taken?.findings[0]?.detail ?? SAY.filed_already);
    return this.get(tx, taken.parcelId);
  }

  /** Files what matches. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async file(tx: Tx, id: string): Promise<OpenedParcel> {
    const parcel = await this.locked(tx, id);
    PARCEL.next(parcel.state, 'file');
    const profile = await this.profiles.get(tx, parcel.profileId);
    await this.intake.take(tx, profile, [this.intake.open(parcel.papers)], { batchId: null, filesNow: true });
    return this.get(tx, id);
  }

  /** Gives up what is not with customs. @throws as `file` */
  async cancel(tx: Tx, id: string): Promise<OpenedParcel> {
    const { state: from } = await this.locked(tx, id);
    const to = PARCEL.next(from, 'cancel');
    await moveParcel(tx, id, to);
    audit(tx, { action: 'customs.parcel.cancel', resourceType: 'parcel', resourceId: id, from, to });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OpenedParcel> {
    const parcel = await findParcel(view, id);
    if (parcel === null) throw new ResourceNotFoundError(SAY.no_such_parcel);
    const taxBills = parcel.direction === 'import' ? await taxBillsOf(view, id) : [];
    return { parcel, papers: this.intake.open(parcel.papers), taxBills };
  }

  list(
    view: View,
    query: PageQuery,
    { state, platformCode, orderNo, batchId }: ParcelFilter,
  ): Promise<Page<ParcelRow>> {
    const conditions = [
      ...among('state', state),
      ...equal('platform_code', platformCode),
      ...equal('order_no', orderNo),
      ...equal('batch_id', batchId),
    ];
    return page<ParcelRow>(view, { table: 'customs.parcel', columns: PARCEL_COLUMNS, query, conditions });
  }

  private async locked(tx: Tx, id: string): Promise<ParcelRow> {
    const parcel = await lockParcel(tx, id);
    if (parcel === null) throw new ResourceNotFoundError(SAY.no_such_parcel);
    tx.assertFresh({ ...parcel, tenantId: tx.tenantId });
    return parcel;
  }
}

/** What is left out of a request is there all the same, as undefined. */
function givenOf(brought: object): object {
  return Object.fromEntries(
    Object.entries(brought as Record<string, unknown>).filter(([, paper]) => paper !== undefined),
  );
}
