import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence, told } from '../../kernel/sentence.js';
import { wire } from '../../kernel/wire.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { isNothing } from '../domain/correction.js';
import {
  type AdvanceSettlement,
  settleAdvance,
  type SettlementWindow,
  settlementWindow,
} from '../domain/overseas-settlement.js';
import { NoAdvanceToSettleError, SettlementTooEarlyError } from '../domain/overseas-settlement.errors.js';
import { SAY } from '../domain/overseas-settlement.sentences.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { correctableLines, insertCorrectionLines } from '../entities/corrections.table.js';
import { type FiledSettlement, settlementOfClaim } from '../entities/settlements.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { note } from './announce.js';
import { announceCorrected } from './claim-news.js';
import { Claims } from './claims.service.js';

/** How an advance stands: what became of the goods by now, within which days it is settled, and with which claim it was. */
interface StandingAdvance extends AdvanceSettlement {
  readonly window: SettlementWindow;
  readonly filed: FiledSettlement | null;
}

export interface SettlementView {
  readonly claimId: string;
  /** Or why there is nothing to settle. */
  readonly advance: StandingAdvance | { readonly hindrance: Sentence };
}

const RULE = {
  id: 'tax-refund.overseas-settlement',
  version: '2025-01-27',
  source: '国家税务总局公告2025年第3号',
} as const;

/** Refunds in advance, settled by what was sold abroad (离境即退税、销售再核算). */
@Injectable()
export class OverseasSettlements {
  constructor(private readonly claims: Claims) {}

  /** @throws ResourceNotFoundError */
  async look(view: View, claimId: string): Promise<SettlementView> {
    const claim = await view.find(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    const paidOn = paidDayOf(claim);
    if (typeof paidOn !== 'string') return { claimId, advance: paidOn };
    return { claimId, advance: await this.standing(view, claim, paidOn) };
  }

  private async standing(view: View, claim: Claim, paidOn: LocalDate): Promise<StandingAdvance> {
    const { id: claimId } = claim;
    const filed = await settlementOfClaim(view, claimId);
    // What was settled is shown as it was before that.
    const claimed = (await correctableLines(view, claimId, filed?.id)).filter((line) => !isNothing(line));
    const refundCase = await view.find(RefundCase, claim.orderId);
    const settlement = settleAdvance(claimed, refundCase?.overseasSales ?? []);
    return { ...settlement, window: settlementWindow(paidOn), filed };
  }

  /**
   * Files the settlement: a correction that takes each item back, and claims it anew as far as it was sold.
   * @throws ResourceNotFoundError, StaleVersionError, NoAdvanceToSettleError, SettlementTooEarlyError
   * @returns the id of the claim that settles
   */
  async settle(tx: Tx, claimId: string): Promise<string> {
    const claim = await tx.lock(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    tx.assertFresh(claim);
    const paidOn = paidDayOf(claim);
    if (typeof paidOn !== 'string') throw new NoAdvanceToSettleError(paidOn.hindrance);
    const { window, correction, items, filed } = await this.standing(tx, claim, paidOn);
    if (filed !== null) throw new NoAdvanceToSettleError(SAY.settled_already);
    const today = dateInZone(tx.now, CHINA);
    if (today < window.opensOn) {
      throw new SettlementTooEarlyError(SAY.opens_on({ day: window.opensOn }), { ...window });
    }
    const { lines, steps, ...figures } = correction;
    if (lines.length === 0) throw new NoAdvanceToSettleError(SAY.nothing_left);
    const reason = told(SAY.reason({ day: today }), 'zh');
    const settling = Claim.correct(
      claim,
      { kind: 'overseas_settlement', reason, document: null },
      {
        ...{ ...figures, exemptCredit: Money.zero('CNY') },
        ...{ tenantId: tx.tenantId, id: newId(), period: today.slice(0, 7).replace('-', '') },
        calculation: {
          ...{ rule: RULE, steps, deadlines: claim.calculation.deadlines, refundRates: [] },
          inputs: wire({ items }),
        },
      },
      tx.now,
    );
    note(tx, 'correct', settling, null, { corrects: claimId, kind: 'overseas_settlement' });
    announceCorrected(tx, settling);
    const files = await this.claims.mayLeave(tx, settling);
    await tx.insert(Claim, settling);
    await insertCorrectionLines(tx, settling.id, lines);
    if (files) {
      await this.claims.leave(tx, settling);
      await tx.store(Claim, settling);
    }
    return settling.id;
  }
}

/** When the advance was paid, or why there is nothing to settle. */
function paidDayOf({
  businessType,
  regime,
  correctsId,
  state,
  paidAt,
}: Claim): LocalDate | { readonly hindrance: Sentence } {
  if (businessType === null || correctsId !== null) return { hindrance: SAY.no_advance };
  if (regime === 'manufacturer') return { hindrance: SAY.by_period };
  if (paidAt === null) return { hindrance: SAY.not_paid({ state }) };
  return dateInZone(paidAt, CHINA);
}
