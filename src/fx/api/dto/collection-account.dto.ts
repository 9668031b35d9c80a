import { CURRENCIES } from '../../../kernel/currency.js';
import { publicId } from '../../../kernel/ids.js';
import { EnumField, IdField, InstantField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { COLLECTION_ACCOUNT, type CollectionAccountState } from '../../domain/collections/collection-account-status.js';
import { type CollectionAccount } from '../../entities/collection-account.entity.js';

export class CollectionAccountDto {
  @IdField({ description: 'Id of the account', kind: 'collectionAccount' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['collection_account'], example: 'collection_account' })
  object!: 'collection_account';

  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @EnumField({ description: 'What it is held in, ISO 4217', values: CURRENCIES, example: 'USD' })
  currency!: string;

  @TextField({
    description: 'Whose account it is, as buyers must write it',
    max: 200,
    example: 'Ningbo Example Trading Co., Ltd.',
  })
  accountHolder!: string;

  @EnumField({ description: 'State', values: COLLECTION_ACCOUNT.states, example: 'open' })
  state!: CollectionAccountState;

  @TextField({
    description: 'What buyers pay to; null until it is open',
    max: 34,
    nullable: true,
    example: '6228480795000001',
  })
  accountNumber!: string | null;

  @TextField({ description: 'BIC of the bank; null until it is open', max: 11, nullable: true, example: 'SBXCCNBJXXX' })
  bankBic!: string | null;

  @TextField({ description: 'Why the bank refused', max: 1_000, nullable: true })
  reason!: string | null;

  @InstantField({ description: 'When the bank should have answered; null when nothing is awaited', nullable: true })
  expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row', min: 1, example: 2 })
  version!: number;

  @InstantField({ description: 'When it was asked for', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, account: CollectionAccount): CollectionAccountDto {
    return {
      id: publicId('collectionAccount', account.id),
      object: 'collection_account',
      sellerId: publicId('party', account.partyId),
      currency: account.currency,
      accountHolder: account.ownerName,
      state: account.state,
      accountNumber: account.accountNumber,
      bankBic: account.bankBic,
      reason: account.reason,
      expectedBy: account.expectedBy?.toISOString() ?? null,
      ...stampsOf(account),
    };
  }
}

export class CollectionAccountPageDto extends PageOf(CollectionAccountDto) {}

export class CollectionAccountsQuery extends DatedPageQuery {
  @IdField({ description: 'Only this seller’s', kind: 'party', optional: true })
  sellerId?: string;

  @TextField({
    description: 'Currencies, separated by commas',
    pattern: /^[A-Z]{3}(,[A-Z]{3})*$/,
    max: 80,
    optional: true,
    example: 'USD',
  })
  currency?: string;

  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(COLLECTION_ACCOUNT.states),
    max: 80,
    optional: true,
    example: 'open',
  })
  state?: string;
}
