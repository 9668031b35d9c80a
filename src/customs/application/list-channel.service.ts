import { Injectable } from '@nestjs/common';

import { type HsCode, Reference } from '../../catalogue/index.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { type Judgement } from '../domain/parcels/judge.js';
import { byList, type ExportControls, exportControls, isListConditional } from '../domain/parcels/list-channel.js';
import { type Papers } from '../domain/parcels/papers.js';

interface Judged {
  readonly papers: Papers;
  readonly judgement: Judgement;
}

/** Holds back what may not go by list: goods of 9710 and 9810 that the reference data know more about. */
@Injectable()
export class ListChannel {
  constructor(private readonly reference: Reference) {}

  /** @returns the judgements anew, in order; of other modes and directions as they were. One statement for all, or none. */
  async judge(tx: Tx, supervisionMode: string, judged: readonly Judged[]): Promise<Judgement[]> {
    const before = judged.map(({ judgement }) => judgement);
    if (!isListConditional(supervisionMode) || !before.some(({ state }) => state === 'matched')) return before;
    const on = dateInZone(tx.now, CHINA);
    const codes = judged.flatMap(({ papers }) => papers.list?.lines.map(({ hsCode }) => hsCode) ?? []);
    const known = await this.reference.hsCodes(tx, [...new Set(codes)], on);
    const controls = new Map([...known].map(([code, found]) => [code, controlsOf(found)] as const));
    return judged.map(({ judgement, papers }) => byList(judgement, papers, { supervisionMode, on }, controls));
  }
}

function controlsOf({ supervision, exportDuty, exportProvisional }: HsCode): ExportControls {
  const due = exportProvisional ?? exportDuty;
  const { rate = null, amountPerUnit = null } = due?.value.rate ?? {};
  return exportControls(supervision?.value.conditions ?? [], Number(rate ?? 0) > 0 || Number(amountPerUnit ?? 0) > 0);
}
