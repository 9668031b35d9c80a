import { createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { keyObjectOf, openBytes, sealBytes } from '../../platform/auth/secret-box.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx } from '../../platform/database/session.js';
import { judge, type Judgement, overYear } from '../domain/parcels/judge.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { isOpen, type ParcelState } from '../domain/parcels/parcel-status.js';
import { type ParcelTax } from '../domain/parcels/parcel-tax.js';
import { type Papers } from '../domain/parcels/papers.js';
import { type ParcelFinding } from '../domain/parcels/shape.js';
import { RETAIL_IMPORT_LAW } from '../domain/retail-import-law.js';
import { type EcommerceProfile } from '../entities/ecommerce-profile.entity.js';
import {
  insertParcels,
  type KeptTax,
  type KnownParcel,
  knownParcels,
  type NewParcel,
  updateParcels,
} from '../entities/parcels.table.js';
import { reserveQuota } from '../entities/retail-quota.table.js';
import { ListChannel } from './list-channel.service.js';
import { ParcelFiling } from './parcel-filing.service.js';

/** What became of the papers of a parcel. */
export interface Taken {
  readonly orderNo: string;
  /** Null where nothing was kept. */
  readonly parcelId: string | null;
  readonly state: ParcelState | null;
  /** `conflict`: it is with customs, or of another profile, and nothing was kept; `unchanged`: nothing new. */
  readonly effect: 'new' | 'changed' | 'unchanged' | 'conflict';
  readonly findings: readonly ParcelFinding[];
}

/** A parcel on its way through the intake. */
interface Draft {
  readonly place: number;
  readonly id: string;
  readonly orderNo: string;
  readonly isNew: boolean;
  readonly papers: Papers;
  readonly judgement: Judgement;
  readonly person: Buffer | null;
}

interface Brought {
  readonly papers: Papers;
  readonly place: number;
  readonly orderNo: string;
  readonly files: boolean;
}

interface Verdict {
  readonly state: ParcelState;
  readonly findings: readonly ParcelFinding[];
  readonly isReserved: boolean;
}

/** When papers are entered; the year is that of the quota. */
interface Entry {
  readonly at: Date;
  readonly year: number;
}

export interface IntakeOptions {
  readonly batchId: string | null;
  /** File what matches now, whatever the profile says. */
  readonly filesNow: boolean;
}

/**
 * Takes the papers of parcels, however many and in whatever order they come: puts them together by order number, judges what
 * is there, reserves what their buyers may buy, and files what matches. One transaction, and as many statements for one parcel
 * as for hundreds.
 */
@Injectable()
export class ParcelIntake {
  constructor(
    private readonly filing: ParcelFiling,
    private readonly listChannel: ListChannel,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'encryptionKey' | 'decryptionKeys' | 'lookupKey'>,
  ) {}

  /**
   * @param given papers that are well-formed; of one order at most once
   * @returns what became of each, in order
   */
  async take(
    tx: Tx,
    profile: EcommerceProfile,
    given: readonly Papers[],
    { batchId, filesNow }: IntakeOptions,
  ): Promise<Taken[]> {
    const { direction, supervisionMode, terms, id: profileId } = profile;
    const platformCode = terms.platform.code;
    const orderNos = given.map(orderNoOf);
    const known = new Map((await knownParcels(tx, platformCode, orderNos)).map((parcel) => [parcel.orderNo, parcel]));
    const taken: (Taken | null)[] = given.map(() => null);
    const judged: Draft[] = [];
    const files = filesNow || terms.filesAtOnce;
    given.forEach((papers, place) => {
      const brought = { papers, place, orderNo: orderNos[place] ?? '', files };
      taken[place] = this.draft(profile, brought, known.get(brought.orderNo), judged);
    });
    const judgements = await this.listChannel.judge(tx, supervisionMode, judged);
    const drafts = judged.map((draft, index) => ({ ...draft, judgement: judgements[index] ?? draft.judgement }));
    const verdicts = await this.reserve(tx, drafts, files);
    const leaving = drafts.filter((_draft, index) => verdicts[index]?.state === 'filing');
    const plan = this.filing.plan(leaving, profile, tx.now);
    const guids = new Map(leaving.map(({ id }, index) => [id, plan.guids[index] ?? null]));
    const entry = { at: tx.now, year: yearOf(tx.now) };
    const rows = drafts.map((draft, index) =>
      this.rowOf(entry, draft, verdictAt(verdicts, index), guids.get(draft.id) ?? null),
    );
    const together = { profileId, batchId, direction, supervisionMode, platformCode };
    await insertParcels(
      tx,
      rows.filter((_row, index) => drafts[index]?.isNew === true),
      together,
    );
    await updateParcels(
      tx,
      rows.filter((_row, index) => drafts[index]?.isNew === false),
    );
    await this.filing.send(tx, plan, platformCode);
    drafts.forEach(({ place, id, orderNo, isNew }, index) => {
      const { state, findings } = verdictAt(verdicts, index);
      taken[place] = { orderNo, parcelId: id, state, effect: isNew ? 'new' : 'changed', findings };
    });
    return taken as Taken[];
  }

  /** @throws Error when it was sealed with another key */
  open(papers: Buffer): Papers {
    return JSON.parse(openBytes(papers, this.config.decryptionKeys).toString('utf8')) as Papers;
  }

  /** @returns what is settled without a draft, or null when there is one now */
  private draft(
    profile: EcommerceProfile,
    { papers: given, place, orderNo, files }: Brought,
    known: KnownParcel | undefined,
    drafts: Draft[],
  ): Taken | null {
    let papers = given;
    if (known !== undefined) {
      const before = this.open(known.papers);
      papers = { ...before, ...given };
      const { id: parcelId, state } = known;
      const isReady = files && (state === 'matched' || state === 'over_limit');
      if (!isReady && isDeepStrictEqual(papers, before))
        return { orderNo, parcelId, state, effect: 'unchanged', findings: [] };
      if (!isOpen(state)) return refusal(orderNo, SAY.filed_already);
      if (known.profileId !== profile.id) return refusal(orderNo, SAY.other_profile);
    }
    const judgement = judge(papers, profile);
    const id = known?.id ?? newId();
    drafts.push({
      place,
      id,
      orderNo,
      isNew: known === undefined,
      papers,
      judgement,
      person: this.personOf(papers, profile),
    });
    return null;
  }

  /** What matches is filed where it is to be, and the buyer has not bought too much. */
  private async reserve(tx: Tx, drafts: readonly Draft[], files: boolean): Promise<Verdict[]> {
    const year = yearOf(tx.now);
    const toReserve = drafts.flatMap(({ person, judgement: { state, tax } }, index) =>
      files && state === 'matched' && person !== null && tax !== null
        ? [{ index, person, year, minor: tax.taxable }]
        : [],
    );
    const fits = await reserveQuota(tx, toReserve, RETAIL_IMPORT_LAW.yearLimit.minor);
    const byIndex = new Map(toReserve.map(({ index }, place) => [index, fits[place] === true]));
    return drafts.map(({ judgement: { state, findings } }, index) => {
      if (state !== 'matched' || !files) return { state, findings, isReserved: false };
      const fit = byIndex.get(index);
      if (fit === false) return { state: 'over_limit', findings: [overYear()], isReserved: false };
      return { state: 'filing', findings, isReserved: fit === true };
    });
  }

  private rowOf(
    { at, year }: Entry,
    draft: Draft,
    { state, findings, isReserved }: Verdict,
    listGuid: string | null,
  ): NewParcel {
    const { id, orderNo, papers, person, judgement } = draft;
    const { tax } = judgement;
    return {
      id,
      orderNo,
      state,
      waybillNo: papers.waybill?.waybillNo ?? papers.list?.waybillNo ?? null,
      listGuid,
      filedAt: listGuid === null ? null : at,
      person,
      quotaYear: isReserved ? year : null,
      quotaMinor: isReserved && tax !== null ? tax.taxable : null,
      quotaState: isReserved ? 'reserved' : 'none',
      findings,
      tax: tax === null ? null : kept(tax),
      papers: sealBytes(Buffer.from(JSON.stringify(papers)), this.config.encryptionKey),
    };
  }

  private personOf({ order, list }: Papers, { direction }: EcommerceProfile): Buffer | null {
    const buyer = list?.buyer ?? order?.buyer;
    if (direction === 'export' || buyer === undefined) return null;
    const { idType = '1', idNumber } = buyer;
    return createHmac('sha256', keyObjectOf(this.config.lookupKey))
      .update(`customs.person/${idType}/${idNumber}`)
      .digest();
  }
}

/** The papers of a row tell one order. */
export function orderNoOf({ order, list, payment, receipt, waybill }: Papers): string {
  return (order ?? list ?? payment ?? receipt ?? waybill)?.orderNo ?? '';
}

function refusal(orderNo: string, detail: ParcelFinding['detail']): Taken {
  return {
    orderNo,
    parcelId: null,
    state: null,
    effect: 'conflict',
    findings: [{ rule: 'conflict', pointer: '', detail }],
  };
}

function yearOf(now: Date): number {
  return Number(dateInZone(now, CHINA).slice(0, 4));
}

function kept({ taxable, total, ...tax }: ParcelTax): KeptTax {
  return { ...tax, taxable: taxable.toString(), total: total.toString() };
}

/** There is one for each draft. */
function verdictAt(verdicts: readonly Verdict[], index: number): Verdict {
  const verdict = verdicts[index];
  if (verdict === undefined) throw new Error('A draft without a verdict');
  return verdict;
}
