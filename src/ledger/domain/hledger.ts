import { minorDigits } from '../../kernel/currency.js';
import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { accountKind, type AccountCode, type AccountType } from './chart.js';

/** hledger's letters for the types of accounts. */
const TYPE_LETTER: Readonly<Record<AccountType, string>> = { asset: 'A', liability: 'L', equity: 'E', revenue: 'R' };
const ROOT: Readonly<Record<AccountType, string>> = {
  asset: 'assets',
  liability: 'liabilities',
  equity: 'equity',
  revenue: 'revenues',
};

interface AccountName {
  readonly code: AccountCode;
  readonly partyId: string | null;
}

interface JournalTransfer {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly orderId: string | null;
  readonly valueDate: LocalDate;
  readonly memo: string;
  readonly postings: readonly (AccountName & { readonly amount: Money; readonly subAccountId?: string | null })[];
}

/** `liabilities:client_funds:pty_01…` */
export function accountName({ code, partyId }: AccountName): string {
  const { type } = accountKind(code);
  return [ROOT[type], code, ...(partyId === null ? [] : [publicId('party', partyId)])].join(':');
}

export function accountDirective(account: AccountName): string {
  return `account ${accountName(account)}  ; type: ${TYPE_LETTER[accountKind(account.code).type]}\n`;
}

/** Tells hledger the exact decimals of a currency; the mark must be there even where no digit follows: `1. JPY`. */
export function commodityDirective(currency: string): string {
  return `commodity 1.${'0'.repeat(minorDigits(currency))} ${currency}\n`;
}

/** One transaction of the journal; our ids, keys and orders go along as tags. */
export function journalEntry({ id, kind, key, orderId, valueDate, memo, postings }: JournalTransfer): string {
  const title = oneLine(memo === '' ? kind : `${kind} | ${memo}`);
  const tags = [
    `kind:${oneLine(kind)}`,
    `key:${oneLine(key)}`,
    ...(orderId === null ? [] : [`order:${publicId('order', orderId)}`]),
  ];
  const lines = postings.map((posting) => {
    const part = posting.subAccountId == null ? '' : `  ; bank:${publicId('collectionAccount', posting.subAccountId)}`;
    return `    ${accountName(posting)}  ${posting.amount.toString()}${part}\n`;
  });
  return `\n${valueDate} (${publicId('transfer', id)}) ${title}\n    ; ${tags.join(', ')}\n${lines.join('')}`;
}

/** Nothing in a memo or key may end the line, start a comment or end a tag. */
function oneLine(text: string): string {
  return text.replace(/[\s;,]+/g, ' ').trim();
}
