import { type Direction } from './profile.js';
import {
  checkShape,
  code,
  decimal,
  group,
  instant,
  integer,
  lines,
  maybe,
  money,
  type ParcelFinding,
  type Shape,
  text,
} from './shape.js';

/** An amount as it is told: major units, two decimals at most. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}
interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly idType?: string;
  readonly phone?: string;
}
interface Consignee {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}
export interface OrderLine {
  readonly lineNo: number;
  readonly itemNo?: string;
  readonly itemName: string;
  readonly model?: string;
  readonly barCode?: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: Amount;
  readonly total: Amount;
  readonly country?: string;
}
/** 电子订单. Imports have buyer, consignee, discount, tax and what was paid. */
export interface OrderPaper {
  readonly orderNo: string;
  readonly platformCode?: string;
  readonly goodsValue: Amount;
  readonly freight: Amount;
  readonly discount?: Amount;
  readonly taxTotal?: Amount;
  readonly actualPaid?: Amount;
  readonly buyer?: Person & { readonly regNo?: string };
  readonly consignee?: Consignee;
  readonly lines: readonly OrderLine[];
}
/** 支付凭证 */
export interface PaymentPaper {
  readonly orderNo: string;
  readonly platformCode?: string;
  readonly payCode: string;
  readonly payName: string;
  readonly transactionNo: string;
  readonly payer: Person;
  readonly amountPaid: Amount;
  readonly paidAt: string;
}
/** 收款单 */
export interface ReceiptPaper {
  readonly orderNo: string;
  readonly platformCode?: string;
  readonly payCode?: string;
  readonly payName: string;
  readonly transactionNo?: string;
  readonly amountReceived: Amount;
  readonly receivedAt: string;
}
/** 物流运单 */
export interface WaybillPaper {
  readonly orderNo: string;
  readonly waybillNo: string;
  readonly logisticsCode?: string;
  readonly logisticsName?: string;
  readonly consignee?: Consignee;
  readonly grossKg: string;
  readonly packages?: number;
  readonly freight?: Amount;
  readonly insurance?: Amount;
  readonly billNo?: string;
  readonly goodsInfo?: string;
}
export interface ListLine {
  readonly lineNo: number;
  readonly itemNo?: string;
  readonly itemRecordNo?: string;
  readonly itemName: string;
  readonly hsCode: string;
  readonly model: string;
  readonly barCode?: string;
  readonly country: string;
  readonly quantity: string;
  readonly unit: string;
  readonly firstQuantity: string;
  readonly firstUnit: string;
  readonly secondQuantity?: string;
  readonly secondUnit?: string;
  readonly unitPrice: Amount;
  readonly total: Amount;
  readonly vatRate?: string;
  readonly consumptionTaxRate?: string;
  readonly dutyRate?: string;
}
/** 清单 */
export interface ListPaper {
  readonly orderNo: string;
  readonly platformCode?: string;
  readonly waybillNo?: string;
  readonly logisticsCode?: string;
  readonly buyer?: Person;
  readonly packages: number;
  readonly grossKg: string;
  readonly netKg: string;
  readonly freight?: Amount;
  readonly insurance?: Amount;
  readonly country?: string;
  readonly portOfDestination?: string;
  readonly exitDate?: string;
  /** CNY for 1 unit of the order's currency. */
  readonly cnyRate?: string;
  readonly owner?: { readonly code: string; readonly name: string };
  readonly lines: readonly ListLine[];
}

/** What has come of one parcel. */
export interface Papers {
  readonly order?: OrderPaper;
  readonly payment?: PaymentPaper;
  readonly receipt?: ReceiptPaper;
  readonly waybill?: WaybillPaper;
  readonly list?: ListPaper;
}
export type PaperKind = keyof Papers;

const CUSTOMS_CODE = code(/^\d{3}$/, 3);
const COMPANY_CODE = code(/^[0-9A-Z]{1,18}$/, 18);
const PERSON: Shape = { name: text(60), idNumber: text(60), idType: maybe(code(/^\d$/, 1)), phone: maybe(text(30)) };
const BUYER: Shape = { ...PERSON, phone: text(30) };
const CONSIGNEE: Shape = { name: text(100), phone: text(50), address: text(200) };
const NUMBERS: Shape = { orderNo: text(60), platformCode: maybe(COMPANY_CODE) };

const ORDER_LINE: Shape = {
  lineNo: integer(99),
  itemNo: maybe(text(30)),
  itemName: text(250),
  model: maybe(text(510)),
  barCode: maybe(text(50)),
  unit: CUSTOMS_CODE,
  quantity: decimal(5),
  unitPrice: money(),
  total: money(),
  country: maybe(CUSTOMS_CODE),
};
const LIST_LINE: Shape = {
  lineNo: integer(99),
  itemNo: maybe(text(20)),
  itemRecordNo: maybe(text(30)),
  itemName: text(250),
  hsCode: code(/^\d{10}$/, 10),
  model: text(250),
  barCode: maybe(text(50)),
  country: CUSTOMS_CODE,
  quantity: decimal(5),
  unit: CUSTOMS_CODE,
  firstQuantity: decimal(5),
  firstUnit: CUSTOMS_CODE,
  secondQuantity: maybe(decimal(5)),
  secondUnit: maybe(CUSTOMS_CODE),
  unitPrice: money(),
  total: money(),
};
const RATE = code(/^0(\.\d{1,6})?$/, 8);
const LIST: Shape = {
  ...NUMBERS,
  waybillNo: maybe(text(60)),
  logisticsCode: maybe(COMPANY_CODE),
  packages: integer(999_999_999),
  grossKg: decimal(5),
  netKg: decimal(5),
  freight: maybe(money()),
  insurance: maybe(money()),
  country: maybe(CUSTOMS_CODE),
};
const WAYBILL: Shape = {
  ...NUMBERS,
  waybillNo: text(60),
  logisticsCode: maybe(COMPANY_CODE),
  logisticsName: maybe(text(100)),
  consignee: maybe(group(CONSIGNEE)),
  grossKg: decimal(5),
  packages: maybe(integer(999_999_999)),
  freight: maybe(money()),
  insurance: maybe(money()),
  billNo: maybe(text(37)),
  goodsInfo: maybe(text(200)),
};

/** The papers of each direction, in the order in which they are told. */
export const PAPER_SHAPES: Readonly<Record<Direction, Shape>> = {
  import: {
    order: group({
      ...NUMBERS,
      goodsValue: money(),
      freight: money(),
      discount: money(),
      taxTotal: money(),
      actualPaid: money(),
      buyer: group({ ...PERSON, regNo: maybe(text(60)) }),
      consignee: group(CONSIGNEE),
      lines: lines(99, ORDER_LINE),
    }),
    payment: group({
      ...NUMBERS,
      payCode: COMPANY_CODE,
      payName: text(100),
      transactionNo: text(60),
      payer: group(PERSON),
      amountPaid: money(),
      paidAt: instant(),
    }),
    waybill: group(WAYBILL),
    list: group({
      ...LIST,
      buyer: group(BUYER),
      lines: lines(99, { ...LIST_LINE, vatRate: RATE, consumptionTaxRate: maybe(RATE), dutyRate: maybe(decimal(6)) }),
    }),
  },
  export: {
    order: group({ ...NUMBERS, goodsValue: money(), freight: money(), lines: lines(99, ORDER_LINE) }),
    receipt: group({
      ...NUMBERS,
      payCode: maybe(COMPANY_CODE),
      payName: text(100),
      transactionNo: maybe(text(60)),
      amountReceived: money(),
      receivedAt: instant(),
    }),
    waybill: group({ ...WAYBILL, waybillNo: text(32) }),
    list: group({
      ...LIST,
      waybillNo: maybe(text(32)),
      portOfDestination: text(4),
      exitDate: code(/^\d{4}-\d\d-\d\d$/, 10),
      cnyRate: maybe(decimal(8)),
      owner: maybe(group({ code: COMPANY_CODE, name: text(100) })),
      // What is declared simplified has fewer digits: it is filled up with zeros.
      lines: lines(99, { ...LIST_LINE, hsCode: code(/^\d{4}(\d{2}(\d{2}(\d{2})?)?)?$/, 10) }),
    }),
  },
};

/** @returns what is wrong with the papers as such; that they agree is another question */
export function checkPapers(given: unknown, direction: Direction): ParcelFinding[] {
  const findings: ParcelFinding[] = [];
  checkShape(given, OPTIONAL[direction], '', findings);
  return findings;
}

/** They come one by one. */
const OPTIONAL = { import: someOf(PAPER_SHAPES.import), export: someOf(PAPER_SHAPES.export) };

function someOf(shapes: Shape): Shape {
  return Object.fromEntries(Object.entries(shapes).map(([name, field]) => [name, maybe(field)]));
}
