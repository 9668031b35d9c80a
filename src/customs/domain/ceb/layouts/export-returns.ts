import { decimal, exactly, integer, type Layout, many, maybe, message, type Message, one, upTo } from '../layout.js';
import { SIGNED_THEN_EXTENDED } from './envelope.js';

/** 退货申请单表头 */
const INVT_REFUND_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('ebpName', upTo(100), '电商平台名称'),
  one('ebcCode', upTo(18), '电商企业代码'),
  one('ebcName', upTo(100), '电商企业名称'),
  one('logisticsNo', upTo(80), '物流运单编号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('coElNo', upTo(30), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('invtNo', upTo(20), '清单编号'),
  maybe('tradeMode', exactly(4), '贸易方式'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  one('billNo', upTo(37), '提运单号'),
  one('ieFlag', upTo(1), '进出口标记'),
  one('trafMode', upTo(1), '运输方式代码'),
  one('trafName', upTo(100), '运输工具名称'),
  one('portCode', upTo(4), '口岸海关代码'),
  one('reason', upTo(500), '退货原因'),
  one('country', upTo(3), '国别（地区）'),
  one('voyageNo', upTo(32), '航班航次号'),
  maybe('note', upTo(500), '备注'),
];

/** 退货申请单商品表体 */
const INVT_REFUND_LIST: Layout = [
  one('gnum', integer(4), '序号'),
  one('gcode', upTo(10), '商品编码'),
  one('gname', upTo(250), '商品名称'),
  one('gmodel', upTo(250), '规格型号'),
  one('qty', decimal(19, 5), '数量'),
  one('qty1', decimal(19, 5), '法定数量'),
  one('unit', exactly(3), '计量单位'),
  one('unit1', exactly(3), '法定计量单位'),
  maybe('qty2', decimal(19, 5), '第二数量'),
  maybe('unit2', exactly(3), '第二计量单位'),
  maybe('note', upTo(500), '备注'),
];

/** 退货申请单数据 */
const INVT_REFUND: Layout = [
  one('InvtRefundHead', INVT_REFUND_HEAD, '退货申请单表头'),
  many('InvtRefundList', 100, INVT_REFUND_LIST, '退货申请单商品表体'),
];

/** 退货申请单回执 */
const REFUND_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  maybe('ebpCode', upTo(18), '电商平台代码'),
  maybe('ebcCode', upTo(18), '电商企业代码'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('coElNo', upTo(30), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('invtNo', upTo(20), '清单编号'),
  one('returnStatus', upTo(10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 理货明细单 */
const INVT_REFUND_DETAIL: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('operatorCode', upTo(18), '监管场所经营人代码'),
  one('operatorName', upTo(100), '监管场所经营人名称'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('logisticsNo', upTo(80), '物流运单编号'),
  maybe('invtNo', upTo(20), '清单编号'),
  one('coElNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('billNo', upTo(37), '提运单号'),
  one('ieFlag', exactly(1), '进出口标记'),
  one('trafMode', exactly(1), '运输方式代码'),
  one('trafName', upTo(100), '运输工具名称'),
  one('voyageNo', upTo(32), '航班航次号'),
  maybe('location', upTo(250), '卸货堆货的仓储位置'),
  maybe('note', upTo(250), '备注'),
];

/** 理货明细单回执 */
const INVT_REFUND_DETAIL_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('operatorCode', upTo(18), '监管场所经营人代码'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsNo', upTo(80), '物流运单编号'),
  one('coElNo', upTo(30), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('returnStatus', upTo(10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** Returns of exported goods (退货申请单, 退货入仓单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const EXPORT_RETURNS: readonly Message[] = [
  message('CEB213Message', 'export', '退货申请单数据', [
    many('InvtRefund', 100, INVT_REFUND, '退货申请单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB214Message', 'export', '退货申请单回执', [many('RefundReturn', 100, REFUND_RETURN, '退货申请单回执')]),
  message('CEB215Message', 'export', '理货明细单', [
    many('InvtRefundDetail', 100, INVT_REFUND_DETAIL, '理货明细单'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB216Message', 'export', '理货明细单回执', [
    many('InvtRefundDetailReturn', 100, INVT_REFUND_DETAIL_RETURN, '理货明细单回执'),
  ]),
];
