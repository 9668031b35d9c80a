import { Decimal } from '../../../../kernel/decimal.js';
import { parseId } from '../../../../kernel/ids.js';
import { Money } from '../../../../kernel/money.js';
import {
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageQuery } from '../../../../platform/http/paging.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { type ConsignmentRequest } from '../../../application/consignments/consignments.service.js';
import {
  type ConsignmentParty,
  CONTENTS,
  type Contents,
  type DeclaredGoods,
  type Paper,
  PAPERS,
} from '../../../domain/consignments/consignment-check.js';
import { CONSIGNMENT_STATES } from '../../../domain/consignments/consignment-status.js';
import { CONSIGNMENT_WAYS } from '../../../domain/consignments/consignment-way.js';
import { CLASSIFIERS, type Classifier } from '../../../domain/transport-event.js';

const COUNTRY = { max: 2, min: 2, pattern: /^[A-Z]{2}$/ } as const;
const REFERENCE = { max: 100, example: 'EXP-2026-17' } as const;

/** Who sends it, or who is to have it. */
export class ConsignmentPartyRequestDto {
  @TextField({ description: 'Name, as on the label', max: 70, example: 'Alster Handel GmbH' })
  name!: string;

  @TextField({ description: 'Street, number, town', max: 250, example: 'Ballindamm 7, Hamburg' })
  address!: string;

  @TextField({ description: 'Postal code, where the country has one', max: 16, optional: true, example: '20095' })
  postalCode?: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY, example: 'DE' })
  country!: string;

  @TextField({
    description: 'Telephone, for the courier at the door',
    max: 30,
    optional: true,
    example: '+49405550142',
  })
  phone?: string;

  toParty(): ConsignmentParty {
    const { name, address, postalCode = null, country, phone = null } = this;
    return { name, address, postalCode, country, phone };
  }
}

/** One line of what customs abroad are told. */
export class DeclaredGoodsRequestDto {
  @TextField({ description: 'What it is, in English', max: 120, example: 'Cotton T-shirts' })
  description!: string;

  @TextField({
    description: 'HS code, 6 to 10 digits; needed for merchandise',
    max: 10,
    pattern: /^\d{6,10}$/,
    optional: true,
    example: '610910',
  })
  hsCode?: string;

  @DecimalField({ description: 'How many', example: '20' })
  quantity!: string;

  @MoneyField({ description: 'What all of them are worth' })
  value!: MoneyDto;

  @DecimalField({ description: 'Net weight of all of them, kg', example: '1.2' })
  netKg!: string;

  @TextField({ description: 'Country of origin, ISO 3166-1 alpha-2', ...COUNTRY, example: 'CN' })
  originCountry!: string;

  toGoods(): DeclaredGoods {
    const { description, hsCode = null, quantity, value, netKg, originCountry } = this;
    const [count, weight] = [new Decimal(quantity), new Decimal(netKg)];
    return { description, hsCode, quantity: count, value: Money.fromJSON(value), netKg: weight, originCountry };
  }
}

export class ConsignmentRequestDto {
  @IdField({ description: 'The comparison that has the offer', kind: 'freightComparison' })
  comparisonId!: string;

  @IntegerField({ description: 'Which of its offers: its `rank`', min: 1, max: 100, example: 1 })
  offerRank!: number;

  @IdField({
    description: 'The order whose goods go; left out for samples and the like',
    kind: 'order',
    optional: true,
  })
  orderId?: string;

  @TextField({ description: 'Your own number of the consignment; unique', optional: true, ...REFERENCE })
  reference?: string;

  @ObjectField(() => ConsignmentPartyRequestDto, {
    description: 'Who sends it; left out: the seller of the order',
    optional: true,
  })
  sender?: ConsignmentPartyRequestDto;

  @ObjectField(() => ConsignmentPartyRequestDto, {
    description: 'Who is to have it; left out: the buyer of the order',
    optional: true,
  })
  recipient?: ConsignmentPartyRequestDto;

  @ListField(() => DeclaredGoodsRequestDto, {
    description: 'What customs abroad are told that it is; left out: the lines of the order',
    optional: true,
    max: 50,
  })
  goods?: DeclaredGoodsRequestDto[];

  @EnumField({
    description: 'Category of the item; `merchandise` where absent',
    values: CONTENTS,
    optional: true,
    example: 'merchandise',
  })
  contents?: Contents;

  @TextListField({
    description: 'Papers that you have and give along: `un38_3_summary` for batteries, `dangerous_goods_declaration`',
    optional: true,
    max: 2,
    maxLength: 30,
    values: PAPERS,
    example: ['un38_3_summary'],
  })
  papers?: Paper[];

  toRequest(): ConsignmentRequest {
    return {
      comparisonId: parseId('freightComparison', this.comparisonId),
      offerRank: this.offerRank,
      orderId: this.orderId === undefined ? null : parseId('order', this.orderId),
      reference: this.reference ?? null,
      contents: this.contents ?? 'merchandise',
      papers: this.papers ?? [],
      sender: this.sender?.toParty() ?? null,
      recipient: this.recipient?.toParty() ?? null,
      goods: this.goods?.map((line) => line.toGoods()) ?? null,
    };
  }
}

export class ConsignmentCancellationDto {
  @TextField({ description: 'Why; the courier is told', optional: true, max: 500, example: 'The buyer has postponed' })
  reason?: string;
}

export class ConsignmentsQuery extends DatedPageQuery {
  @TextField({
    description: 'One or more states, with commas',
    optional: true,
    pattern: wordsPattern(CONSIGNMENT_STATES),
    example: 'in_transit',
  })
  state?: string;

  @TextField({
    description: 'One or more ways, with commas',
    optional: true,
    pattern: wordsPattern(CONSIGNMENT_WAYS),
    example: 'express',
  })
  way?: string;

  @IdField({ description: 'Consignments of this order', kind: 'order', optional: true })
  orderId?: string;

  @TextField({ description: 'Your own number', optional: true, ...REFERENCE })
  reference?: string;

  @TextField({ description: "The courier's number of the whole", optional: true, max: 35, example: 'SBXE795000001' })
  waybillNumber?: string;
}

export class ConsignmentEventsQuery extends PageQuery {
  @EnumField({ description: 'Planned, estimated or actual ones only', values: CLASSIFIERS, optional: true })
  classifier?: Classifier;
}
