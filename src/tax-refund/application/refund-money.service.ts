import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type OrderTotal, orderTotals } from '../../ledger/index.js';
import { type View } from '../../platform/database/session.js';
import { type Ageing, refundAgeing } from '../domain/refund-ageing.js';
import {
  type ExpectedPayment,
  expectedPayment,
  type ForecastWeek,
  forecastWeeks,
  type OpenClaim,
} from '../domain/refund-forecast.js';
import { CLASS_UNLESS_NOTED } from '../domain/service-times.js';
import {
  claimMoneyAfter,
  type ClaimMoneyRow,
  type MoneyFilter,
  openClaimsAfter,
  type OpenClaimRow,
  pastDurations,
  tenantToday,
} from '../entities/refund-money.table.js';

/** All in CNY; `filed`, `received`, `advanced` and `clawedBack` as the books have them. */
export interface RefundSummary {
  readonly claims: number;
  readonly expected: Money;
  readonly filed: Money;
  readonly approved: Money;
  readonly received: Money;
  readonly advanced: Money;
  readonly clawedBack: Money;
}

export interface RefundForecast {
  readonly today: LocalDate;
  readonly weeks: readonly ForecastWeek[];
  /** The first to come, explained. */
  readonly payments: readonly ExpectedPayment[];
  readonly claims: number;
}

const CHUNK = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const EXPLAINED_MAX = 100;
const ZERO = Money.zero('CNY');

/** What refunds are worth: by the books, by week, by age. Read in chunks, whatever their number. */
@Injectable()
export class RefundMoney {
  async summary(view: View, filter: MoneyFilter): Promise<RefundSummary> {
    let sum: RefundSummary = {
      ...{ claims: 0, expected: ZERO, filed: ZERO, approved: ZERO, received: ZERO, advanced: ZERO, clawedBack: ZERO },
    };
    let after = FIRST;
    for (;;) {
      const rows = await claimMoneyAfter(view, filter, after, CHUNK);
      sum = added(sum, rows, await bookedOf(view, rows));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < CHUNK) return sum;
    }
  }

  async forecast(view: View, filter: MoneyFilter, weeks: number): Promise<RefundForecast> {
    const today = await tenantToday(view);
    const past = await pastDurations(view, filter.sellerId, today);
    const claims = await openClaims(view, filter, today);
    const payments = claims
      .map((claim) => expectedPayment(claim, past, today))
      .sort((left, right) => (left.expectedOn < right.expectedOn ? -1 : left.expectedOn > right.expectedOn ? 1 : 0));
    const explained = payments.slice(0, EXPLAINED_MAX);
    return { today, weeks: forecastWeeks(payments, today, weeks), payments: explained, claims: claims.length };
  }

  async ageing(view: View, filter: MoneyFilter): Promise<Ageing & { readonly today: LocalDate }> {
    const today = await tenantToday(view);
    return { today, ...refundAgeing(await openClaims(view, filter, today), today) };
  }
}

async function openClaims(view: View, filter: MoneyFilter, today: LocalDate): Promise<OpenClaim[]> {
  const found: OpenClaim[] = [];
  let after = FIRST;
  for (;;) {
    const rows = await openClaimsAfter(view, filter, { after, max: CHUNK, today });
    found.push(...rows.map(openClaim));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < CHUNK) return found;
  }
}

function openClaim({ awardedMinor, consumptionTaxMinor, enterpriseClass, ...row }: OpenClaimRow): OpenClaim {
  const money = { amount: fen(awardedMinor), consumptionTax: fen(consumptionTaxMinor) };
  return { ...row, ...money, enterpriseClass: enterpriseClass ?? CLASS_UNLESS_NOTED };
}

interface Booked {
  readonly filed: readonly OrderTotal[];
  readonly paid: readonly OrderTotal[];
  readonly drawn: readonly OrderTotal[];
}

async function bookedOf(view: View, rows: readonly ClaimMoneyRow[]): Promise<Booked> {
  const orders = [...new Set(rows.map(({ orderId }) => orderId))];
  const [filed, filedTax, paid, drawn] = await Promise.all([
    orderTotals(view, 'refund_receivable', ['tax-refund.filed', 'tax-refund.clawed-back'], orders),
    orderTotals(view, 'consumption_tax_receivable', ['tax-refund.filed'], orders),
    orderTotals(view, 'clearing_bank', ['tax-refund.paid'], orders),
    orderTotals(view, 'loan_principal', ['financing.draw'], orders),
  ]);
  return { filed: [...filed, ...filedTax], paid, drawn };
}

function added(sum: RefundSummary, rows: readonly ClaimMoneyRow[], { filed, paid, drawn }: Booked): RefundSummary {
  const claims = new Set(rows.map(({ id }) => id));
  const orders = new Set(rows.filter(({ isLast }) => isLast).map(({ orderId }) => orderId));
  const ofClaims = (totals: readonly OrderTotal[], kind: string): Money =>
    total(totals.filter((each) => each.kind === kind && claims.has(each.subject)).map(({ posted }) => posted));
  return {
    claims: sum.claims + rows.length,
    expected: sum.expected.plus(total(rows.map(({ refundMinor }) => fen(refundMinor)))),
    filed: sum.filed.plus(ofClaims(filed, 'tax-refund.filed')),
    approved: sum.approved.plus(total(rows.filter(({ isApproved }) => isApproved).map((row) => fen(row.awardedMinor)))),
    received: sum.received.plus(ofClaims(paid, 'tax-refund.paid')),
    advanced: sum.advanced.plus(total(drawn.filter(({ orderId }) => orders.has(orderId)).map(({ posted }) => posted))),
    clawedBack: sum.clawedBack.minus(ofClaims(filed, 'tax-refund.clawed-back')),
  };
}

function total(amounts: readonly Money[]): Money {
  return Money.sum(amounts, 'CNY');
}

function fen(minor: string): Money {
  return Money.ofMinor(BigInt(minor), 'CNY');
}
