import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { MANDATE_KINDS, type MandateKind } from '../../domain/broker-mandate.js';
import { BROKER_MANDATE, BROKER_MANDATE_STATES } from '../../domain/broker-mandate-status.js';
import { type BrokerMandate } from '../../entities/broker-mandate.entity.js';

const PLACE = /^\d{2}(\d{2})?$/;
const MODE = /^\d{4}$/;

/** Lengths are those of the message, where the broker is the one who declares. */
export class BrokerDto {
  @TextField({ description: 'Registered name', max: 70, example: '宁波示例报关有限公司' })
  readonly name!: string;

  @TextField({ description: 'Name in English', max: 200, example: 'Ningbo Example Customs Broker Co., Ltd.' })
  readonly nameEn!: string;

  @TextField({
    description: 'Unified social credit code',
    pattern: /^[0-9A-Z]{18}$/,
    max: 18,
    example: '91330206MA2BR0K3RY',
  })
  readonly uscc!: string;

  @TextField({
    description: 'Customs registration (海关注册编码)',
    pattern: /^[0-9]{5}[0-9A-Z]{5}$/,
    max: 10,
    example: '3302980001',
  })
  readonly customsCode!: string;
}

function OfficesField({ optional = false } = {}): PropertyDecorator {
  return TextListField({
    description: 'Customs offices by four digits, or whole districts by two; empty or left out: all',
    max: 100,
    maxLength: 4,
    pattern: PLACE,
    optional,
    example: ['31'],
  });
}

function ModesField({ optional = false } = {}): PropertyDecorator {
  return TextListField({
    description: 'Supervision modes (监管方式); empty or left out: all',
    max: 50,
    maxLength: 4,
    pattern: MODE,
    optional,
    example: ['0110'],
  });
}

export class BrokerMandateRequest {
  @IdField({ kind: 'party', description: 'The seller whose goods are declared (委托方)' })
  readonly sellerId!: string;

  @ObjectField(() => BrokerDto, { description: 'Who declares (被委托方)' })
  readonly broker!: BrokerDto;

  @EnumField({
    description: '`long_term` (长期): whatever is declared while it lasts; `single_shipment` (逐票): one order',
    values: MANDATE_KINDS,
    example: 'long_term',
  })
  readonly kind!: MandateKind;

  @IdField({ kind: 'order', description: 'The order that a `single_shipment` is for', optional: true })
  readonly orderId?: string;

  @TextField({
    description: 'Number of the mandate at the single window (委托书编号)',
    pattern: /^[0-9A-Z]{6,32}$/,
    max: 32,
    example: '310120260000000001',
  })
  readonly agreementNumber!: string;

  @OfficesField({ optional: true })
  readonly customsOffices?: string[];

  @ModesField({ optional: true })
  readonly supervisionModes?: string[];

  @DateField({ description: 'First day, in China', example: '2026-11-20' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day, in China; a year after the first at most', example: '2027-11-19' })
  readonly validTo!: string;
}

export class MandateEndRequest {
  @TextField({ description: 'Why', max: 255, example: 'We change to another broker' })
  readonly reason!: string;
}

/** What an exporter has entrusted to a customs broker. */
export class BrokerMandateDto {
  @IdField({ kind: 'brokerMandate', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'party', description: 'The seller whose goods are declared' })
  readonly sellerId!: string;

  @TextField({ description: 'Its name when the mandate was offered', max: 200, example: '宁波示例进出口有限公司' })
  readonly sellerName!: string;

  @ObjectField(() => BrokerDto, { description: 'Who declares' })
  readonly broker!: BrokerDto;

  @EnumField({ description: 'For all that is declared meanwhile, or for one order', values: MANDATE_KINDS })
  readonly kind!: string;

  @IdField({ kind: 'order', description: 'The order that a `single_shipment` is for', nullable: true })
  readonly orderId!: string | null;

  @TextField({ description: 'Number of the mandate (委托书编号)', max: 32, example: '310120260000000001' })
  readonly agreementNumber!: string;

  @OfficesField()
  readonly customsOffices!: string[];

  @ModesField()
  readonly supervisionModes!: string[];

  @DateField({ description: 'First day, in China', example: '2026-11-20' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day, in China', example: '2027-11-19' })
  readonly validTo!: string;

  @EnumField({ description: 'Where it stands; new states may come', values: BROKER_MANDATE_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @TextField({ description: 'Why it was refused or revoked', max: 255, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When the broker accepted it', nullable: true })
  readonly acceptedAt!: string | null;

  @InstantField({ description: 'When it was refused, revoked, or found over', nullable: true })
  readonly endedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was offered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, mandate: BrokerMandate): BrokerMandateDto {
    const { id, sellerId, sellerName, broker, kind, orderId, agreementNumber, state, reason } = mandate;
    const { customsOffices, supervisionModes, validFrom, validTo, acceptedAt, endedAt } = mandate;
    return {
      id: publicId('brokerMandate', id),
      sellerId: publicId('party', sellerId),
      orderId: orderId === null ? null : publicId('order', orderId),
      ...{ sellerName, broker, kind, agreementNumber, customsOffices, supervisionModes, validFrom, validTo },
      ...{ state, allowedActions: BROKER_MANDATE.allowedActions(state), reason },
      acceptedAt: acceptedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      ...stampsOf(mandate),
    };
  }
}

export class BrokerMandatePageDto extends PageOf(BrokerMandateDto) {}

export class BrokerMandatesQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    max: 200,
    example: 'offered,in_force',
  })
  state?: string;

  @IdField({ kind: 'party', description: 'Only of this seller', optional: true })
  sellerId?: string;

  @IdField({ kind: 'order', description: 'Only for this order', optional: true })
  orderId?: string;

  @TextField({
    description: 'Only with this number',
    optional: true,
    pattern: /^[0-9A-Z]{6,32}$/,
    max: 32,
    example: '310120260000000001',
  })
  agreementNumber?: string;
}

export class BrokerMandatePolicyRequest {
  @BooleanField({ description: 'Whether nothing is declared without a mandate', example: true })
  readonly required!: boolean;
}

export class BrokerMandatePolicyDto {
  @BooleanField({ description: 'Whether nothing is declared without a mandate' })
  readonly required!: boolean;

  @BooleanField({ description: 'False of a live tenant, where the law decides' })
  readonly settable!: boolean;

  static from(
    this: void,
    { isRequired, isSettable }: { isRequired: boolean; isSettable: boolean },
  ): BrokerMandatePolicyDto {
    return { required: isRequired, settable: isSettable };
  }
}
