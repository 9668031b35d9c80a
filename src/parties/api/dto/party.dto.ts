import { normalized } from '../../../kernel/identifiers/identifier.js';
import { publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf, DatedPageQuery } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import {
  ENTERPRISE_KINDS,
  type EnterpriseKind,
  PARTY_KINDS,
  type PartyKind,
  type PartyTerms,
  TAXPAYER_TYPES,
} from '../../domain/party.js';
import { type Party } from '../../entities/party.entity.js';

/** A CNY account in China, for payouts. */
export class BankAccountDto {
  @TextField({
    description: 'Account number',
    pattern: /^[0-9A-Za-z-]{5,34}$/,
    max: 34,
    example: '3310010120100123456',
  })
  accountNumber!: string;

  @TextField({ description: 'Whose account it is, as the bank writes it', max: 140, example: '宁波示例进出口有限公司' })
  accountHolder!: string;

  @TextField({
    description: 'CNAPS code of the branch (联行号), 12 digits',
    pattern: /^\d{12}$/,
    max: 12,
    example: '102332000012',
  })
  cnaps!: string;
}

/** What the tax bureau has on it. */
export class TaxDataDto {
  @EnumField({ description: 'General or small-scale taxpayer', values: TAXPAYER_TYPES, example: 'general' })
  taxpayerType!: (typeof TAXPAYER_TYPES)[number];

  @IntegerField({
    description: 'Class for export refunds, 1 (most trusted) to 4',
    min: 1,
    max: 4,
    optional: true,
    nullable: true,
    example: 2,
  })
  refundClass?: number | null;
}

/** The fields of a party, needed or (in a change) optional; a seller needs more than the others. */
function termsClass(optional: boolean) {
  class Terms {
    @TextField({ description: 'Your own number for the party; unique', max: 64, optional, example: 'SME-001' })
    reference!: string;

    @TextField({ description: 'Name, as registered', max: 140, optional, example: '宁波示例进出口有限公司' })
    name!: string;

    @TextField({
      description: 'Name in English; of a seller it is needed',
      max: 140,
      optional: true,
      nullable: true,
      example: 'Ningbo Example Trading Co., Ltd.',
    })
    nameEn?: string | null;

    @TextField({ description: 'ISO 3166-1 alpha-2', pattern: /^[A-Z]{2}$/, max: 2, optional, example: 'CN' })
    country!: string;

    @TextField({ description: 'Address', max: 300, optional, example: '浙江省宁波市鄞州区示例路 1 号' })
    address!: string;

    @TextField({
      description:
        'Unified social credit code (统一社会信用代码), 18 signs. A wrong check character is a warning: some early codes in force have one',
      max: 24,
      optional: true,
      nullable: true,
      example: '91330200MA2AEFJN86',
    })
    uscc?: string | null;

    @TextField({
      description: 'Customs registration (海关注册编码), 10 signs; of a seller',
      max: 10,
      optional: true,
      nullable: true,
      example: '3302960001',
    })
    customsCode?: string | null;

    @EnumField({
      description: 'Trading company or manufacturer; of a seller',
      values: ENTERPRISE_KINDS,
      optional: true,
      nullable: true,
      example: 'trading',
    })
    enterpriseKind?: EnterpriseKind | null;

    @ObjectField(() => BankAccountDto, { description: 'Where CNY is paid out to', optional: true, nullable: true })
    bankAccount?: BankAccountDto | null;

    @ObjectField(() => TaxDataDto, { description: 'Tax data', optional: true, nullable: true })
    tax?: TaxDataDto | null;

    @TextListField({
      description: 'Other names it pays or is written under',
      max: 20,
      maxLength: 140,
      optional: true,
      example: ['HAMBURG TOYS'],
    })
    aliases?: string[];
  }
  return Terms;
}

export class PartyRequest extends termsClass(false) {
  @EnumField({ description: 'What it is to the order', values: PARTY_KINDS, example: 'seller' })
  kind!: PartyKind;

  toTerms(): PartyTerms {
    return {
      kind: this.kind,
      reference: this.reference,
      name: this.name,
      nameEn: this.nameEn ?? null,
      country: this.country,
      address: this.address,
      uscc: usccOf(this.uscc) ?? null,
      customsCode: this.customsCode ?? null,
      enterpriseKind: this.enterpriseKind ?? null,
      bankAccount: this.bankAccount ? { ...this.bankAccount } : null,
      tax: taxOf(this.tax) ?? null,
      aliases: this.aliases ?? [],
    };
  }
}

/** What is to change; a field that is left out stays, `null` empties it. The kind cannot change. */
export class PartyChangeRequest extends termsClass(true) {
  toChange(): Partial<Omit<PartyTerms, 'kind'>> {
    const change = { ...this, uscc: usccOf(this.uscc), tax: taxOf(this.tax) };
    return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  }
}

function usccOf(uscc: string | null | undefined): string | null | undefined {
  return uscc ? normalized(uscc) : uscc;
}

function taxOf(tax: TaxDataDto | null | undefined): PartyTerms['tax'] | undefined {
  return tax ? { taxpayerType: tax.taxpayerType, refundClass: tax.refundClass ?? null } : tax;
}

export class PartyDto extends termsClass(false) {
  @IdField({ description: 'Id of the party', kind: 'party' })
  id!: string;

  @EnumField({ description: 'Kind of resource', values: ['party'], example: 'party' })
  object!: 'party';

  @EnumField({ description: 'What it is to the order', values: PARTY_KINDS, example: 'seller' })
  kind!: PartyKind;

  @TextListField({
    description:
      'What is odd and may be right all the same; `uscc_check_character`: the last sign of the code does not fit the rest',
    max: 10,
    maxLength: 40,
  })
  warnings!: string[];

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  version!: number;

  @InstantField({ description: 'When it was entered', example: '2026-11-24T08:00:00.000Z' })
  createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T08:00:00.000Z' })
  updatedAt!: string;

  static from(this: void, party: Omit<Party, 'tenantId' | 'amend'>): PartyDto {
    return {
      id: publicId('party', party.id),
      object: 'party',
      kind: party.kind,
      reference: party.reference,
      name: party.name,
      nameEn: party.nameEn,
      country: party.country,
      address: party.address,
      uscc: party.uscc,
      customsCode: party.customsCode,
      enterpriseKind: party.enterpriseKind,
      bankAccount: party.bankAccount,
      tax: party.tax,
      aliases: party.aliases,
      warnings: party.warnings,
      ...stampsOf(party),
    };
  }
}

export class PartyPageDto extends PageOf(PartyDto) {}

export class PartiesQuery extends DatedPageQuery {
  @TextField({
    description: 'Kinds, separated by commas',
    pattern: /^(seller|buyer|supplier)(,(seller|buyer|supplier))*$/,
    max: 60,
    optional: true,
    example: 'seller',
  })
  kind?: string;

  @TextField({ description: 'Your own number for the party', max: 64, optional: true })
  reference?: string;

  @TextField({ description: 'Unified social credit code', max: 24, optional: true })
  uscc?: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', pattern: /^[A-Z]{2}$/, max: 2, optional: true })
  country?: string;
}
