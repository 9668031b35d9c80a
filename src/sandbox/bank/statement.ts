import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaSeconds } from '../world/china-time.js';
import { leaf, node, XML_HEAD } from '../world/xml.js';
import { type Account, amount, BANK_BIC, document, NAME_MAX, payerOf, returnInfo, unstructured } from './messages.js';
import { type Reason } from './payment-order.js';

/** One of several payments that the bank books as one entry. */
export interface Part {
  readonly endToEndId: string;
  readonly amount: MoneyJson;
  readonly bankReference: string;
}

/** Money that came or went, as it is booked. */
export interface Movement {
  readonly bankReference: string;
  readonly direction: 'CRDT' | 'DBIT';
  readonly amount: MoneyJson;
  readonly bookedOn: string;
  /** Family and sub-family of ISO 20022, `ICDT/DMCT`. */
  readonly kind: string;
  readonly endToEndId: string | null;
  /** Who paid; null where that is not told. */
  readonly payerName: string | null;
  /** And from where. */
  readonly payerAccount?: string;
  readonly payerBic?: string;
  readonly remittance: string;
  readonly returned: Reason | null;
  /** Where it is booked as one for several. */
  readonly parts: readonly Part[];
}

interface StatementOf {
  readonly account: Account;
  readonly number: string;
  readonly sequence: number;
  readonly day: string;
  readonly opening: Money;
  readonly movements: readonly Movement[];
}

/** camt.053.001.08 of one account: balances, what its entries come to, and the entries. */
export function statement(of: StatementOf, now: Date): { readonly body: string; readonly closing: Money } {
  const { account, number, sequence, day, opening, movements } = of;
  const closing = opening.plus(netOf(movements, account.currency));
  const from = movements.map(({ bookedOn }) => bookedOn).reduce((first, on) => (on < first ? on : first), day);
  const created = leaf('CreDtTm', chinaSeconds(now));
  const period = leaf('FrDtTm', `${from}T00:00:00+08:00`) + leaf('ToDtTm', `${day}T23:59:59+08:00`);
  const content =
    leaf('Id', `ST${account.accountNumber}-${day}`.slice(0, 35)) +
    leaf('ElctrncSeqNb', String(sequence)) +
    created +
    node('FrToDt', period) +
    node(
      'Acct',
      node('Id', node('Othr', leaf('Id', account.accountNumber))) +
        leaf('Ccy', account.currency) +
        node('Ownr', leaf('Nm', account.ownerName.slice(0, NAME_MAX))) +
        node('Svcr', node('FinInstnId', leaf('BICFI', BANK_BIC))),
    ) +
    balance('OPBD', opening, from) +
    balance('CLBD', closing, day) +
    node('TxsSummry', summary(movements, account.currency)) +
    movements.map(entry).join('');
  const body = node('GrpHdr', leaf('MsgId', `C53${number}`) + created) + node('Stmt', content);
  return { body: XML_HEAD + document('camt.053.001.08', node('BkToCstmrStmt', body)), closing };
}

function netOf(movements: readonly Movement[], currency: string): Money {
  return Money.sum(
    movements.map(({ amount: money, direction }) => {
      const moved = Money.fromJSON(money);
      return direction === 'CRDT' ? moved : moved.negated();
    }),
    currency,
  );
}

function balance(type: string, money: Money, on: string): string {
  const side = leaf('CdtDbtInd', money.isNegative() ? 'DBIT' : 'CRDT');
  const code = node('Tp', node('CdOrPrtry', leaf('Cd', type)));
  return node('Bal', code + amount('Amt', money.absolute()) + side + node('Dt', leaf('Dt', on)));
}

function summary(movements: readonly Movement[], currency: string): string {
  const sum = (some: readonly Movement[]): string =>
    Money.sum(
      some.map(({ amount: money }) => Money.fromJSON(money)),
      currency,
    ).toAmountString();
  const count = (some: readonly Movement[]): string => leaf('NbOfNtries', String(some.length)) + leaf('Sum', sum(some));
  const net = netOf(movements, currency);
  const netSide = leaf('CdtDbtInd', net.isNegative() ? 'DBIT' : 'CRDT');
  const ofSide = (side: string): readonly Movement[] => movements.filter(({ direction }) => direction === side);
  return (
    node('TtlNtries', count(movements) + node('TtlNetNtry', leaf('Amt', net.absolute().toAmountString()) + netSide)) +
    node('TtlCdtNtries', count(ofSide('CRDT'))) +
    node('TtlDbtNtries', count(ofSide('DBIT')))
  );
}

function entry(movement: Movement): string {
  const { bankReference, direction, bookedOn, kind, parts } = movement;
  const [family = '', subFamily = ''] = kind.split('/');
  const code = node('Fmly', leaf('Cd', family) + leaf('SubFmlyCd', subFamily));
  const details = parts.length > 0 ? parts.map((part) => partOf(part, direction)).join('') : detailsOf(movement);
  return node(
    'Ntry',
    leaf('NtryRef', bankReference) +
      amount('Amt', Money.fromJSON(movement.amount)) +
      leaf('CdtDbtInd', direction) +
      leaf('RvslInd', 'false') +
      node('Sts', leaf('Cd', 'BOOK')) +
      node('BookgDt', leaf('Dt', bookedOn)) +
      node('ValDt', leaf('Dt', bookedOn)) +
      leaf('AcctSvcrRef', bankReference) +
      node('BkTxCd', node('Domn', leaf('Cd', 'PMNT') + code)) +
      node('NtryDtls', details),
  );
}

function partOf({ endToEndId, amount: money, bankReference }: Part, direction: string): string {
  const references = leaf('AcctSvcrRef', bankReference) + leaf('EndToEndId', endToEndId);
  return node('TxDtls', node('Refs', references) + amount('Amt', Money.fromJSON(money)) + leaf('CdtDbtInd', direction));
}

function detailsOf({ bankReference, endToEndId, amount: money, direction, payerName, ...rest }: Movement): string {
  const references = leaf('AcctSvcrRef', bankReference) + leaf('EndToEndId', endToEndId ?? 'NOTPROVIDED');
  const { payerAccount = '', payerBic = '' } = rest;
  const party = payerName === null ? '' : leaf('Nm', payerName.slice(0, NAME_MAX));
  const payer =
    payerAccount === ''
      ? node('RltdPties', node('Dbtr', node('Pty', party)))
      : payerOf(party, { payerAccount, payerBic });
  return node(
    'TxDtls',
    node('Refs', references) +
      amount('Amt', Money.fromJSON(money)) +
      leaf('CdtDbtInd', direction) +
      (party === '' ? '' : payer) +
      (rest.remittance === '' ? '' : node('RmtInf', unstructured(rest.remittance))) +
      returnInfo(rest.returned),
  );
}
