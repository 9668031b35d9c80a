import { type Fault } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { StateMachine, type Transition } from '../../kernel/state-machine.js';
import { SAY } from './abnormal.sentences.js';
import { CLAIM_MACHINE, type ClaimState } from './claim-status.js';
import { SAY as SAY_REFUND } from './tax-refund.sentences.js';

/** Why an invoice is abnormal: 国家税务总局公告2019年第38号, articles 1 and 2, in force from 2020-02-01 (M). */
export const GROUNDS = {
  lost_device: {
    en: 'a device of the issuer was lost or stolen (art. 1(1))',
    zh: '丢失、被盗税控设备（第一条第一项）',
  },
  non_normal: {
    en: 'the issuer is a non-normal taxpayer that did not file or pay (非正常户, art. 1(2))',
    zh: '非正常户未申报或未缴税（第一条第二项）',
  },
  mismatch: { en: 'it did not pass the comparison (art. 1(3))', zh: '稽核比对不符、缺联或作废（第一条第三项）' },
  suspected_false: { en: 'it is suspected to be false (art. 1(4))', zh: '涉嫌虚开等情形（第一条第四项）' },
  runaway: {
    en: 'the issuer has run away and cannot be reached (走逃失联, art. 1(5))',
    zh: '走逃（失联）企业开具（第一条第五项）',
  },
  from_abnormal: {
    en: 'the issuer itself deducted abnormal invoices (art. 2)',
    zh: '开票方抵扣异常凭证达到标准（第二条）',
  },
  not_stated: { en: 'the tax authority named no ground', zh: '税务机关未注明情形' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Ground = keyof typeof GROUNDS;
export const GROUND_NAMES = Object.keys(GROUNDS) as readonly Ground[];

/** Who said it: a list that was imported, or the check of the invoice (查验). */
export const ABNORMAL_ORIGINS = ['list', 'check'] as const;
export type AbnormalOrigin = (typeof ABNORMAL_ORIGINS)[number];

/*
 *   listed ──lift──▶ lifted
 */
export const ABNORMAL_STATES = ['listed', 'lifted'] as const;
export type AbnormalState = (typeof ABNORMAL_STATES)[number];

const TABLE = {
  lift: { from: ['listed'], to: 'lifted', event: 'tax_refund.invoice.abnormal_lifted', byCaller: true },
} as const satisfies Record<string, Transition<AbnormalState>>;
export type AbnormalCommand = keyof typeof TABLE;

export const ABNORMAL = new StateMachine<AbnormalState, AbnormalCommand>('abnormal_entry', ABNORMAL_STATES, TABLE);

/** What an entry names: one invoice, or all that an issuer issued, of certain days or of any. */
export interface AbnormalSubject {
  readonly issuerTaxNumber: string;
  readonly invoiceCode: string | null;
  /** Null: the issuer itself. */
  readonly invoiceNumber: string | null;
  readonly issuedFrom: LocalDate | null;
  readonly issuedTo: LocalDate | null;
}

/** A line of a list. */
export interface AbnormalLine extends AbnormalSubject {
  readonly action: 'list' | 'lift';
  readonly ground: Ground;
  /** Where it stands: the notice or the list of the tax authority. */
  readonly source: string;
  /** Since when it is listed, or lifted. */
  readonly day: LocalDate;
  readonly note: string | null;
}

/** Two lines that name the same. */
export function subjectKey({ issuerTaxNumber, ...rest }: AbnormalSubject): string {
  const { invoiceCode, invoiceNumber, issuedFrom, issuedTo } = rest;
  return JSON.stringify([issuerTaxNumber, invoiceCode, invoiceNumber, issuedFrom, issuedTo]);
}

/**
 * What is wrong with the lines of a list, all of it at once. No line may name what another names.
 * @param pointerOf of a line, by its place counted from 0
 */
export function faultsOfList(
  lines: readonly AbnormalLine[],
  today: LocalDate,
  pointerOf: (index: number) => string,
): readonly Fault[] {
  const check = new InputCheck();
  const seen = new Map<string, number>();
  lines.forEach((line, index) => {
    const at = pointerOf(index);
    checkLine(check, line, at, today);
    const key = subjectKey(line);
    const first = seen.get(key);
    check.that(first === undefined, at, 'twice', SAY.twice({ first: pointerOf(first ?? 0) }));
    if (first === undefined) seen.set(key, index);
  });
  return check.found();
}

function checkLine(check: InputCheck, line: AbnormalLine, at: string, today: LocalDate): void {
  const { invoiceCode, invoiceNumber, issuedFrom, issuedTo, day } = line;
  check.date(day, `${at}/day`);
  check.that(day <= today, `${at}/day`, 'in_the_future', SAY.after_today({ today }));
  check.date(issuedFrom, `${at}/issuedFrom`);
  check.date(issuedTo, `${at}/issuedTo`);
  if (invoiceNumber === null) {
    check.that(invoiceCode === null, `${at}/invoiceCode`, 'not_applicable', SAY.code_alone);
    const inOrder = issuedFrom === null || issuedTo === null || issuedFrom <= issuedTo;
    check.that(inOrder, `${at}/issuedTo`, 'before_start', SAY.ends_before({ issuedFrom: issuedFrom ?? '' }));
    return;
  }
  const isDigital = invoiceNumber.length === 20;
  const fits = isDigital === (invoiceCode === null);
  check.that(fits, `${at}/invoiceCode`, 'code_and_number_differ', SAY_REFUND.code_and_number);
  const isRanged = issuedFrom !== null || issuedTo !== null;
  check.that(!isRanged, `${at}/issuedFrom`, 'not_applicable', SAY.days_of_issuers);
}

/** What an abnormal invoice means for a claim that stands on it. */
export const ABNORMAL_MEANINGS = {
  kept_back: {
    en: 'It is not filed: abandon it and give other invoices, or wait until the entry is lifted',
    zh: '暂不申报：可放弃后改用其他发票，或待异常解除后继续',
  },
  suspended: {
    en: 'The bureau pays no refund on it for now (art. 3(2)): ask it to verify the invoice, or correct the claim',
    zh: '税务机关暂不办理该部分退税（第三条第二项）：可申请核实，或更正申报',
  },
  to_repay: {
    en: 'The bureau will want this part of the refund back (art. 3(2)): pay it back, or have it kept from another refund; or ask it to verify the invoice',
    zh: '税务机关将追回该部分已退税款（第三条第二项）：应缴回或以其他退税抵扣；可申请核实',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type AbnormalMeaning = keyof typeof ABNORMAL_MEANINGS;
export const ABNORMAL_MEANING_NAMES = Object.keys(ABNORMAL_MEANINGS) as readonly AbnormalMeaning[];

const REFUNDED: readonly ClaimState[] = ['paid', 'clawed_back', 'closed'];

/**
 * What has not been filed is not, what was filed is not refunded for now, what was refunded is wanted back: 国家税务总局公告2019年第38号,
 * art. 3(2) (M). Nothing is booked here: money moves when the bureau wants it back.
 */
export function meaningFor(state: ClaimState): AbnormalMeaning {
  if (REFUNDED.includes(state)) return 'to_repay';
  return state === 'queued' || CLAIM_MACHINE.allows(state, 'abandon') ? 'kept_back' : 'suspended';
}

/** What of a claimed line stands on the invoice. */
export interface StandingShare {
  /** 计税依据 of the whole line. */
  readonly taxable: Money;
  readonly refund: Money;
  /** How much of the base is of this invoice. */
  readonly amount: Money;
}

/**
 * How much of a refund stands on an invoice: of each line the share of its base, half up to the fen; of a line that stands on the
 * invoice alone all of it. Never more than the claim has been awarded. CNY.
 */
export function amountAtStake(shares: readonly StandingShare[], awarded: Money): Money {
  const parts = shares.map(({ taxable, refund, amount }) =>
    amount.equals(taxable) || taxable.isZero()
      ? refund
      : refund.times(new Decimal(amount.toAmountString()).dividedBy(taxable.toAmountString()), 'half-up'),
  );
  const sum = Money.sum(parts, 'CNY');
  return sum.isMoreThan(awarded) ? awarded : sum;
}
