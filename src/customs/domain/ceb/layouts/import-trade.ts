import {
  between,
  decimal,
  exactly,
  fixed,
  integer,
  type Layout,
  many,
  maybe,
  message,
  type Message,
  one,
  upTo,
} from '../layout.js';
import { EXTENDED_THEN_SIGNED } from './envelope.js';

/** 电子订单表头 */
const ORDER_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('orderType', exactly(1), '电子订单类型'),
  one('orderNo', between(1, 60), '订单编号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebpName', between(1, 100), '电商平台名称'),
  one('ebcCode', between(1, 18), '电商企业代码'),
  one('ebcName', between(1, 100), '电商企业名称'),
  one('goodsValue', decimal(19, 5), '商品金额'),
  one('freight', decimal(19, 5), '运费'),
  one('discount', decimal(19, 5), '非现金抵扣金额'),
  one('taxTotal', decimal(19, 5), '企业预先代扣的税款金额'),
  one('acturalPaid', decimal(19, 5), '实际支付金额'),
  one('currency', fixed('142'), '币制'),
  one('buyerRegNo', between(1, 60), '订购人的交易平台注册号'),
  one('buyerName', between(1, 60), '订购人姓名'),
  one('buyerTelephone', between(1, 30), '订购人电话'),
  one('buyerIdType', exactly(1), '订购人证件类型'),
  one('buyerIdNumber', between(1, 60), '订购人证件号码'),
  maybe('payCode', upTo(18), '支付企业代码'),
  maybe('payName', upTo(100), '支付企业名称'),
  maybe('payTransactionId', upTo(60), '支付企业唯一的支付流水号'),
  maybe('batchNumbers', upTo(100), '商品批次号'),
  one('consignee', between(1, 100), '收货人姓名'),
  one('consigneeTelephone', between(1, 50), '收货人联系电话'),
  one('consigneeAddress', between(1, 200), '收货地址'),
  maybe('consigneeDistrict', exactly(6), '收货地址行政区划代码'),
  maybe('note', upTo(1000), '备注'),
];

/** 电子订单商品 */
const ORDER_LIST: Layout = [
  one('gnum', integer(), '序号'),
  maybe('itemNo', upTo(30), '企业商品货号'),
  one('itemName', between(1, 250), '商品名称'),
  one('gmodel', between(1, 510), '规格型号'),
  maybe('itemDescribe', upTo(1000), '商品描述'),
  maybe('barCode', upTo(50), '条形码'),
  one('unit', exactly(3), '计量单位'),
  one('qty', decimal(19, 5), '数量'),
  one('price', decimal(19, 5), '单价'),
  one('totalPrice', decimal(19, 5), '总价'),
  one('currency', fixed('142'), '币制'),
  one('country', exactly(3), '国别（地区）'),
  maybe('note', upTo(1000), '备注'),
];

/** 电子订单回执 */
const ORDER_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebcCode', between(1, 18), '电商企业代码'),
  one('orderNo', between(1, 60), '订单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 支付凭证数据 */
const PAYMENT_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('payCode', between(1, 18), '支付企业代码'),
  one('payName', between(1, 100), '支付企业名称'),
  one('payTransactionId', between(1, 60), '支付企业唯一的支付流水号'),
  one('orderNo', between(1, 60), '订单编号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebpName', between(1, 100), '电商平台名称'),
  one('payerIdType', exactly(1), '1'),
  one('payerIdNumber', between(1, 60), '支付人证件号码'),
  one('payerName', between(1, 60), '支付人的身份证件号码'),
  maybe('telephone', upTo(60), '支付人电话'),
  one('amountPaid', decimal(19, 5), '支付金额'),
  one('currency', fixed('142'), '币制'),
  one('payTime', exactly(14), '支付时间'),
  maybe('note', upTo(1000), '备注'),
];

/** 支付凭证回执 */
const PAYMENT_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('payCode', between(1, 18), '支付企业代码'),
  one('payTransactionId', between(1, 60), '支付企业唯一的支付流水号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 物流运单数据 */
const LOGISTICS_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  maybe('billNo', upTo(37), '提运单号'),
  one('orderNo', between(1, 60), '订单编号'),
  maybe('freight', decimal(19, 5), '运费'),
  maybe('insuredFee', decimal(19, 5), '保费'),
  one('currency', fixed('142'), '币制'),
  one('weight', decimal(19, 5), '毛重'),
  one('packNo', integer(9), '件数'),
  maybe('goodsInfo', upTo(200), '配送的商品信息'),
  one('consignee', between(1, 100), '收货人姓名'),
  one('consigneeAddress', between(1, 200), '收货地址'),
  one('consigneeTelephone', between(1, 50), '收货人电话号码'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流运单回执 */
const LOGISTICS_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 物流运单状态数据 */
const LOGISTICS_STATUS: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('logisticsStatus', exactly(1), '物流签收状态'),
  one('logisticsTime', exactly(14), '物流状态发生的实际时间'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流运单状态回执 */
const LOGISTICS_STATUS_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('logisticsStatus', exactly(1), '物流签收状态'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** Orders, payments and waybills of imports (三单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const IMPORT_TRADE: readonly Message[] = [
  message('CEB311Message', 'import', '电子订单数据', [
    many(
      'Order',
      100,
      [one('OrderHead', ORDER_HEAD, '电子订单表头'), many('OrderList', 99, ORDER_LIST, '电子订单商品')],
      '电子订单',
    ),
    ...EXTENDED_THEN_SIGNED,
  ]),
  message('CEB312Message', 'import', '电子订单回执', [many('OrderReturn', 100, ORDER_RETURN, '电子订单回执')]),
  message('CEB411Message', 'import', '支付凭证数据', [
    many('Payment', 100, [one('PaymentHead', PAYMENT_HEAD, '支付凭证数据')], '支付凭证'),
    ...EXTENDED_THEN_SIGNED,
  ]),
  message('CEB412Message', 'import', '支付凭证回执', [many('PaymentReturn', 100, PAYMENT_RETURN, '支付凭证回执')]),
  message('CEB511Message', 'import', '物流运单数据', [
    many('Logistics', 100, [one('LogisticsHead', LOGISTICS_HEAD, '物流运单数据')], '物流运单'),
    ...EXTENDED_THEN_SIGNED,
  ]),
  message('CEB512Message', 'import', '物流运单回执', [many('LogisticsReturn', 100, LOGISTICS_RETURN, '物流运单回执')]),
  message('CEB513Message', 'import', '物流运单状态数据', [
    many('LogisticsStatus', 100, LOGISTICS_STATUS, '物流运单状态数据'),
    ...EXTENDED_THEN_SIGNED,
  ]),
  message('CEB514Message', 'import', '物流运单状态回执', [
    many('LogisticsStatusReturn', 100, LOGISTICS_STATUS_RETURN, '物流运单状态回执'),
  ]),
];
