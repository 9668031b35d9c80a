import { ApiProperty } from '@nestjs/swagger';

import { EnumField, InstantField, ListField, TextField } from '../../../platform/http/fields.js';
import { type Asset, ASSET_KINDS, type AssetKind } from '../../domain/asset.js';
import { type AdvancePledge } from '../../entities/advance-pledge.table.js';

const ISSUER =
  'Tax number (统一社会信用代码) of who issued it: the seller’s of an invoice or contract, the warehouse’s of a receipt; not of ' +
  'declarations and VAT invoices';

export class AssetDto {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'warehouse_receipt' })
  kind!: AssetKind;

  @TextField({
    description: 'Its number, as its issuer wrote it; of an invoice to a buyer its own, or that of the contract',
    max: 50,
    example: 'WR-2026-0117',
  })
  number!: string;

  @TextField({
    description: ISSUER,
    optional: true,
    max: 18,
    pattern: /^[0-9A-Za-z]{15,18}$/,
    example: '91330201MA2812345X',
  })
  issuer?: string;
}

export class PledgeCheckQuery {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'declaration' })
  kind!: AssetKind;

  @TextField({ description: 'Its number, as its issuer wrote it', max: 50, example: '310420260000000017' })
  number!: string;

  @TextField({ description: ISSUER, optional: true, max: 18, pattern: /^[0-9A-Za-z]{15,18}$/ })
  issuer?: string;
}

export class PledgeCheckDto {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'declaration' })
  readonly kind!: string;

  @EnumField({ description: 'Whether it backs a loan already, of whatever tenant', values: ['free', 'used'] })
  readonly outcome!: string;
}

export class CheckPledgesDto {
  @ListField(() => AssetDto, { description: 'What is asked about', min: 1, max: 50 })
  documents!: AssetDto[];
}

class CheckedPledgeDto extends PledgeCheckDto {
  @TextField({ description: 'Its number, as it was sent', max: 50 })
  readonly number!: string;
}

export class PledgeChecksDto {
  @ListField(() => CheckedPledgeDto, { description: 'In the order in which they were sent', max: 50 })
  readonly data!: CheckedPledgeDto[];

  static from(this: void, documents: readonly Asset[], used: readonly boolean[]): PledgeChecksDto {
    return {
      data: documents.map(({ kind, number }, index) => ({
        kind,
        number,
        outcome: used[index] === true ? 'used' : 'free',
      })),
    };
  }
}

class AdvancePledgeDto {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'declaration' })
  readonly kind!: string;

  @TextField({ description: 'Its number', max: 50 })
  readonly number!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 18,
    description: 'Tax number of who issued it, where it has one',
  })
  readonly issuer!: string | null;

  @InstantField({ description: 'Since when it backs the advance' })
  readonly takenAt!: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date-time',
    maxLength: 40,
    description: 'Since when it is free again',
  })
  readonly releasedAt!: string | null;

  static from(this: void, { kind, number, issuer, takenAt, releasedAt }: AdvancePledge): AdvancePledgeDto {
    return {
      ...{ kind, number, issuer: issuer === '' ? null : issuer },
      ...{ takenAt: takenAt.toISOString(), releasedAt: releasedAt?.toISOString() ?? null },
    };
  }
}

export class AdvancePledgesDto {
  @ListField(() => AdvancePledgeDto, { description: 'What backs it, or has', max: 1_000 })
  readonly data!: AdvancePledgeDto[];

  static from(this: void, pledges: readonly AdvancePledge[]): AdvancePledgesDto {
    return { data: pledges.map(AdvancePledgeDto.from) };
  }
}
