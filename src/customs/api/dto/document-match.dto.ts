import { CalculationDto, moneyOf } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DOCUMENTS, MATCH_RULES, type MatchDocuments } from '../../domain/match-documents.js';

const LINES_MAX = 100;
const ORDER_NUMBER = { description: 'Number of the order', min: 1, max: 60, example: 'ORD-1' } as const;
const PLATFORM = {
  description: 'Customs code of the platform',
  min: 1,
  max: 18,
  optional: true,
  example: '1101110325',
} as const;

class PersonDto {
  @TextField({ description: 'Name', min: 1, max: 100, optional: true, example: '王小明' })
  name?: string;

  @TextField({ description: 'Identity number', min: 1, max: 60, optional: true, example: 'TEST-ID-0001' })
  idNumber?: string;
}

class MatchConsigneeDto {
  @TextField({ description: 'Name', min: 1, max: 100, optional: true, example: '王小明' })
  name?: string;

  @TextField({ description: 'Telephone', min: 1, max: 50, optional: true, example: '13800000000' })
  phone?: string;

  @TextField({ description: 'Address', min: 1, max: 200, optional: true, example: '北京市朝阳区建国路1号' })
  address?: string;
}

class MatchListLineDto {
  @IntegerField({ description: 'Number of the line', min: 1, max: 9_999, example: 1 })
  lineNo!: number;

  @TextField({ description: 'Name of the goods', min: 1, max: 250, optional: true, example: '奶粉' })
  itemName?: string;

  @DecimalField({ description: 'How many', example: '2' })
  quantity!: string;
}

class MatchOrderLineDto extends MatchListLineDto {
  @MoneyField({ description: 'Of one' })
  unitPrice!: MoneyDto;

  @MoneyField({ description: 'Of the line' })
  total!: MoneyDto;
}

class MatchOrderDto {
  @TextField(ORDER_NUMBER)
  orderNo!: string;

  @MoneyField({ description: 'Goods, with deductions that are no money' })
  goodsValue!: MoneyDto;

  @MoneyField({ description: 'Freight and insurance' })
  freight!: MoneyDto;

  @MoneyField({ description: 'Taxes collected for customs' })
  taxTotal!: MoneyDto;

  @MoneyField({ description: 'Deductions that are no money' })
  discount!: MoneyDto;

  @MoneyField({ description: 'What was paid (acturalPaid)' })
  actualPaid!: MoneyDto;

  @TextField(PLATFORM)
  platformCode?: string;

  @ObjectField(() => PersonDto, { description: 'Who bought', optional: true })
  buyer?: PersonDto;

  @ObjectField(() => MatchConsigneeDto, { description: 'Who receives', optional: true })
  consignee?: MatchConsigneeDto;

  @ListField(() => MatchOrderLineDto, { description: 'Lines', max: LINES_MAX, optional: true })
  lines?: MatchOrderLineDto[];
}

class MatchPaymentDto {
  @TextField(ORDER_NUMBER)
  orderNo!: string;

  @MoneyField({ description: 'What was paid' })
  amountPaid!: MoneyDto;

  @TextField(PLATFORM)
  platformCode?: string;

  @ObjectField(() => PersonDto, { description: 'Who paid', optional: true })
  payer?: PersonDto;
}

class MatchWaybillDto {
  @TextField(ORDER_NUMBER)
  orderNo!: string;

  @TextField({ description: 'Number of the waybill', min: 1, max: 60, optional: true, example: 'SF1234567890' })
  waybillNo?: string;

  @TextField({ description: 'Customs code of logistics', min: 1, max: 18, optional: true, example: '4403990001' })
  logisticsCode?: string;

  @ObjectField(() => MatchConsigneeDto, { description: 'Who receives', optional: true })
  consignee?: MatchConsigneeDto;
}

class MatchListDto {
  @TextField(ORDER_NUMBER)
  orderNo!: string;

  @TextField(PLATFORM)
  platformCode?: string;

  @TextField({ description: 'Number of the waybill', min: 1, max: 60, optional: true, example: 'SF1234567890' })
  waybillNo?: string;

  @TextField({ description: 'Customs code of logistics', min: 1, max: 18, optional: true, example: '4403990001' })
  logisticsCode?: string;

  @ObjectField(() => PersonDto, { description: 'Who bought', optional: true })
  buyer?: PersonDto;

  @IntegerField({ description: 'How many packages', min: 0, max: 1_000_000, optional: true, example: 1 })
  packages?: number;

  @DecimalField({ description: 'Gross weight, kg', optional: true, example: '1.2' })
  grossKg?: string;

  @DecimalField({ description: 'Net weight, kg', optional: true, example: '1' })
  netKg?: string;

  @ListField(() => MatchListLineDto, { description: 'Lines', max: LINES_MAX, optional: true })
  lines?: MatchListLineDto[];
}

export class DocumentMatchRequest {
  @ObjectField(() => MatchOrderDto, { description: 'The order (311)' })
  order!: MatchOrderDto;

  @ObjectField(() => MatchPaymentDto, { description: 'The payment (411), if it has arrived', optional: true })
  payment?: MatchPaymentDto;

  @ObjectField(() => MatchWaybillDto, { description: 'The waybill (511), if it has arrived', optional: true })
  waybill?: MatchWaybillDto;

  @ObjectField(() => MatchListDto, { description: 'The list (621), if there is one', optional: true })
  list?: MatchListDto;

  toDocuments(): MatchDocuments {
    const { order, payment } = this;
    const lines = order.lines?.map((line) => ({
      ...line,
      unitPrice: moneyOf(line.unitPrice),
      total: moneyOf(line.total),
    }));
    return {
      order: {
        ...order,
        goodsValue: moneyOf(order.goodsValue),
        freight: moneyOf(order.freight),
        taxTotal: moneyOf(order.taxTotal),
        discount: moneyOf(order.discount),
        actualPaid: moneyOf(order.actualPaid),
        lines,
      },
      payment: payment && { ...payment, amountPaid: moneyOf(payment.amountPaid) },
      waybill: this.waybill,
      list: this.list,
    };
  }
}

class MismatchDto {
  @EnumField({ description: 'What must agree', values: MATCH_RULES, example: 'amount_paid' })
  rule!: string;

  @EnumField({ description: 'Which document disagrees', values: DOCUMENTS, example: 'payment' })
  document!: string;

  @IntegerField({ description: 'Its line, where it is one', min: 1, optional: true, example: 1 })
  lineNo?: number;

  @TextField({ description: 'JSON pointer to what disagrees', max: 100, example: '/payment/amountPaid' })
  pointer!: string;

  @TextField({
    description: 'What it should be, unless it names a person',
    max: 300,
    optional: true,
    example: '458.22 CNY',
  })
  expected?: string;

  @TextField({ description: 'What it is, unless it names a person', max: 300, optional: true, example: '458.20 CNY' })
  found?: string;
}

export class DocumentMatchDto extends CalculationDto {
  @BooleanField({ description: 'Nothing disagrees, and nothing is missing', example: false })
  matched!: boolean;

  @MoneyField({ description: 'goodsValue + freight + taxTotal − discount' })
  amountDue!: MoneyDto;

  @ListField(() => MismatchDto, { description: 'By rule, then document, then line', max: 1_000 })
  mismatches!: MismatchDto[];

  @TextListField({ description: 'Documents that were not given', max: 3, maxLength: 10, example: ['list'] })
  missing!: string[];
}
