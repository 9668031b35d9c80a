import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
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
  type Direction,
  DIRECTIONS,
  LIST_KINDS,
  type ListKind,
  type ProfileTerms,
  TRANSMITTED,
  type Transmitted,
} from '../../domain/parcels/profile.js';
import { VAT_BASES, type VatBase } from '../../domain/retail-import-law.js';
import { type EcommerceProfile } from '../../entities/ecommerce-profile.entity.js';

export class CompanyDto {
  @TextField({
    description: 'Customs registration or credit code',
    pattern: /^[0-9A-Z]{1,18}$/,
    max: 18,
    example: '3302986YQ8',
  })
  readonly code!: string;

  @TextField({ description: 'Registered name', max: 100, example: '宁波示例电子商务有限公司' })
  readonly name!: string;
}

export class ProfileTransportDto {
  @TextField({ description: 'Means of transport (运输方式代码)', pattern: /^[0-9A-Z]$/, max: 1, example: '5' })
  readonly mode!: string;

  @TextField({ description: 'Vessel or flight', max: 100, optional: true, nullable: true, example: 'CA1056' })
  readonly name?: string | null;

  @TextField({ description: 'Voyage', max: 32, optional: true, nullable: true, example: '20261128' })
  readonly voyage?: string | null;

  @TextField({ description: 'Master bill', max: 37, optional: true, nullable: true, example: '99912345675' })
  readonly billNo?: string | null;

  @TextField({
    description: 'Country shipped from or to: three digits of the customs table',
    pattern: /^\d{3}$/,
    max: 3,
    example: '116',
  })
  readonly country!: string;
}

class TermsDto {
  @TextField({ description: 'Name of the profile; each is there once', max: 100, example: 'Ningbo retail imports' })
  readonly name!: string;

  @ObjectField(() => CompanyDto, { description: 'E-commerce platform (电商平台)' })
  readonly platform!: CompanyDto;

  @ObjectField(() => CompanyDto, { description: 'E-commerce enterprise (电商企业)' })
  readonly merchant!: CompanyDto;

  @ObjectField(() => CompanyDto, { description: 'Logistics enterprise, where a waybill names no other' })
  readonly logistics!: CompanyDto;

  @ObjectField(() => CompanyDto, { description: 'Who declares (申报企业)' })
  readonly agent!: CompanyDto;

  @ObjectField(() => CompanyDto, {
    description: 'Area enterprise (区内企业); modes 1210 and 1239',
    optional: true,
    nullable: true,
  })
  readonly area?: CompanyDto | null;

  @TextField({
    description: 'Account book (账册编号); modes 1210 and 1239',
    max: 30,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly accountBook?: string | null;

  @TextField({ description: 'Customs office of declaration', pattern: /^\d{4}$/, max: 4, example: '3105' })
  readonly customsOffice!: string;

  @TextField({ description: 'Customs office of the port', pattern: /^\d{4}$/, max: 4, example: '3105' })
  readonly port!: string;

  @TextField({
    description: 'Number at the exchange platform (DXP)',
    pattern: /^[0-9A-Za-z]+$/,
    max: 30,
    example: 'DXPENT0000012345',
  })
  readonly dxpId!: string;

  @TextField({
    description: 'Guarantor of the tax (担保企业编号); imports',
    max: 30,
    optional: true,
    nullable: true,
    example: '3302986YQ8',
  })
  readonly guarantor?: string | null;

  @EnumField({
    description: '`A` simplified, `B` summarised (统计标识); exports',
    values: LIST_KINDS,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly listKind?: ListKind | null;

  @TextListField({
    description: 'What we send to customs beside the list',
    values: TRANSMITTED,
    max: 3,
    maxLength: 10,
    optional: true,
    example: ['order'],
  })
  readonly transmits?: Transmitted[];

  @EnumField({
    description: 'Which consumption tax the VAT of retail imports is reckoned on; left out: as the law has it',
    values: VAT_BASES,
    optional: true,
    nullable: true,
    example: null,
  })
  readonly vatBase?: VatBase | null;

  @ObjectField(() => ProfileTransportDto, { description: 'How the goods cross the border' })
  readonly transport!: ProfileTransportDto;

  @BooleanField({ description: 'File as soon as the papers match; left out: yes', optional: true, example: true })
  readonly filesAtOnce?: boolean;
}

export class EcommerceProfileChange extends TermsDto {}

export class EcommerceProfileRequest extends TermsDto {
  @EnumField({ description: 'Direction', values: DIRECTIONS, example: 'import' })
  readonly direction!: Direction;

  @TextField({
    description: 'Supervision mode: imports 9610, 1210, 1239; exports 9610, 9710, 9810, 1210',
    pattern: /^\d{4}$/,
    max: 4,
    example: '9610',
  })
  readonly supervisionMode!: string;
}

export function termsOf(given: TermsDto): ProfileTerms {
  const { transport } = given;
  return {
    platform: given.platform,
    merchant: given.merchant,
    logistics: given.logistics,
    agent: given.agent,
    area: given.area ?? null,
    accountBook: given.accountBook ?? null,
    customsOffice: given.customsOffice,
    port: given.port,
    dxpId: given.dxpId,
    guarantor: given.guarantor ?? null,
    listKind: given.listKind ?? null,
    transmits: given.transmits ?? [],
    vatBase: given.vatBase ?? null,
    transport: {
      mode: transport.mode,
      name: transport.name ?? null,
      voyage: transport.voyage ?? null,
      billNo: transport.billNo ?? null,
      country: transport.country,
    },
    filesAtOnce: given.filesAtOnce ?? true,
  };
}

export class EcommerceProfilesQuery extends DatedPageQuery {
  @TextField({ description: 'Only the one of this name', max: 100, optional: true, example: 'Ningbo retail imports' })
  readonly name?: string;
}

export class EcommerceProfileDto extends EcommerceProfileRequest {
  @IdField({ kind: 'ecommerceProfile', description: 'Id' })
  readonly id!: string;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was made', example: '2026-11-28T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it was changed last', example: '2026-11-28T02:00:00.000Z' })
  readonly updatedAt!: string;

  static from(this: void, profile: EcommerceProfile): EcommerceProfileDto {
    const { id, name, direction, supervisionMode, terms } = profile;
    const transmits = [...terms.transmits];
    return {
      id: publicId('ecommerceProfile', id),
      name,
      direction,
      supervisionMode,
      ...terms,
      transmits,
      ...stampsOf(profile),
    };
  }
}

export class EcommerceProfilePageDto extends PageOf(EcommerceProfileDto) {}
