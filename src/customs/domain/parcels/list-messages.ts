import { type ParcelKind } from './judge.js';
import { type ListLine, type OrderLine, type Papers } from './papers.js';
import {
  amountOf,
  begun,
  carrier,
  chinaStamp,
  companies,
  currencyCode,
  type Fields,
  given,
  goods,
  type PaperMessage,
  type RecordOf,
  transport,
} from './record-fields.js';

const importList: RecordOf = ({ guid, copNo, papers }, kind, time) => {
  const { terms, supervisionMode } = kind;
  const { order, list } = papers as Required<Pick<Papers, 'order' | 'list'>>;
  const { buyer = order.buyer } = list;
  return {
    InventoryHead: {
      ...begun(guid, time),
      orderNo: order.orderNo,
      ...companies(kind),
      ...carrier(papers, kind),
      copNo,
      assureCode: terms.guarantor ?? '',
      ...given({ emsNo: terms.accountBook, areaCode: terms.area?.code, areaName: terms.area?.name }),
      ieFlag: 'I',
      declTime: time.stamp.slice(0, 8),
      customsCode: terms.customsOffice,
      portCode: terms.port,
      buyerIdType: buyer?.idType ?? '1',
      buyerIdNumber: buyer?.idNumber ?? '',
      buyerName: buyer?.name ?? '',
      buyerTelephone: buyer?.phone ?? '',
      consigneeAddress: order.consignee?.address ?? '',
      agentCode: terms.agent.code,
      agentName: terms.agent.name,
      tradeMode: supervisionMode,
      ...transport(kind, 'trafNo'),
      country: list.country ?? terms.transport.country,
      freight: amountOf(list.freight ?? order.freight),
      insuredFee: amountOf(list.insurance),
      currency: '142',
      packNo: String(list.packages),
      grossWeight: list.grossKg,
      netWeight: list.netKg,
    },
    InventoryList: list.lines.map((line) => goods(line, line.hsCode)),
  };
};

const exportList: RecordOf = ({ guid, copNo, papers }, kind, time) => {
  const { terms, supervisionMode } = kind;
  const { order, list } = papers as Required<Pick<Papers, 'order' | 'list'>>;
  const owner = list.owner ?? terms.merchant;
  const country = list.country ?? terms.transport.country;
  const currency = currencyCode(order.goodsValue.currency);
  return {
    InventoryHead: {
      ...begun(guid, time),
      customsCode: terms.customsOffice,
      ...companies(kind),
      orderNo: order.orderNo,
      ...carrier(papers, kind),
      copNo,
      ieFlag: 'E',
      portCode: terms.port,
      ieDate: (list.exitDate ?? '').replaceAll('-', ''),
      statisticsFlag: terms.listKind ?? '',
      agentCode: terms.agent.code,
      agentName: terms.agent.name,
      ownerCode: owner.code,
      ownerName: owner.name,
      ...given({ iacCode: terms.area?.code, iacName: terms.area?.name, emsNo: terms.accountBook }),
      tradeMode: supervisionMode,
      ...transport(kind, 'trafName'),
      country,
      POD: list.portOfDestination ?? '',
      freight: amountOf(list.freight ?? order.freight),
      fCurrency: currency,
      fFlag: '3',
      insuredFee: amountOf(list.insurance),
      iCurrency: currency,
      iFlag: '3',
      wrapType: '2',
      packNo: String(list.packages),
      grossWeight: list.grossKg,
      netWeight: list.netKg,
    },
    InventoryList: list.lines.map((line) => ({
      ...goods(line, line.hsCode.padEnd(10, '0')),
      country,
      itemNo: line.itemNo ?? String(line.lineNo),
      barCode: line.barCode ?? '无',
    })),
  };
};

const importOrder: RecordOf = ({ guid, papers }, kind, time) => {
  const { order, list } = papers as Required<Pick<Papers, 'order' | 'list'>>;
  const { buyer, consignee } = order;
  return {
    OrderHead: {
      ...begun(guid, time),
      orderType: 'I',
      orderNo: order.orderNo,
      ...companies(kind),
      goodsValue: order.goodsValue.amount,
      freight: order.freight.amount,
      discount: amountOf(order.discount),
      taxTotal: amountOf(order.taxTotal),
      acturalPaid: amountOf(order.actualPaid),
      currency: '142',
      buyerRegNo: buyer?.regNo ?? order.orderNo,
      buyerName: buyer?.name ?? '',
      buyerTelephone: buyer?.phone ?? consignee?.phone ?? '',
      buyerIdType: buyer?.idType ?? '1',
      buyerIdNumber: buyer?.idNumber ?? '',
      consignee: consignee?.name ?? '',
      consigneeTelephone: consignee?.phone ?? '',
      consigneeAddress: consignee?.address ?? '',
    },
    OrderList: order.lines.map((line) => ({ ...ordered(line, list.lines), ...originOf(line, list.lines) })),
  };
};

const exportOrder: RecordOf = ({ guid, papers }, kind, time) => {
  const { order } = papers as Required<Pick<Papers, 'order'>>;
  const orderType = kind.supervisionMode === '9810' ? 'W' : kind.supervisionMode === '9710' ? 'B' : 'E';
  return {
    OrderHead: {
      ...begun(guid, time),
      orderType,
      orderNo: order.orderNo,
      ...companies(kind),
      goodsValue: order.goodsValue.amount,
      freight: order.freight.amount,
      currency: currencyCode(order.goodsValue.currency),
    },
    OrderList: order.lines.map((line) => {
      // The order of an export has a description where that of an import has a model.
      const { gmodel, ...fields } = ordered(line, []);
      return { ...fields, ...given({ itemDescribe: gmodel }), itemNo: line.itemNo ?? String(line.lineNo) };
    }),
  };
};

function ordered(line: OrderLine, listed: readonly ListLine[]): Fields {
  const model = line.model ?? listed.find(({ lineNo }) => lineNo === line.lineNo)?.model;
  return given({
    gnum: String(line.lineNo),
    itemNo: line.itemNo,
    itemName: line.itemName,
    gmodel: model,
    barCode: line.barCode,
    unit: line.unit,
    qty: line.quantity,
    price: line.unitPrice.amount,
    totalPrice: line.total.amount,
    currency: currencyCode(line.total.currency),
  });
}

function originOf({ lineNo, country }: OrderLine, listed: readonly ListLine[]): Fields {
  return given({ country: country ?? listed.find((line) => line.lineNo === lineNo)?.country });
}

const payment: RecordOf = ({ guid, papers }, { terms }, time) => {
  const { payCode, payName, transactionNo, orderNo, payer, amountPaid, paidAt } = (
    papers as Required<Pick<Papers, 'payment'>>
  ).payment;
  return {
    PaymentHead: {
      ...begun(guid, time),
      ...{ payCode, payName, payTransactionId: transactionNo, orderNo },
      ebpCode: terms.platform.code,
      ebpName: terms.platform.name,
      payerIdType: payer.idType ?? '1',
      payerIdNumber: payer.idNumber,
      payerName: payer.name,
      ...given({ telephone: payer.phone }),
      amountPaid: amountPaid.amount,
      currency: '142',
      payTime: chinaStamp(new Date(paidAt)),
    },
  };
};

const receipt: RecordOf = ({ guid, papers }, kind, time) => {
  const { orderNo, payCode, payName, transactionNo, amountReceived, receivedAt } = (
    papers as Required<Pick<Papers, 'receipt'>>
  ).receipt;
  return {
    ...begun(guid, time),
    ...companies(kind),
    orderNo,
    ...given({ payCode, payNo: transactionNo }),
    payName,
    charge: amountReceived.amount,
    currency: currencyCode(amountReceived.currency),
    accountingDate: chinaStamp(new Date(receivedAt)),
  };
};

const importWaybill: RecordOf = ({ guid, papers }, kind, time) => {
  const { waybill } = papers as Required<Pick<Papers, 'waybill'>>;
  const consignee = waybill.consignee ?? papers.order?.consignee;
  return {
    LogisticsHead: {
      ...begun(guid, time),
      ...carrier(papers, kind),
      ...given({ billNo: waybill.billNo, goodsInfo: waybill.goodsInfo }),
      orderNo: waybill.orderNo,
      freight: amountOf(waybill.freight),
      insuredFee: amountOf(waybill.insurance),
      currency: '142',
      weight: waybill.grossKg,
      packNo: String(waybill.packages ?? 1),
      consignee: consignee?.name ?? '',
      consigneeAddress: consignee?.address ?? '',
      consigneeTelephone: consignee?.phone ?? '',
    },
  };
};

const exportWaybill: RecordOf = ({ guid, papers }, kind, time) => {
  const { waybill } = papers as Required<Pick<Papers, 'waybill'>>;
  return {
    ...begun(guid, time),
    ...carrier(papers, kind),
    freight: amountOf(waybill.freight),
    insuredFee: amountOf(waybill.insurance),
    currency: currencyCode(papers.order?.goodsValue.currency ?? 'CNY'),
    grossWeight: waybill.grossKg,
    packNo: String(waybill.packages ?? 1),
    goodsInfo: waybill.goodsInfo ?? papers.list?.lines[0]?.itemName ?? '',
  };
};

/** The list and what may go with it, by direction. Source: CEB interface specification of GACC, version 2022-05. */
export const PAPER_MESSAGES = {
  import: {
    list: { message: 'CEB621Message', element: 'Inventory', recordOf: importList },
    order: { message: 'CEB311Message', element: 'Order', recordOf: importOrder },
    payment: { message: 'CEB411Message', element: 'Payment', recordOf: payment },
    receipt: null,
    waybill: { message: 'CEB511Message', element: 'Logistics', recordOf: importWaybill },
  },
  export: {
    list: { message: 'CEB603Message', element: 'Inventory', recordOf: exportList },
    order: { message: 'CEB303Message', element: 'Order', recordOf: exportOrder },
    payment: null,
    receipt: { message: 'CEB403Message', element: 'Receipts', recordOf: receipt },
    waybill: { message: 'CEB505Message', element: 'Logistics', recordOf: exportWaybill },
  },
} as const satisfies Record<ParcelKind['direction'], Record<keyof Papers, PaperMessage | null>>;
