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
  /** Of its own declaration, where the order goes in several; absent: that of the export. */
  readonly exportDate?: LocalDate | undefined;
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
    const dayOf = (line: GoodsOfLine): LocalDate => line.exportDate ?? day;
    const questions = lines.map((line) => ({ hsCode: line.hsCode, refundCode: line.refundCode, on: dayOf(line) }));
    const rates = await this.catalogue.refundRateAnswers(view, questions);
    const decided = lines.flatMap((line, index): DecidedLine[] => {
      const rate = rates[index];
      if (rate === undefined) return [];
      const when = { day: dayOf(line), expiredOn: expiredBy(today, dayOf(line)) };
      return [{ ...line, rate, ...eligibilityOf({ ...given, ...when }, lineRateOf(rate)) }];
    });
    return { day, lines: decided, groups: groupsOf(decided) };
  }

  /** Of an order, each line by the declaration that it is on where that is cleared; else by the first export, or today. */
  async ofCase(view: View, { id, regime, declarations }: RefundCase): Promise<Eligibility> {
    const order = await this.orders.snapshot(view, id);
    const { seller } = order;
    const [party, agencyLack] = await Promise.all([
      this.parties.find(view, seller.id),
      regime === 'agency' ? this.gate.lackOf(view, seller) : null,
    ]);
    const days = new Map(
      declarations.flatMap(({ exportDate, items }) =>
        items.map(({ orderLineId }) => [orderLineId, exportDate] as const),
      ),
    );
    return this.of(view, {
      wanted: regime,
      supervisionMode: declarations[0]?.supervisionMode ?? order.salesChannel,
      isSimplified: false,
      enterpriseKind: seller.enterpriseKind,
      taxpayerType: party?.tax?.taxpayerType ?? null,
      agencyLack: agencyLack satisfies AgencyLack | null,
      exportDate: earliestExport(declarations),
      lines: order.lines.map(({ id: lineId, lineNumber, hsCode, refundCode }) => ({
        ...{ lineNumber, hsCode, refundCode },
        exportDate: days.get(lineId),
      })),
    });
  }
}

/** The last day on which it could be filed, where that is over. */
function expiredBy(today: LocalDate, exportDate: LocalDate): LocalDate | null {
  const { filingExpiresOn } = refundDeadlines({ exportDate });
  return filingExpiresOn !== null && filingExpiresOn < today ? filingExpiresOn : null;
}

function lineRateOf({ outcome, rate, detail }: RefundRateAnswer): LineRate {
  return {
    ...{ outcome, detail, refundRate: rate?.refundRate ?? null, zeroMeaning: rate?.zeroMeaning ?? null },
    hasConsumptionTax: rate !== null && (rate.adValorem !== null || rate.specificTax !== null),
  };
}
