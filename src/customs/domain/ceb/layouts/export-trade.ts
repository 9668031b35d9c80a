import {
  between,
  COLLAPSED,
  decimal,
  exactly,
  integer,
  type Layout,
  many,
  maybe,
  message,
  type Message,
  one,
  orElse,
  upTo,
} from '../layout.js';
import { SIGNED_THEN_EXTENDED } from './envelope.js';

/** 订单商品表体 */
const ORDER_LIST: Layout = [
  one('gnum', integer(5), '序号'),
  one('itemNo', upTo(30), '企业商品货号'),
  one('itemName', upTo(250), '企业商品名称'),
  maybe('itemDescribe', upTo(1000), '企业商品描述'),
  maybe('barCode', upTo(50), '条形码'),
  one('unit', exactly(3), '计量单位'),
  one('currency', exactly(3), '币制'),
  one('qty', decimal(19, 5), '数量'),
  one('price', decimal(19, 5), '单价'),
  one('totalPrice', decimal(19, 5), '总价'),
  maybe('note', upTo(1000), '备注'),
];

/** 订单表头 */
const ORDER_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', orElse('1', exactly(1)), '报送状态'),
  one('orderType', exactly(1), '订单类型'),
  one('orderNo', upTo(60), '订单编号'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('ebpName', upTo(100), '电商平台名称'),
  one('ebcCode', upTo(18), '电商企业代码'),
  one('ebcName', upTo(100), '电商企业名称'),
  one('goodsValue', decimal(19, 5), '商品金额'),
  one('freight', orElse('0', decimal(19, 5)), '运杂费'),
  one('currency', exactly(3), '币制'),
  maybe('note', upTo(1000), '备注'),
];

/** 电子订单数据 */
const ORDER: Layout = [one('OrderHead', ORDER_HEAD, '订单表头'), many('OrderList', 100, ORDER_LIST, '订单商品表体')];

/** 订单回执 */
const ORDER_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('ebcCode', upTo(18), '电商企业代码'),
  one('orderNo', upTo(60), '订单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 收款单数据 */
const RECEIPTS: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', orElse('1', exactly(1)), '报送状态'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('ebpName', upTo(100), '电商平台名称'),
  one('ebcCode', upTo(18), '电商企业代码'),
  one('ebcName', upTo(100), '电商企业名称'),
  one('orderNo', upTo(60), '订单编号'),
  maybe('payCode', upTo(18), '支付企业代码'),
  one('payName', upTo(100), '支付企业名称'),
  maybe('payNo', upTo(60), '支付交易编号'),
  one('charge', decimal(19, 5), '收款金额'),
  one('currency', exactly(3), '币制'),
  one('accountingDate', exactly(14), '到账时间'),
  maybe('note', upTo(1000), '备注'),
];

/** 收款单回执 */
const RECEIPTS_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('ebcCode', upTo(18), '电商企业代码'),
  one('orderNo', upTo(60), '订单编号'),
  maybe('payNo', upTo(60), '支付交易编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 物流运单数据 */
const LOGISTICS: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', orElse('2', exactly(1)), '报送状态'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  one('freight', decimal(19, 5), '运费'),
  one('insuredFee', decimal(19, 5), '保价费'),
  one('currency', exactly(3), '币制'),
  one('grossWeight', decimal(19, 5), '毛重'),
  one('packNo', integer(9), '件数'),
  one('goodsInfo', upTo(200, COLLAPSED), '主要货物信息'),
  maybe('ebcCode', upTo(18), '收发货人代码'),
  maybe('ebcName', upTo(100), '收发货人名称'),
  maybe('ebcTelephone', upTo(50), '收发货人电话'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流运单回执 */
const LOGISTICS_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** Orders, receipts and waybills of exports (三单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const EXPORT_TRADE: readonly Message[] = [
  message('CEB303Message', 'export', '电子订单数据', [
    many('Order', 100, ORDER, '电子订单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB304Message', 'export', '电子订单回执', [many('OrderReturn', 100, ORDER_RETURN, '订单回执')]),
  message('CEB403Message', 'export', '收款单数据', [
    many('Receipts', 100, RECEIPTS, '收款单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB404Message', 'export', '收款单回执', [many('ReceiptsReturn', 100, RECEIPTS_RETURN, '收款单回执')]),
  message('CEB505Message', 'export', '物流运单数据', [
    many('Logistics', 100, LOGISTICS, '物流运单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB506Message', 'export', '物流运单回执', [many('LogisticsReturn', 100, LOGISTICS_RETURN, '物流运单回执')]),
];
