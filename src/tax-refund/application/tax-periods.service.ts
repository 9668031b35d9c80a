import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { Parties } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { IfMatchRequiredError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import { type PeriodFigures } from '../domain/claim-figures.js';
import { PeriodInUseError } from '../domain/claim.errors.js';
import { PeriodNotRecordedError } from '../domain/correction.errors.js';
import { SAY as SAY_OF_CORRECTIONS } from '../domain/correction.sentences.js';
import { type ClearedDeclaration, latestExport } from '../domain/export-facts.js';
import { type Missing } from '../domain/finding.js';
import { type Regime } from '../domain/regime.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { earlierClaims } from '../entities/claim-lines.table.js';
import { type PeriodData, TaxPeriod } from '../entities/tax-period.entity.js';
import { PeriodOutcomes, rateGroupsOf } from './period-outcomes.service.js';
import { MATCH_EXPORT } from '../jobs/tax-refund.job.js';

/** What a claim gets from the tax period that it falls into. */
export interface PeriodAnswer {
  /** `YYYYMM`; null for those who claim by invoice. */
  readonly period: string | null;
  readonly figures: PeriodFigures | null;
  readonly inputs: Readonly<Record<string, unknown>> | null;
  readonly missing: readonly Missing[];
}

/** 进料加工: processing with imported material. */
const PROCESSING_MODE = '0615';

const NO_PERIOD: PeriodAnswer = { period: null, figures: null, inputs: null, missing: [] };
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('tax-refund/period/' || $1 || '/' || $2 || '/' || $3, 0))`;
const WAITING_OF_SELLER = `
  SELECT id FROM tax_refund.refund_case
  WHERE tenant_id = $1 AND seller_id = $2 AND state = 'gathering' AND regime = 'manufacturer' AND declarations <> '[]'
  ORDER BY id`;

/** The VAT figures of manufacturers, month by month: without them nobody can say what 免抵退税 comes to. */
@Injectable()
export class TaxPeriods {
  constructor(
    private readonly parties: Parties,
    private readonly outcomes: PeriodOutcomes,
  ) {}

  /**
   * Records the figures of a period, or corrects them while no claim stands on them.
   * @throws IfMatchRequiredError for a correction that names no version
   * @throws PeriodInUseError when a claim stands on them
   */
  async declare(tx: Tx, sellerId: string, period: string, data: PeriodData): Promise<TaxPeriod> {
    await this.assertManufacturer(tx, sellerId);
    assertShare(data.bondedPlanRate);
    const found = await this.locked(tx, sellerId, period);
    if (found !== null) {
      if (tx.expectedVersion === null) throw new IfMatchRequiredError(SAY.name_version);
      tx.assertFresh(found);
      const { groups } = await earlierClaims(tx, sellerId, period);
      if (groups.length > 0) throw new PeriodInUseError(SAY.period_in_use({ period }), { period });
    }
    const entry = found ?? TaxPeriod.open({ tenantId: tx.tenantId, id: newId(), sellerId, period }, tx.now);
    const credit =
      data.carryForwardCredit === null
        ? await this.outcomes.carriedIn(tx, sellerId, period)
        : { carryForwardCredit: data.carryForwardCredit, carriedFrom: null };
    const carriedReduction = data.carriedReduction ?? (await this.outcomes.reductionInto(tx, sellerId, period));
    entry.declare({ ...data, ...credit, carriedReduction }, tx.now);
    await (found === null ? tx.insert(TaxPeriod, entry) : tx.store(TaxPeriod, entry));
    audit(tx, { action: 'tax_refund.period.declare', resourceType: 'tax_period', resourceId: entry.id });
    const waiting = await tx.query<{ id: string }>(WAITING_OF_SELLER, [tx.tenantId, sellerId]);
    for (const { id } of waiting) enqueue(tx, MATCH_EXPORT, { orderId: id });
    return entry;
  }

  list(view: View, query: PageQuery, sellerId: string | undefined): Promise<Page<TaxPeriod>> {
    return entityPage(view, TaxPeriod, {
      table: 'tax_refund.tax_period',
      query,
      conditions: equal('seller_id', sellerId),
    });
  }

  /**
   * The period of an export, of several declarations that of the last; held until the claim is made: claims of one period
   * take turns.
   */
  async forClaim(
    tx: Tx,
    regime: Regime,
    sellerId: string,
    declarations: readonly ClearedDeclaration[],
  ): Promise<PeriodAnswer> {
    const exportDate = latestExport(declarations);
    if (regime !== 'manufacturer' || exportDate === null) return NO_PERIOD;
    const period = exportDate.slice(0, 7).replace('-', '');
    const found = await this.locked(tx, sellerId, period);
    if (found === null) {
      const detail = SAY.period_figures({ period });
      return { ...NO_PERIOD, period, missing: [{ fact: 'tax_period', lineNumber: null, detail }] };
    }
    const currency = declarations[0]?.fob.currency ?? 'CNY';
    if (currency !== 'CNY' && !found.fxRates.some((rate) => rate.currency === currency)) {
      const detail = SAY.period_rate({ currency, period });
      return { ...NO_PERIOD, period, missing: [{ fact: 'exchange_rate', lineNumber: null, detail }] };
    }
    const isProcessing = declarations[0]?.supervisionMode === PROCESSING_MODE;
    if (isProcessing && found.bondedPlanRate === null) {
      const detail = SAY.period_plan_rate({ period });
      return { ...NO_PERIOD, period, missing: [{ fact: 'tax_period', lineNumber: null, detail }] };
    }
    return { period, missing: [], inputs: inputsOf(found), figures: await figuresOf(tx, found, isProcessing) };
  }

  /**
   * The figures of the period that a correction is declared in; held until it is made.
   * @throws PeriodNotRecordedError
   */
  async forCorrection(
    tx: Tx,
    sellerId: string,
    period: string,
  ): Promise<{ figures: PeriodFigures; inputs: Readonly<Record<string, unknown>> }> {
    const found = await this.locked(tx, sellerId, period);
    if (found === null) throw new PeriodNotRecordedError(SAY_OF_CORRECTIONS.period_unknown({ period }), { period });
    return { figures: await figuresOf(tx, found, false), inputs: inputsOf(found) };
  }

  /** Also where there are no figures yet: who finds none and who records them take turns, so that neither misses the other. */
  private async locked(tx: Tx, sellerId: string, period: string): Promise<TaxPeriod | null> {
    await tx.query(IN_TURN, [tx.tenantId, sellerId, period]);
    return tx.manager.findOne(TaxPeriod, {
      where: { tenantId: tx.tenantId, sellerId, period },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private async assertManufacturer(view: View, sellerId: string): Promise<void> {
    const party = await this.parties.find(view, sellerId);
    if (party?.enterpriseKind === 'manufacturer') return;
    const fault: Fault = {
      pointer: '/sellerId',
      code: 'not_a_manufacturer',
      message: SAY.no_such_manufacturer,
    };
    throw new InvalidInputError([fault]);
  }
}

function assertShare(bondedPlanRate: string | null): void {
  const check = new InputCheck();
  if (bondedPlanRate !== null) check.share(new Decimal(bondedPlanRate), '/bondedPlanRate');
  check.done();
}

async function figuresOf(tx: Tx, found: TaxPeriod, isProcessing: boolean): Promise<PeriodFigures> {
  const { bondedPlanRate } = found;
  const claims = await earlierClaims(tx, found.sellerId, found.period);
  return {
    domesticOutputVat: found.domesticOutputVat,
    inputVat: found.inputVat,
    carryForwardCredit: found.carryForwardCredit,
    carriedReduction: found.carriedReduction,
    fxRates: new Map(found.fxRates.map(({ currency, rate }) => [currency, new Decimal(rate)])),
    bondedPlanRate: isProcessing && bondedPlanRate !== null ? new Decimal(bondedPlanRate) : null,
    earlierGroups: rateGroupsOf(claims),
    earlierRefund: Money.ofMinor(claims.refundMinor, 'CNY'),
  };
}

function inputsOf(found: TaxPeriod) {
  const { period, domesticOutputVat, inputVat, carryForwardCredit, carriedReduction, bondedPlanRate, fxRates } = found;
  return { period, domesticOutputVat, inputVat, carryForwardCredit, carriedReduction, bondedPlanRate, fxRates };
}
