import { type Fault } from '../../kernel/domain-error.js';
import { type Currency, isCurrency } from '../../kernel/currency.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import {
  type AccountReport,
  type EntryStatus,
  type QuirkCode,
  type ReportedBalance,
  type ReportedEntry,
  type ReportedSummary,
} from '../domain/bank-files/bank-file.js';
import { UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/bank-files/bank-file.sentences.js';
import { SAY as FX } from '../domain/fx.sentences.js';
import { amountOf, isMadeUp, readEntry } from './camt054.xml.js';
import { type XmlElement } from './xml-element.js';

/** Who is told what is found on the way. */
export interface Findings {
  fault(fault: Fault): void;
  quirk(code: QuirkCode, line: number): void;
}

const DECIMAL = /^-?\d{1,18}(\.\d{1,17})?$/;
const COUNT = /^\d{1,15}$/;
const NO_SUMMARY: ReportedSummary = {
  ...{ entries: null, sum: null, net: null },
  ...{ credits: null, creditSum: null, debits: null, debitSum: null },
};

type Draft = { -readonly [Name in keyof AccountReport]: AccountReport[Name] } & {
  entries: ReportedEntry[];
  balances: ReportedBalance[];
};

/** Puts one `Stmt` or `Ntfctn` together, from the elements in it, one after the other. */
export class CamtReport {
  private readonly draft: Draft;
  private entries = 0;
  private balances = 0;
  private hasAccount = false;
  private stated: Currency | null = null;
  private isFaulty = false;

  constructor(
    path: string,
    line: number,
    /** Null where no namespace says it. */
    private readonly version: string | null,
    private readonly findings: Findings,
  ) {
    this.draft = {
      ...{ path, line, reference: '', page: 1, createdAt: null, accountNumber: '', currency: 'CNY' },
      ...{ from: null, to: null, balances: [], summary: NO_SUMMARY, entries: [] },
    };
  }

  take(name: string, element: XmlElement): void {
    const { draft } = this;
    if (name === 'Id') draft.reference = beginningOf(element.text(), 200);
    else if (name === 'CreDtTm') draft.createdAt = beginningOf(element.text(), 40);
    else if (name === 'StmtPgntn' || name === 'NtfctnPgntn') draft.page = Number(element.text('PgNb').slice(0, 5)) || 1;
    else if (name === 'FrToDt') this.takePeriod(element);
    else if (name === 'Acct') this.takeAccount(element);
    else if (name === 'Bal') this.takeBalance(element);
    else if (name === 'TxsSummry') draft.summary = this.summaryOf(element);
    else if (name === 'Ntry') this.takeEntry(element);
  }

  /** @returns null where it has faults; they have been told */
  end(): AccountReport | null {
    const { draft } = this;
    if (draft.reference === '') this.refuse('Id', draft.line, SAY.no_report_id, 'missing');
    if (!this.hasAccount) this.refuse('Acct', draft.line, SAY.no_account, 'missing');
    draft.currency = this.currency ?? draft.currency;
    const days = draft.balances.map(({ on }) => on).sort();
    draft.from ??= days.at(0) ?? null;
    draft.to ??= days.at(-1) ?? null;
    return this.isFaulty ? null : draft;
  }

  private takeAccount(element: XmlElement): void {
    const number = element.text('Id/Othr/Id') || element.text('Id/IBAN');
    this.draft.accountNumber = beginningOf(number.replace(/\s/g, ''), 100);
    this.hasAccount = number !== '';
    const currency = element.text('Ccy');
    if (currency === '') return;
    if (isCurrency(currency)) this.stated = currency;
    else this.refuse('Acct/Ccy', element.line, SAY.currency_none({ currency: beginningOf(currency, 10) }), 'currency');
  }

  private takePeriod(element: XmlElement): void {
    const day = (...names: string[]): LocalDate | null =>
      names.map((name) => element.text(name).slice(0, 10)).find((text) => isLocalDate(text)) ?? null;
    this.draft.from = day('FrDt', 'FrDtTm');
    this.draft.to = day('ToDt', 'ToDtTm');
  }

  private takeBalance(element: XmlElement): void {
    this.balances += 1;
    const at = `Bal[${this.balances}]`;
    const amount = this.attempt(`${at}/Amt`, element, () => amountOf(element.child('Amt')));
    const direction = this.directionOf(element, at);
    const on = this.dayOf(element, 'Dt', at);
    if (on === null) this.refuse(`${at}/Dt`, element.line, FX.no_booking_date, 'missing');
    if (amount === null || direction === null || on === null) return;
    const type = element.text('Tp/CdOrPrtry/Cd') || element.text('Tp/CdOrPrtry/Prtry') || element.text('Tp/Cd');
    this.draft.balances.push({
      type: beginningOf(type, 35),
      amount: direction === 'credit' ? amount : amount.negated(),
      on,
    });
  }

  private summaryOf(element: XmlElement): ReportedSummary {
    const figure = (path: string, form: RegExp): string | null => {
      const text = element.text(path);
      if (text === '' || form.test(text)) return text === '' ? null : text;
      this.refuse(`TxsSummry/${path}`, element.line, FX.amount_unreadable, 'unreadable');
      return null;
    };
    const net = figure('TtlNtries/TtlNetNtryAmt', DECIMAL) ?? figure('TtlNtries/TtlNetNtry/Amt', DECIMAL);
    const netSide = element.text('TtlNtries/CdtDbtInd') || element.text('TtlNtries/TtlNetNtry/CdtDbtInd');
    return {
      entries: figure('TtlNtries/NbOfNtries', COUNT),
      sum: figure('TtlNtries/Sum', DECIMAL),
      net: net !== null && netSide === 'DBIT' && !net.startsWith('-') ? `-${net}` : net,
      credits: figure('TtlCdtNtries/NbOfNtries', COUNT),
      creditSum: figure('TtlCdtNtries/Sum', DECIMAL),
      debits: figure('TtlDbtNtries/NbOfNtries', COUNT),
      debitSum: figure('TtlDbtNtries/Sum', DECIMAL),
    };
  }

  private takeEntry(element: XmlElement): void {
    this.entries += 1;
    const at = `Ntry[${this.entries}]`;
    const { line } = element;
    const amount = this.attempt(`${at}/Amt`, element, () => amountOf(element.child('Amt')));
    const direction = this.directionOf(element, at);
    const status = this.statusOf(element, at);
    const days = { bookedOn: this.dayOf(element, 'BookgDt', at), valueDate: this.dayOf(element, 'ValDt', at) };
    if (amount === null || direction === null || status === null || !this.isOfAccount(amount, element, at)) return;
    const movements =
      status === 'booked'
        ? this.attempt(`${at}/NtryDtls`, element, () => readEntry(element, this.fallback, this.createdOn))
        : [];
    if (movements === null) return;
    this.tellQuirks(element);
    this.draft.entries.push({
      ...{ line, amount, direction, status, movements },
      reference: beginningOf(referenceOf(element) ?? movements[0]?.bankReference ?? this.fallback, 200),
      isReversal: ['true', '1'].includes(element.text('RvslInd')),
      bookedOn: days.bookedOn ?? movements[0]?.bookedOn ?? null,
      valueDate: days.valueDate ?? movements[0]?.valueDate ?? null,
      kindCode: kindCodeOf(element),
    });
  }

  private tellQuirks(element: XmlElement): void {
    const { version } = this;
    const { line } = element;
    const isOld = version !== null && version <= '04';
    if (element.has('Sts') && (isOld ? element.has('Sts/Cd') : version === '08' && !element.has('Sts/Cd'))) {
      this.findings.quirk('status_form', line);
    }
    const parties = 'NtryDtls/TxDtls/RltdPties';
    const hasNew = element.has(`${parties}/Dbtr/Pty`) || element.has(`${parties}/Cdtr/Pty`);
    const hasOld = element.has(`${parties}/Dbtr/Nm`) || element.has(`${parties}/Cdtr/Nm`);
    if ((isOld && hasNew) || (version === '08' && hasOld)) this.findings.quirk('party_form', line);
    const hasReference = ['AcctSvcrRef', 'NtryRef', 'NtryDtls/TxDtls/Refs'].some((path) => element.has(path));
    if (!hasReference) this.findings.quirk('no_reference', line);
    if (!isMadeUp(element)) this.findings.quirk('details_unsummed', line);
  }

  /** By its place in the message, where the bank names none. */
  private get fallback(): string {
    return `${this.draft.reference}#${this.entries}`;
  }

  private get createdOn(): string {
    return this.draft.createdAt?.slice(0, 10) ?? '';
  }

  private get currency(): Currency | null {
    const { balances, entries } = this.draft;
    return this.stated ?? balances[0]?.amount.currency ?? entries[0]?.amount.currency ?? null;
  }

  private isOfAccount({ currency }: Money, element: XmlElement, at: string): boolean {
    const expected = this.currency ?? currency;
    if (currency === expected) return true;
    this.refuse(`${at}/Amt`, element.line, SAY.currency_differs({ currency, expected }), 'currency_differs');
    return false;
  }

  private directionOf(element: XmlElement, at: string): 'credit' | 'debit' | null {
    const text = element.text('CdtDbtInd');
    if (text === 'CRDT') return 'credit';
    if (text === 'DBIT') return 'debit';
    this.refuse(`${at}/CdtDbtInd`, element.line, FX.no_direction, 'direction');
    return null;
  }

  /** `<Sts>BOOK</Sts>` or `<Sts><Cd>BOOK</Cd></Sts>`; a bank that leaves it out tells of nothing but what it has booked. */
  private statusOf(element: XmlElement, at: string): EntryStatus | null {
    const text = element.text('Sts/Cd') || element.text('Sts');
    if (text === 'BOOK' || text === '') return 'booked';
    if (['PDNG', 'INFO', 'FUTR'].includes(text)) return 'pending';
    this.refuse(`${at}/Sts`, element.line, SAY.status_none, 'status');
    return null;
  }

  private dayOf(element: XmlElement, name: string, at: string): LocalDate | null {
    const text = element.text(`${name}/Dt`) || element.text(`${name}/DtTm`).slice(0, 10);
    if (text === '' || isLocalDate(text)) return text === '' ? null : text;
    this.refuse(`${at}/${name}`, element.line, SAY.no_day({ text: beginningOf(text, 40) }), 'day');
    return null;
  }

  private attempt<Found>(at: string, element: XmlElement, read: () => Found): Found | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadableBankMessageError)) throw error;
      this.refuse(at, element.line, error.sentence, 'unreadable');
      return null;
    }
  }

  private refuse(at: string, line: number, what: Sentence, code: string): void {
    this.isFaulty = true;
    this.findings.fault({ pointer: `${this.draft.path}/${at}`, code, message: SAY.at_line({ line, what }) });
  }
}

function referenceOf(element: XmlElement): string | null {
  return element.optional('AcctSvcrRef') ?? element.optional('NtryRef');
}

function kindCodeOf(element: XmlElement): string | null {
  const domain = ['Cd', 'Fmly/Cd', 'Fmly/SubFmlyCd'].map((path) => element.text(`BkTxCd/Domn/${path}`));
  const words = domain.filter((word) => word !== '').join('/') || element.text('BkTxCd/Prtry/Cd');
  return words === '' ? null : beginningOf(words, 40);
}
