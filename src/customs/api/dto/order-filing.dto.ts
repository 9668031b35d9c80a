import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { ORDER_FILING, ORDER_FILING_STATES } from '../../domain/order-filing-status.js';
import { type OrderPaper } from '../../domain/parcels/papers.js';
import { type OrderFiling } from '../../entities/order-filing.entity.js';

const STATES = ORDER_FILING_STATES.join('|');
const optional = true;

export class OrderFilingsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: new RegExp(`^(${STATES})(,(${STATES}))*$`),
    max: 100,
    optional,
    example: 'waiting,refused',
  })
  readonly state?: string;

  @IdField({ kind: 'order', description: 'Only that of this order', optional })
  readonly orderId?: string;
}

class FiledLineChangeDto {
  @IntegerField({ description: 'Which line of the order, from 1', min: 1, max: 100, example: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'Article number (企业商品货号)', max: 30, optional, example: 'EO-35' })
  readonly itemNo?: string;

  @TextField({
    description: 'Name of the goods as the platform has it (企业商品名称)',
    max: 250,
    optional,
    example: '电烤箱',
  })
  readonly itemName?: string;

  @TextField({ description: 'Description (企业商品描述)', max: 510, optional, example: '35升，1500瓦' })
  readonly model?: string;

  @TextField({ description: 'Bar code (条形码)', max: 50, optional, example: '6901234567892' })
  readonly barCode?: string;
}

export class SubmitOrderFilingDto {
  @IdField({
    kind: 'ecommerceProfile',
    description: 'With whose codes; left out: those of the last time, or of the only profile of this mode',
    optional,
  })
  readonly profileId?: string;

  @TextField({
    description: "The platform's number of the order (订单编号)",
    max: 60,
    optional,
    example: 'SO-2026-0001',
  })
  readonly orderNo?: string;

  @ListField(() => FiledLineChangeDto, {
    description: 'Lines that are told otherwise than the order has them',
    min: 1,
    max: 100,
    optional,
  })
  readonly lines?: FiledLineChangeDto[];
}

class FiledLineDto {
  @IntegerField({ description: 'Line of the order', min: 1, example: 1 })
  readonly lineNumber!: number;

  @TextField({ description: 'Article number (企业商品货号)', max: 30, example: '1' })
  readonly itemNo!: string;

  @TextField({ description: 'Name of the goods (企业商品名称)', max: 255, example: '电烤箱' })
  readonly itemName!: string;

  @TextField({ description: 'Description (企业商品描述)', max: 510, nullable: true, example: null })
  readonly model!: string | null;

  @TextField({ description: 'Bar code (条形码)', max: 50, nullable: true, example: null })
  readonly barCode!: string | null;

  @TextField({ description: 'Unit: three digits of the customs table', max: 3, example: '001' })
  readonly unit!: string;

  @DecimalField({ description: 'Quantity in that unit', places: 5, example: '1000' })
  readonly quantity!: string;

  @DecimalField({ description: 'Price per unit, in the currency of the total', places: 5, example: '10' })
  readonly unitPrice!: string;

  @MoneyField({ description: 'Total of the line', example: { amount: '10000.00', currency: 'USD' } })
  readonly total!: MoneyDto;
}

class FiledOrderDto {
  @TextField({ description: 'Number that customs knows it by (订单编号)', max: 200, example: 'SO-2026-0001' })
  readonly orderNo!: string;

  @MoneyField({ description: 'Value of the goods (商品金额)', example: { amount: '10000.00', currency: 'USD' } })
  readonly goodsValue!: MoneyDto;

  @MoneyField({ description: 'Freight (运杂费)', example: { amount: '0', currency: 'USD' } })
  readonly freight!: MoneyDto;

  @ListField(() => FiledLineDto, { description: 'The goods', max: 1_000 })
  readonly lines!: FiledLineDto[];
}

class OrderFindingDto {
  @TextField({
    description: 'JSON pointer into the message or the submission; empty: all of it',
    max: 200,
    min: 0,
    example: '/profileId',
  })
  readonly pointer!: string;

  @TextField({ description: 'What is not so', max: 40, example: 'profile_missing' })
  readonly rule!: string;

  @TextField({
    description: 'In words',
    max: 1_500,
    example: 'There is no e-commerce profile for exports under 9710',
  })
  readonly detail!: string;
}

/** An order that customs must have before its declaration, and what customs said of it. */
export class OrderFilingDto {
  @IdField({ kind: 'orderFiling', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @TextField({ description: "The order's own reference", max: 200, example: 'SO-2026-0001' })
  readonly reference!: string;

  @TextField({ description: 'Supervision mode', max: 4, example: '9710' })
  readonly supervisionMode!: string;

  @EnumField({
    description:
      'Where it stands: `waiting` for somebody, `sent`, `accepted` or `refused` by customs, `cancelled` with its order',
    values: ORDER_FILING_STATES,
    example: 'accepted',
  })
  readonly state!: string;

  @TextListField({ description: 'What may be done now', max: 2, maxLength: 20, example: [] })
  readonly allowedActions!: string[];

  @IntegerField({ description: 'How often it was sent', example: 1 })
  readonly attempt!: number;

  @ObjectField(() => FiledOrderDto, { description: 'What customs gets' })
  readonly order!: FiledOrderDto;

  @IdField({ kind: 'ecommerceProfile', description: 'With whose codes it was sent', nullable: true })
  readonly profileId!: string | null;

  @IdField({ kind: 'cebMessage', description: 'The message that it was sent with', nullable: true })
  readonly messageId!: string | null;

  @ListField(() => OrderFindingDto, { description: 'Why it is not with customs', max: 500 })
  readonly findings!: OrderFindingDto[];

  @TextField({
    description: 'What customs said last, in its own words',
    max: 4_000,
    min: 0,
    nullable: true,
    example: '海关入库',
  })
  readonly customsSaid!: string | null;

  @InstantField({ description: 'When it is looked after if nothing has come', nullable: true, example: null })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When it was sent last', nullable: true, example: '2026-11-28T02:00:00.000Z' })
  readonly sentAt!: string | null;

  @InstantField({
    description: 'When customs accepted or refused it',
    nullable: true,
    example: '2026-11-28T02:00:04.000Z',
  })
  readonly answeredAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 2 })
  readonly version!: number;

  @InstantField({ description: 'When it was made', example: '2026-11-28T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it changed last', example: '2026-11-28T02:00:04.000Z' })
  readonly updatedAt!: string;

  static from(this: void, filing: OrderFiling, language: Language): OrderFilingDto {
    const { id, orderId, reference, supervisionMode, state, attempt, paper, profileId, messageId, customsSaid } =
      filing;
    return {
      ...{ reference, supervisionMode, state, attempt, customsSaid },
      id: publicId('orderFiling', id),
      orderId: publicId('order', orderId),
      allowedActions: ORDER_FILING.allowedActions(state),
      order: filedOrderOf(paper),
      profileId: profileId === null ? null : publicId('ecommerceProfile', profileId),
      messageId: messageId === null ? null : publicId('cebMessage', messageId),
      findings: filing.findings.map(({ detail, ...finding }) => ({ ...finding, detail: told(detail, language) })),
      expectedBy: filing.expectedBy?.toISOString() ?? null,
      sentAt: filing.sentAt?.toISOString() ?? null,
      answeredAt: filing.answeredAt?.toISOString() ?? null,
      ...stampsOf(filing),
    };
  }
}

export class OrderFilingPageDto extends PageOf(OrderFilingDto) {}

function filedOrderOf({ orderNo, goodsValue, freight, lines }: OrderPaper): FiledOrderDto {
  return {
    ...{ orderNo, goodsValue, freight },
    lines: lines.map((line) => ({
      lineNumber: line.lineNo,
      itemNo: line.itemNo ?? String(line.lineNo),
      itemName: line.itemName,
      model: line.model ?? null,
      barCode: line.barCode ?? null,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unitPrice.amount,
      total: line.total,
    })),
  };
}
