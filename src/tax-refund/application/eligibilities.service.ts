import { Injectable } from '@nestjs/common';

import { Catalogue, Reference, type RefundRateAnswer } from '../../catalogue/index.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { OrderBook } from '../../orders/index.js';
import { Parties } from '../../parties/index.js';
import { type View } from '../../platform/database/session.js';
import { type AgencyLack } from '../domain/agency-gate.js';
import {
  type EligibilityFacts,
  type EligibilityGroup,
  eligibilityOf,
  groupsOf,
  type LineEligibility,
  type LineRate,
} from '../domain/eligibility.js';
import { earliestExport } from '../domain/export-facts.js';
import { refundDeadlines } from '../domain/refund-deadlines.js';
import { type RefundCase } from '../entities/refund-case.entity.js';
import { AgencyGate } from './agency-gate.service.js';

/** The goods of a line. */
export interface GoodsOfLine {
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly refundCode: string | null;
}

export interface DecidedLine extends LineEligibility, GoodsOfLine {
  readonly rate: RefundRateAnswer;
}

/** Under which regime each line is taxed, whether it is refunded, and why. */
export interface Eligibility {
  readonly day: LocalDate;
  readonly lines: readonly DecidedLine[];
  readonly groups: readonly EligibilityGroup[];
}

/** An export that somebody thinks of, or has. */
export interface ExportToJudge extends Omit<EligibilityFacts, 'day' | 'expiredOn'> {
  /** Null: today. */
  readonly exportDate: LocalDate | null;
  readonly lines: readonly GoodsOfLine[];
}

/** Decides regime and refund line by line, from what is known of exporter, goods, rates and agency. */
@Injectable()
export class Eligibilities {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly reference: Reference,
    private readonly orders: OrderBook,
    private readonly parties: Parties,
    private readonly gate: AgencyGate,
  ) {}

  async of(view: View, { exportDate, lines, ...given }: ExportToJudge): Promise<Eligibility> {
    const today = await this.reference.today(view);
    const day = exportDate ?? today;
    const { filingExpiresOn } = refundDeadlines({ exportDate: day });
    const expiredOn = filingExpiresOn !== null && filingExpiresOn < today ? filingExpiresOn : null;
    const questions = lines.map(({ hsCode, refundCode }) => ({ hsCode, refundCode, on: day }));
    const rates = await this.catalogue.refundRateAnswers(view, questions);
    const decided = lines.flatMap((line, index): DecidedLine[] => {
      const rate = rates[index];
      if (rate === undefined) return [];
      return [{ ...line, rate, ...eligibilityOf({ ...given, day, expiredOn }, lineRateOf(rate)) }];
    });
    return { day, lines: decided, groups: groupsOf(decided) };
  }

  /** Of an order, by its declarations where there are some: the first export starts the clocks. */
  async ofCase(view: View, { id, regime, declarations }: RefundCase): Promise<Eligibility> {
    const order = await this.orders.snapshot(view, id);
    const { seller } = order;
    const [party, agencyLack] = await Promise.all([
      this.parties.find(view, seller.id),
      regime === 'agency' ? this.gate.lackOf(view, seller) : null,
    ]);
    return this.of(view, {
      wanted: regime,
      supervisionMode: declarations[0]?.supervisionMode ?? order.salesChannel,
      isSimplified: false,
      enterpriseKind: seller.enterpriseKind,
      taxpayerType: party?.tax?.taxpayerType ?? null,
      agencyLack: agencyLack satisfies AgencyLack | null,
      exportDate: earliestExport(declarations),
      lines: order.lines.map(({ lineNumber, hsCode, refundCode }) => ({ lineNumber, hsCode, refundCode })),
    });
  }
}

function lineRateOf({ outcome, rate, detail }: RefundRateAnswer): LineRate {
  return {
    ...{ outcome, detail, refundRate: rate?.refundRate ?? null, zeroMeaning: rate?.zeroMeaning ?? null },
    hasConsumptionTax: rate !== null && (rate.adValorem !== null || rate.specificTax !== null),
  };
}
