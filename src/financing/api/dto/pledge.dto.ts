import { ApiProperty } from '@nestjs/swagger';

import {
  DateField,
  EnumField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type Asset, ASSET_KINDS, type AssetKind } from '../../domain/asset.js';
import { REGISTRATION_STATES } from '../../domain/registration.js';
import { type PledgeRegistration } from '../../entities/pledge-registration.table.js';
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

class PledgeRegistrationDto {
  @EnumField({
    description: '`wanted`: the lender is asked once it stands; `ending`: the loan is over, and the registry is told',
    values: REGISTRATION_STATES,
    example: 'registered',
  })
  readonly state!: string;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 50, description: 'Number that the registry gave it' })
  readonly registrationNumber!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date',
    maxLength: 10,
    description: 'Since when it stands there',
  })
  readonly registeredOn!: string | null;

  @DateField({ description: 'Until when; extended before that while the loan lives' })
  readonly expiresOn!: string;

  @IntegerField({ description: 'How often it was extended' })
  readonly renewals!: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 500,
    description: 'Why it was refused, as the registry says',
  })
  readonly reason!: string | null;
}

export class AdvancePledgesDto {
  @ListField(() => AdvancePledgeDto, { description: 'What backs it, or has', max: 1_000 })
  readonly data!: AdvancePledgeDto[];

  @ObjectField(() => PledgeRegistrationDto, {
    description: 'How it stands in the movables register (中登网); null where it needs not be there',
    nullable: true,
  })
  readonly registration!: PledgeRegistrationDto | null;

  static from(
    this: void,
    pledges: readonly AdvancePledge[],
    registration: PledgeRegistration | null,
  ): AdvancePledgesDto {
    return { data: pledges.map(AdvancePledgeDto.from), registration };
  }
}
