import { Money, type MoneyJson } from '../../src/kernel/money.js';

export interface MarginPart {
  readonly source: { readonly field: string; readonly event: { readonly type: string } | null };
  readonly original: MoneyJson;
  readonly cny: MoneyJson | null;
}

export interface MarginFigure {
  readonly amount: MoneyJson;
  readonly formula: string;
  readonly parts: readonly MarginPart[];
}

export interface MarginTotal {
  readonly margin: MoneyJson;
  readonly marginRate: string | null;
  readonly breakEvenRate: string | null;
  readonly without: readonly string[];
}

/** `GET /v1/orders/{id}/margin`, as far as the demo looks at it. */
export interface Margin {
  readonly planRate: string;
  readonly settledRate: string | null;
  readonly lines: readonly {
    readonly code: string;
    readonly effect: 'income' | 'cost';
    readonly estimate: MarginFigure | null;
    readonly actual: MarginFigure | null;
  }[];
  readonly estimate: MarginTotal;
  readonly actual: MarginTotal;
}

/** `GET /v1/ledger/transfers`. */
export interface Transfer {
  readonly kind: string;
  readonly key: string;
  readonly postings: readonly {
    readonly code: string;
    readonly side: 'debit' | 'credit';
    readonly amount: MoneyJson;
  }[];
}

/** One amount that the margin tells, beside what the books say of it. */
export interface Comparison {
  readonly what: string;
  /** Which postings were counted. */
  readonly books: string;
  readonly told: Money;
  readonly booked: Money;
  readonly agrees: boolean;
  /** A difference is no mistake of the books: it is a debt that somebody still has to settle. */
  readonly isDebt?: boolean;
}

/** Where an amount of the margin stands in the books: postings on one side of an account, less those that undo them. */
interface Place {
  readonly what: string;
  readonly line: string;
  /** Only these parts of the margin's line; absent: all. */
  readonly field?: string;
  readonly code: string;
  readonly side: 'debit' | 'credit';
  readonly kinds: RegExp;
}

/** Every line of the margin that passes through the platform; purchase, VAT and insurance are paid elsewhere. */
const PLACES: readonly Place[] = [
  {
    what: 'Received from the buyer',
    line: 'revenue',
    field: 'received',
    code: 'clearing_bank',
    side: 'debit',
    kinds: /^fx\.collection-credited/,
  },
  { what: 'Freight and local charges', line: 'freight', code: 'client_dues', side: 'debit', kinds: /^freight\./ },
  {
    what: 'Sold to the bank',
    line: 'fx_result',
    field: 'sold',
    code: 'client_funds',
    side: 'debit',
    kinds: /^fx\.conversion-booked/,
  },
  {
    what: 'Bought from the bank',
    line: 'fx_result',
    field: 'bought',
    code: 'client_funds',
    side: 'credit',
    kinds: /^fx\.conversion-booked/,
  },
  {
    what: 'Refund paid by the treasury',
    line: 'tax_refund',
    code: 'client_funds',
    side: 'credit',
    kinds: /^tax-refund\.paid/,
  },
  { what: 'Interest of the advance', line: 'finance_cost', code: 'interest', side: 'debit', kinds: /^financing\./ },
  { what: 'Fees of the advance', line: 'fees', code: 'fees', side: 'debit', kinds: /^financing\./ },
];

/** Compares each amount of the margin that passed through the platform with the postings of the order. */
export function compareWithBooks(margin: Margin, transfers: readonly Transfer[]): Comparison[] {
  return PLACES.flatMap((place) => {
    const told = partsOf(margin, place);
    const booked = postingsOf(transfers, place);
    const currencies = new Set([...told, ...booked].map(({ currency }) => currency));
    return [...currencies].map((currency) => {
      const [left, right] = [sumIn(told, currency).absolute(), sumIn(booked, currency)];
      const books = `${place.code} ${place.side}`;
      return { what: place.what, books, told: left, booked: right, agrees: left.equals(right) };
    });
  });
}

/**
 * What reached the seller's account must be what the margin says is left, plus what the seller paid elsewhere.
 * The two may differ by a fen for each foreign amount, because the margin values each of them at the plan rate.
 */
export function compareWithPayouts(margin: Margin, transfers: readonly Transfer[]): Comparison {
  const elsewhere = ['purchase', 'vat', 'insurance'].map((code) => amountOf(margin, code));
  const told = Money.sum([Money.fromJSON(margin.actual.margin), ...elsewhere], 'CNY');
  const place = { what: '', line: '', code: 'client_funds', side: 'debit', kinds: /^fx\.payout/ } as const;
  const booked = sumIn(postingsOf(transfers, place), 'CNY');
  const foreign = margin.lines
    .flatMap(({ actual }) => actual?.parts ?? [])
    .filter(({ original }) => original.currency !== 'CNY');
  const tolerance = Money.ofMinor(BigInt(foreign.length), 'CNY');
  return {
    what: 'Paid out = margin + purchase + VAT + insurance',
    books: 'client_funds debit, by payouts',
    told,
    booked,
    agrees: !told.minus(booked).absolute().isMoreThan(tolerance),
  };
}

const SELLERS_ACCOUNTS: ReadonlySet<string> = new Set([
  'client_funds',
  'client_dues',
  'refund_receivable',
  'loan_principal',
  'interest',
  'fees',
]);

/** When an order is over, nobody should owe the seller anything for it, and the seller nobody. What stays is shown. */
export function whatIsLeft(transfers: readonly Transfer[]): Comparison[] {
  const balances = new Map<string, Money>();
  for (const { code, side, amount } of transfers.flatMap(({ postings }) => postings)) {
    if (!SELLERS_ACCOUNTS.has(code)) continue;
    const money = Money.fromJSON(amount);
    const before = balances.get(`${code} ${money.currency}`) ?? Money.zero(money.currency);
    balances.set(`${code} ${money.currency}`, side === 'debit' ? before.plus(money) : before.minus(money));
  }
  const open = [...balances].filter(([, balance]) => !balance.isZero());
  return [...new Set([...balances.values()].map(({ currency }) => currency))].map((currency) => {
    const left = open.filter(([, balance]) => balance.currency === currency);
    const booked = Money.sum(
      left.map(([, balance]) => balance.absolute()),
      currency,
    );
    const books = left.length === 0 ? 'every account of the seller' : left.map(([account]) => account).join(', ');
    return { what: 'Left open', books, told: Money.zero(currency), booked, agrees: left.length === 0, isDebt: true };
  });
}

function partsOf({ lines }: Margin, { line, field }: Place): Money[] {
  const parts = lines.find(({ code }) => code === line)?.actual?.parts ?? [];
  return parts
    .filter(({ source }) => field === undefined || source.field === field)
    .map(({ original }) => Money.fromJSON(original))
    .filter((amount) => !amount.isZero());
}

function postingsOf(transfers: readonly Transfer[], { code, side, kinds }: Place): Money[] {
  return transfers
    .filter(({ kind }) => kinds.test(kind))
    .flatMap(({ postings }) => postings)
    .filter((posting) => posting.code === code && posting.side === side)
    .map(({ amount }) => Money.fromJSON(amount));
}

function sumIn(amounts: readonly Money[], currency: Money['currency']): Money {
  return Money.sum(
    amounts.filter((amount) => amount.currency === currency),
    currency,
  );
}

function amountOf({ lines }: Margin, wanted: string): Money {
  const amount = lines.find(({ code }) => code === wanted)?.actual?.amount;
  return amount === undefined ? Money.zero('CNY') : Money.fromJSON(amount);
}
