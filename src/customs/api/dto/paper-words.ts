/**
 * What each field of a parcel's papers is, by its name; `paper.field` where it is another thing in one paper. The Chinese is the
 * name in the official message. Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05.
 */
export const PAPER_WORDS: Readonly<Record<string, string>> = {
  order: 'The order (电子订单)',
  payment: 'The payment of an import (支付凭证)',
  receipt: 'The receipt of an export (收款单); 9710 and 9810 have none',
  waybill: 'The waybill (物流运单)',
  list: 'The list (清单)',

  orderNo: "The platform's number of the order (订单编号): what holds the papers of a parcel together",
  platformCode: 'Customs code of the platform (电商平台代码); left out: that of the profile',
  goodsValue: 'Value of the goods, with whatever was paid by points or coupons (商品价格, 商品金额)',
  freight: 'Freight and other charges (运杂费); 0 where there are none',
  discount: 'Paid otherwise than in money: points, coupons (非现金抵扣金额); 0 where nothing was',
  taxTotal: 'Tax that the order withholds (代扣税款)',
  actualPaid: 'What was paid: goods, freight and tax less discount (实际支付金额)',
  buyer: 'Who ordered, and whose year it counts in (订购人)',
  consignee: 'Who receives it (收货人)',
  lines: 'The goods, each line once (商品表体)',

  lineNo: 'Number of the line, from 1 (序号); the same in order and list',
  itemNo: "The seller's article number (企业商品货号)",
  itemName: 'Name of the goods (企业商品名称); the same in order and list',
  itemRecordNo: 'Number of the goods in the account book (账册备案料号); bonded modes',
  hsCode:
    'HS code (商品编码): ten digits; simplified exports may give four, six or eight, which are filled up with zeros',
  model: 'Specification (商品规格型号)',
  barCode: 'Bar code (条形码)',
  unit: 'Unit of the transaction: three digits of the customs table (计量单位)',
  quantity: 'Quantity in that unit, five decimals at most (数量)',
  firstQuantity: 'Quantity in the first legal unit (法定数量)',
  firstUnit: 'First legal unit of the HS code (法定计量单位)',
  secondQuantity: 'Quantity in the second legal unit, where the code has one (第二数量)',
  secondUnit: 'Second legal unit (第二计量单位)',
  unitPrice: 'Price of one unit (单价)',
  total: 'Total of the line: quantity times price (总价)',
  vatRate: 'VAT rate of the goods, as a fraction: 0.13 (增值税税率)',
  consumptionTaxRate: 'Consumption tax rate, as a fraction (消费税税率); left out: none',
  dutyRate: 'Duty rate, as a fraction (关税税率); it counts above the limit of one order only',

  name: 'Name (姓名)',
  'owner.name': 'Registered name (企业名称)',
  idType: '1 identity card, 2 any other paper (证件类型); left out: 1',
  idNumber: 'Number of the paper (证件号码)',
  phone: 'Telephone (电话)',
  regNo: "The buyer's account at the platform (订购人注册号); left out: the order number",
  address: 'Address in full (收货地址)',

  payCode: 'Customs code of the payment company (支付企业代码)',
  payName: 'Payment company (支付企业名称)',
  transactionNo: 'Its number of the transaction (支付交易编号)',
  payer: 'Who paid (支付人): the buyer',
  amountPaid: 'What was paid (支付金额)',
  paidAt: 'When (支付时间)',
  amountReceived: 'What the seller received, goods and freight (收款金额)',
  receivedAt: 'When it was credited (到账时间)',

  waybillNo: 'Number of the waybill (物流运单编号)',
  logisticsCode: 'Customs code of the logistics company (物流企业代码); left out: that of the profile',
  logisticsName: 'Logistics company (物流企业名称); left out: that of the profile',
  grossKg: 'Gross weight, kg (毛重)',
  netKg: 'Net weight, kg (净重); never above the gross weight',
  packages: 'Number of packages (件数); of a retail import one',
  insurance: 'Insurance (保价费, 保费)',
  billNo: 'Master bill (提运单号)',
  goodsInfo: 'What is in it (主要货物信息)',

  country:
    'Country of origin of the goods, of exports of destination: three digits of the customs table (原产国, 最终目的国)',
  'list.country':
    'Where it comes from, of exports goes to: three digits (启运国, 运抵国); left out: that of the profile',
  portOfDestination: 'Port of destination, of the customs table (指运港)',
  exitDate: 'Day of export (出口日期)',
  cnyRate: "CNY for 1 of the order's currency; needed under 9710 and 9810, where that is not CNY",
  owner: 'Who produced or sold it (生产销售单位); left out: the merchant',
  code: 'Customs code (企业代码)',
};
