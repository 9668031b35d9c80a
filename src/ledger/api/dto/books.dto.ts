import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type AccountStatement } from '../../application/account-reader.js';
import { type AsOf } from '../../application/balances.js';
import { type Transfer, type TransferPosting } from '../../application/transfer-reader.js';
import { type TrialBalance } from '../../application/trial-balance.js';
import { ACCOUNT_CODES, accountKind } from '../../domain/chart.js';

const AS_OF = 'Count only what has a value date up to this day';
const BOOKED_AT = 'Count only what was booked up to this instant: the books as they stood then';

interface AsOfQuery {
  asOf?: string;
  bookedAt?: string;
}

export function asOfOf({ asOf, bookedAt }: AsOfQuery): AsOf {
  return {
    ...(asOf === undefined ? {} : { valueDate: asOf }),
    ...(bookedAt === undefined ? {} : { bookedAt: new Date(bookedAt) }),
  };
}

export class AccountsQuery extends PageQuery {
  @EnumField({
    description: 'Only accounts of this code',
    values: ACCOUNT_CODES,
    optional: true,
    example: 'client_funds',
  })
  code?: string;

  @IdField({ description: 'Only accounts of this party', kind: 'party', optional: true })
  partyId?: string;

  @TextField({
    description: 'Only accounts in this currency',
    pattern: /^[A-Z]{3}$/,
    max: 3,
    optional: true,
    example: 'USD',
  })
  currency?: string;

  @IdField({ description: 'Balances of this order’s bookings and holds alone', kind: 'order', optional: true })
  orderId?: string;

  @DateField({ description: AS_OF, optional: true, example: '2026-04-30' })
  asOf?: string;

  @InstantField({ description: BOOKED_AT, optional: true, example: '2026-04-30T18:00:00+08:00' })
  bookedAt?: string;
}

export class BalanceDto {
  @MoneyField({ description: 'What the postings sum to, on the account’s normal side', negative: true })
  readonly posted!: MoneyDto;

  @MoneyField({ description: 'What is set aside for payments under way' })
  readonly held!: MoneyDto;

  @MoneyField({ description: 'Posted less held', negative: true })
  readonly available!: MoneyDto;
}

export class AccountDto {
  @IdField({ description: 'The account', kind: 'account' })
  readonly id!: string;

  @EnumField({ description: 'What it is for', values: ACCOUNT_CODES, example: 'client_funds' })
  readonly code!: string;

  @TextField({
    description: 'The code in words',
    max: 200,
    example: 'What the platform holds for a client and owes it',
  })
  readonly meaning!: string;

  @EnumField({
    description: 'Its type in the books',
    values: ['asset', 'liability', 'equity', 'revenue'],
    example: 'liability',
  })
  readonly type!: string;

  @EnumField({ description: 'The side on which it grows', values: ['debit', 'credit'], example: 'credit' })
  readonly normalSide!: string;

  @IdField({ description: 'Whose account it is; null for the tenant’s own', kind: 'party', nullable: true })
  readonly partyId!: string | null;

  @TextField({ description: 'ISO 4217 code', max: 3, example: 'USD' })
  readonly currency!: string;

  @ObjectField(() => BalanceDto, { description: 'What is in it' })
  readonly balance!: BalanceDto;

  @InstantField({ description: 'When its first posting was booked', example: '2026-04-01T02:00:00.000Z' })
  readonly openedAt!: string;

  static from({ id, code, partyId, currency, balance, openedAt }: AccountStatement, language: Language): AccountDto {
    const { type, normalSide, meaning } = accountKind(code);
    const { posted, held, available } = balance;
    return {
      id: publicId('account', id),
      code,
      meaning: meaning[language],
      type,
      normalSide,
      partyId: partyId === null ? null : publicId('party', partyId),
      currency,
      balance: { posted: posted.toJSON(), held: held.toJSON(), available: available.toJSON() },
      openedAt: openedAt.toISOString(),
    };
  }
}

export class AccountPageDto extends PageOf(AccountDto) {}

export class TransfersQuery extends PageQuery {
  @IdField({ description: 'Only bookings of this order', kind: 'order', optional: true })
  orderId?: string;

  @IdField({ description: 'Only transfers that touch this account', kind: 'account', optional: true })
  account?: string;

  @TextField({ description: 'Only transfers of this kind', max: 64, optional: true, example: 'fx.collection-credited' })
  kind?: string;
}

export class PostingDto {
  @IdField({ description: 'The account', kind: 'account' })
  readonly accountId!: string;

  @EnumField({ description: 'What the account is for', values: ACCOUNT_CODES, example: 'clearing_bank' })
  readonly code!: string;

  @IdField({ description: 'Whose account it is; null for the tenant’s own', kind: 'party', nullable: true })
  readonly partyId!: string | null;

  @IdField({
    description: 'Of money at the bank: which account there; null where no account is named',
    kind: 'collectionAccount',
    nullable: true,
  })
  readonly bankAccountId!: string | null;

  @EnumField({ description: 'Debit or credit', values: ['debit', 'credit'], example: 'debit' })
  readonly side!: string;

  @MoneyField({ description: 'How much', positive: true })
  readonly amount!: MoneyDto;

  static from({ accountId, code, partyId, subAccountId, amount }: TransferPosting): PostingDto {
    return {
      accountId: publicId('account', accountId),
      code,
      partyId: partyId === null ? null : publicId('party', partyId),
      bankAccountId: subAccountId === null ? null : publicId('collectionAccount', subAccountId),
      side: amount.isNegative() ? 'credit' : 'debit',
      amount: amount.absolute().toJSON(),
    };
  }
}

export class TransferDto {
  @IdField({ description: 'The transfer', kind: 'transfer' })
  readonly id!: string;

  @TextField({ description: 'What happened', max: 64, example: 'fx.collection-credited' })
  readonly kind!: string;

  @TextField({
    description: 'The event that was booked; booked once',
    max: 200,
    example: 'col:01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly key!: string;

  @IdField({ description: 'The order it belongs to', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @DateField({ description: 'The day from which the money counts', example: '2026-04-01' })
  readonly valueDate!: string;

  @InstantField({ description: 'When it was written', example: '2026-04-01T02:00:00.000Z' })
  readonly bookedAt!: string;

  @TextField({ description: 'For people', min: 0, max: 500, example: 'Collection of order EX-2026-001' })
  readonly memo!: string;

  @IdField({ description: 'The transfer that this one takes back', kind: 'transfer', nullable: true })
  readonly reverses!: string | null;

  @IdField({ description: 'The transfer that took this one back', kind: 'transfer', nullable: true })
  readonly reversedBy!: string | null;

  @ListField(() => PostingDto, { description: 'Sum to zero for each currency', min: 2, max: 1_000 })
  readonly postings!: PostingDto[];

  static from(transfer: Transfer): TransferDto {
    const { id, kind, key, orderId, valueDate, bookedAt, memo, reverses, reversedBy, postings } = transfer;
    return {
      id: publicId('transfer', id),
      kind,
      key,
      orderId: orderId === null ? null : publicId('order', orderId),
      valueDate,
      bookedAt: bookedAt.toISOString(),
      memo,
      reverses: reverses === null ? null : publicId('transfer', reverses),
      reversedBy: reversedBy === null ? null : publicId('transfer', reversedBy),
      postings: postings.map((posting) => PostingDto.from(posting)),
    };
  }
}

export class TransferPageDto extends PageOf(TransferDto) {}

export class TrialBalanceQuery {
  @DateField({ description: AS_OF, optional: true, example: '2026-04-30' })
  asOf?: string;

  @InstantField({ description: BOOKED_AT, optional: true, example: '2026-04-30T18:00:00+08:00' })
  bookedAt?: string;
}

export class TrialLineDto {
  @EnumField({ description: 'All accounts of this code', values: ACCOUNT_CODES, example: 'client_funds' })
  readonly code!: string;

  @MoneyField({ description: 'Sum of those that stand in debit' })
  readonly debit!: MoneyDto;

  @MoneyField({ description: 'Sum of those that stand in credit' })
  readonly credit!: MoneyDto;
}

export class CurrencyTrialDto {
  @TextField({ description: 'ISO 4217 code', max: 3, example: 'USD' })
  readonly currency!: string;

  @MoneyField({ description: 'Sum of all debit balances' })
  readonly debit!: MoneyDto;

  @MoneyField({ description: 'Sum of all credit balances' })
  readonly credit!: MoneyDto;

  @MoneyField({ description: 'Debit less credit: always zero', negative: true })
  readonly difference!: MoneyDto;

  @ListField(() => TrialLineDto, { description: 'By account code', max: 100 })
  readonly lines!: TrialLineDto[];
}

export class TrialBalanceDto {
  @ListField(() => CurrencyTrialDto, { description: 'By currency', max: 200 })
  readonly currencies!: CurrencyTrialDto[];

  static from(this: void, balances: readonly TrialBalance[]): TrialBalanceDto {
    return {
      currencies: balances.map(({ currency, debit, credit, difference, lines }) => ({
        currency,
        debit: debit.toJSON(),
        credit: credit.toJSON(),
        difference: difference.toJSON(),
        lines: lines.map((line) => ({ code: line.code, debit: line.debit.toJSON(), credit: line.credit.toJSON() })),
      })),
    };
  }
}

export class ExportQuery {
  @EnumField({ description: 'The format', values: ['hledger'], example: 'hledger' })
  format!: string;
}
