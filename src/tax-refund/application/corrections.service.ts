import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { type Explained } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { wire } from '../../kernel/wire.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type Correction, type CorrectionKind, correctionOf, type LineChange } from '../domain/correction.js';
import { ClaimNotCorrectableError } from '../domain/correction.errors.js';
import { SAY } from '../domain/correction.sentences.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { type ClaimCalculation } from '../entities/claim-columns.js';
import { Claim } from '../entities/claim.entity.js';
import { correctableLines, insertCorrectionLines } from '../entities/corrections.table.js';
import { note } from './announce.js';
import { announceCorrected } from './claim-news.js';
import { Claims } from './claims.service.js';

/** What a correction is asked to change. */
export interface CorrectionOrder {
  readonly kind: CorrectionKind;
  readonly reason: string;
  /** The paper that it stands on: a red-letter invoice, a notice of customs; null where there is none. */
  readonly document: string | null;
  readonly lines: readonly {
    readonly declarationLine: string;
    readonly taxable: Money | null;
    readonly hsCode: string | null;
  }[];
}

/** The rate of goods that are claimed anew. */
interface AnewRate extends Explained {
  readonly declarationLine: string;
  readonly hsCode: string;
  readonly exportDate: LocalDate;
  readonly rate: Decimal;
}

/** The bureau has it. */
const WITH_BUREAU: readonly ClaimState[] = [
  ...(['filed', 'accepted', 'queried', 'answered', 'withheld', 'approved', 'paid', 'clawed_back', 'closed'] as const),
];

/** Claims that correct earlier ones (更正、冲减申报): what is taken back, and what is claimed anew in its place. */
@Injectable()
export class Corrections {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly claims: Claims,
  ) {}

  /**
   * Opens a correction, and files it as every claim is. Together with those before it it never takes back more than was claimed.
   * @throws ResourceNotFoundError, ClaimNotCorrectableError, CorrectionTooLargeError, RefundRateNotFoundError
   * @returns the new claim's id
   */
  async open(tx: Tx, claimId: string, order: CorrectionOrder): Promise<string> {
    const corrected = await tx.lock(Claim, claimId);
    if (corrected === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    tx.assertFresh(corrected);
    assertCorrectable(corrected);
    const refundRates = await this.ratesOf(tx, corrected, order);
    const changes = order.lines.map(({ hsCode, ...line }): LineChange => {
      const rate = refundRates.find((each) => each.declarationLine === line.declarationLine && each.hsCode === hsCode);
      return { ...line, anew: rate === undefined ? null : { hsCode: rate.hsCode, refundRate: rate.rate } };
    });
    const correction = correctionOf(await correctableLines(tx, claimId), changes);
    const claim = this.claimFor(tx, corrected, order, correction, refundRates);
    note(tx, 'correct', claim, null, { corrects: claimId, kind: order.kind });
    announceCorrected(tx, claim);
    const files = await this.claims.mayLeave(tx, claim);
    await tx.insert(Claim, claim);
    await insertCorrectionLines(tx, claim.id, correction.lines);
    if (files) {
      await this.claims.leave(tx, claim);
      await tx.store(Claim, claim);
    }
    return claim.id;
  }

  /** Of the codes that are claimed anew, by the export date of the item, as for the claim itself. */
  private async ratesOf(tx: Tx, claim: Claim, { lines }: CorrectionOrder): Promise<AnewRate[]> {
    const rates: AnewRate[] = [];
    for (const { hsCode, declarationLine } of lines) {
      if (hsCode === null) continue;
      const declared = claim.declarations.find(({ entryNumber }) => declarationLine.startsWith(entryNumber));
      const exportDate = declared?.exportDate ?? claim.exportDate;
      const { refundRate, rule, steps } = await this.catalogue.refundRate(tx, { hsCode, exportDate });
      rates.push({ declarationLine, hsCode, exportDate, rate: refundRate, rule, steps });
    }
    return rates;
  }

  private claimFor(
    tx: Tx,
    corrected: Claim,
    { kind, reason, document, lines: asked }: CorrectionOrder,
    { lines, steps, ...figures }: Correction,
    rates: readonly AnewRate[],
  ): Claim {
    const { tenantId, now } = tx;
    const calculation: ClaimCalculation = {
      ...{ rule: RULE, steps, deadlines: corrected.calculation.deadlines },
      inputs: wire({ kind, lines: asked, claimed: lines }),
      refundRates: rates.map(({ rate, declarationLine: _item, ...rest }) => ({ ...rest, refundRate: rate.toString() })),
    };
    return Claim.correct(
      corrected,
      { kind, reason, document },
      {
        ...figures,
        ...{ tenantId, id: newId(), period: dateInZone(now, CHINA).slice(0, 7).replace('-', ''), calculation },
      },
      now,
    );
  }
}

/** How a correction is worked out: the same rates and the same rounding as the claim, below zero. */
const RULE = {
  id: 'tax-refund.correction',
  version: '2026-01-01',
  source: '国家税务总局公告2026年第5号《出口业务增值税和消费税退（免）税管理办法》',
} as const;

/** @throws ClaimNotCorrectableError */
function assertCorrectable({ state, regime, correctsId }: Claim): void {
  if (correctsId !== null) throw new ClaimNotCorrectableError(SAY.corrects_itself);
  if (regime === 'manufacturer') throw new ClaimNotCorrectableError(SAY.by_period);
  if (!WITH_BUREAU.includes(state)) throw new ClaimNotCorrectableError(SAY.bureau_has_not({ state }), { state });
}
