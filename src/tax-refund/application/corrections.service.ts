import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { type Explained } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { wire } from '../../kernel/wire.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { manufacturerCorrection } from '../domain/claim-figures.js';
import { type ClaimState } from '../domain/claim-status.js';
import { type Correction, type CorrectionKind, correctionOf, type LineChange } from '../domain/correction.js';
import { ClaimNotCorrectableError } from '../domain/correction.errors.js';
import { SAY } from '../domain/correction.sentences.js';
import { neighbour } from '../domain/period-outcome.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { type ClaimCalculation } from '../entities/claim-columns.js';
import { Claim } from '../entities/claim.entity.js';
import { correctableLines, insertCorrectionLines } from '../entities/corrections.table.js';
import { note } from './announce.js';
import { announceCorrected } from './claim-news.js';
import { Claims } from './claims.service.js';
import { TaxPeriods } from './tax-periods.service.js';

/** What a correction is asked to change. */
export interface CorrectionOrder {
  readonly kind: CorrectionKind;
  readonly reason: string;
  /** The paper that it stands on: a red-letter invoice, a notice of customs; null where there is none. */
  readonly document: string | null;
  /** Of a manufacturer: the period (所属期) that it is declared in; null: the present one, or the one after the claim's. */
  readonly period?: string | null;
  readonly lines: readonly {
    readonly declarationLine: string;
    readonly taxable: Money | null;
    readonly hsCode: string | null;
    /** Of a manufacturer: the base that is right, and how much of the goods. */
    readonly anew?: { readonly taxable: Money; readonly quantity: Decimal | null } | null;
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
    private readonly periods: TaxPeriods,
  ) {}

  /**
   * Opens a correction, and files it as every claim is. Together with those before it it never takes back more than was claimed.
   * @throws ResourceNotFoundError, ClaimNotCorrectableError, CorrectionTooLargeError, RefundRateNotFoundError; of a manufacturer also
   * PeriodNotRecordedError, and InvalidInputError for a period that is none to correct in
   * @returns the new claim's id
   */
  async open(tx: Tx, claimId: string, order: CorrectionOrder): Promise<string> {
    const corrected = await tx.lock(Claim, claimId);
    if (corrected === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    tx.assertFresh(corrected);
    assertCorrectable(corrected);
    const isByPeriod = corrected.regime === 'manufacturer';
    const period = periodOf(tx, corrected, order);
    const refundRates = await this.ratesOf(tx, corrected, order);
    const changes = order.lines.map((line) => changeOf(line, refundRates));
    const correction = correctionOf(await correctableLines(tx, claimId), changes, isByPeriod);
    const declared = isByPeriod ? await this.periods.forCorrection(tx, corrected.sellerId, period) : null;
    const claim = claimFor(tx, { corrected, order, correction, refundRates, period, declared });
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
}

interface Opening {
  readonly corrected: Claim;
  readonly order: CorrectionOrder;
  readonly correction: Correction;
  readonly refundRates: readonly AnewRate[];
  readonly period: string;
  /** Of a manufacturer: what the period is reckoned by. */
  readonly declared: Awaited<ReturnType<TaxPeriods['forCorrection']>> | null;
}

function claimFor(tx: Tx, { corrected, order, correction, refundRates, period, declared }: Opening): Claim {
  const { kind, reason, document, lines: asked } = order;
  const { lines, steps, ...sums } = correction;
  const brought = declared === null ? null : manufacturerCorrection(lines, declared.figures);
  const calculation: ClaimCalculation = {
    ...{ rule: RULE, deadlines: corrected.calculation.deadlines },
    steps: [...steps, ...(brought?.steps ?? [])],
    inputs: wire({ kind, lines: asked, claimed: lines, ...(declared === null ? {} : { period: declared.inputs }) }),
    refundRates: refundRates.map(({ rate, declarationLine: _item, ...rest }) => ({
      ...{ ...rest, refundRate: rate.toString() },
    })),
  };
  const figures = { ...sums, refund: brought?.refund ?? sums.refund };
  const exemptCredit = brought?.exemptCredit ?? Money.zero('CNY');
  return Claim.correct(
    corrected,
    { kind, reason, document },
    { ...figures, exemptCredit, tenantId: tx.tenantId, id: newId(), period, calculation },
    tx.now,
  );
}

function changeOf(
  { declarationLine, taxable, hsCode, anew = null }: CorrectionOrder['lines'][number],
  rates: readonly AnewRate[],
): LineChange {
  const rate = rates.find((each) => each.declarationLine === declarationLine && each.hsCode === hsCode);
  if (rate === undefined && anew === null) return { declarationLine, taxable, anew: null };
  const code = rate === undefined ? null : { hsCode: rate.hsCode, refundRate: rate.rate };
  const claimed = { code, taxable: anew?.taxable ?? null, quantity: anew?.quantity ?? null };
  return { declarationLine, taxable, anew: claimed };
}

/**
 * Of a manufacturer the present month, or where the claim is of that the one after it, unless another is named: always one after the
 * claim's. Everybody else corrects in the month of the correction.
 * @throws InvalidInputError
 */
function periodOf({ now }: Tx, { regime, period: claimed }: Claim, { period = null, lines }: CorrectionOrder): string {
  const present = dateInZone(now, CHINA).slice(0, 7).replace('-', '');
  const check = new InputCheck();
  if (regime !== 'manufacturer') {
    check.that(period === null, '/period', 'not_applicable', SAY.manufacturer_alone);
    lines.forEach(({ anew = null }, index) => {
      check.that(anew === null, `/lines/${index}/anew`, 'not_applicable', SAY.manufacturer_alone);
    });
    check.done();
    return present;
  }
  const after = neighbour(claimed, 1);
  const latest = present > after ? present : after;
  const chosen = period ?? latest;
  const isLater = chosen > claimed && chosen <= latest;
  check.that(isLater, '/period', 'out_of_range', SAY.period_later({ claimed, latest }));
  check.done();
  return chosen;
}

/** How a correction is worked out: the same rates and the same rounding as the claim, below zero. */
const RULE = {
  id: 'tax-refund.correction',
  version: '2026-01-01',
  source: '国家税务总局公告2026年第5号《出口业务增值税和消费税退（免）税管理办法》',
} as const;

/** @throws ClaimNotCorrectableError */
function assertCorrectable({ state, correctsId }: Claim): void {
  if (correctsId !== null) throw new ClaimNotCorrectableError(SAY.corrects_itself);
  if (!WITH_BUREAU.includes(state)) throw new ClaimNotCorrectableError(SAY.bureau_has_not({ state }), { state });
}
