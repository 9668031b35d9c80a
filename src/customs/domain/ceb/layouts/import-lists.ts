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
import { EXTENDED_AND_SIGNED } from './envelope.js';

/** 进口清单表体 */
const INVENTORY_LIST: Layout = [
  one('gnum', integer(), '序号'),
  maybe('itemRecordNo', upTo(30), '账册备案料号'),
  maybe('itemNo', upTo(20), '企业商品货号'),
  maybe('itemName', upTo(250), '商品名称'),
  one('gcode', exactly(10), '商品编码'),
  one('gname', between(1, 250), '商品名称'),
  one('gmodel', between(1, 510), '规格型号'),
  maybe('barCode', upTo(50), '条形码'),
  one('country', exactly(3), '原产国'),
  maybe('tradeCountry', between(1, 3), '贸易国'),
  one('currency', fixed('142'), '币制'),
  one('qty', decimal(19, 5), '数量'),
  one('unit', exactly(3), '计量单位'),
  one('qty1', decimal(19, 5), '法定数量'),
  one('unit1', exactly(3), '法定计量单位'),
  maybe('qty2', decimal(19, 5), '第二数量'),
  maybe('unit2', exactly(3), '第二计量单位'),
  one('price', decimal(19, 5), '单价'),
  one('totalPrice', decimal(19, 5), '总价'),
  maybe('note', upTo(1000), '备注'),
];

/** 进口清单表头 */
const INVENTORY_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('orderNo', between(1, 60), '订单编号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebpName', between(1, 100), '电商平台名称'),
  one('ebcCode', between(1, 18), '电商企业代码'),
  one('ebcName', between(1, 100), '电商企业名称'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  maybe('copNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('assureCode', between(1, 30), '担保企业编号'),
  maybe('emsNo', upTo(30), '账册编号'),
  maybe('invtNo', upTo(18), '清单编号'),
  one('ieFlag', exactly(1), '进出口标记'),
  one('declTime', exactly(8), '申报日期'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('portCode', exactly(4), '口岸海关代码'),
  maybe('ieDate', exactly(8), '进出口日期'),
  one('buyerIdType', exactly(1), '订购人证件类型'),
  one('buyerIdNumber', between(1, 60), '订购人证件号码'),
  one('buyerName', between(1, 60), '订购人姓名'),
  one('buyerTelephone', between(1, 30), '订购人电话'),
  one('consigneeAddress', between(1, 200), '收件地址'),
  one('agentCode', between(1, 18), '申报企业代码'),
  one('agentName', between(1, 100), '申报企业名称'),
  maybe('areaCode', upTo(18), '区内企业代码'),
  maybe('areaName', upTo(100), '区内企业名称'),
  one('tradeMode', exactly(4), '贸易方式'),
  one('trafMode', exactly(1), '运输方式代码'),
  maybe('trafNo', upTo(100), '运输工具编号'),
  maybe('voyageNo', upTo(32), '航班航次号'),
  maybe('billNo', upTo(37), '提运单号'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  maybe('licenseNo', upTo(19), '许可证编号'),
  one('country', exactly(3), '起运国（地区）'),
  one('freight', decimal(19, 5), '运费'),
  one('insuredFee', decimal(19, 5), '保价费'),
  one('currency', fixed('142'), '币制'),
  maybe('wrapType', exactly(1), '包装种类代码'),
  one('packNo', integer(9), '件数'),
  one('grossWeight', decimal(19, 5), '毛重'),
  one('netWeight', decimal(19, 5), '净重'),
  maybe('note', upTo(1000), '备注'),
];

/** 进口清单回执 */
const INVENTORY_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  maybe('customsCode', exactly(4), '申报地海关代码'),
  maybe('ebpCode', between(1, 18), '电商平台代码'),
  maybe('ebcCode', between(1, 18), '电商企业代码'),
  maybe('agentCode', between(1, 18), '申报企业代码'),
  one('copNo', between(1, 20), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  maybe('invtNo', exactly(18), '清单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 撤销申请单 */
const INVT_CANCEL: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('orderNo', between(1, 60), '订单编号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebpName', between(1, 100), '电商平台名称'),
  one('ebcCode', between(1, 18), '电商企业代码'),
  one('ebcName', between(1, 100), '电商企业名称'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  maybe('copNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('invtNo', between(1, 18), '清单编号'),
  one('buyerIdType', exactly(1), '订购人证件类型'),
  one('buyerIdNumber', between(1, 60), '订购人证件号码'),
  one('buyerName', between(1, 60), '订购人姓名'),
  one('buyerTelephone', between(1, 30), '订购人电话'),
  one('agentCode', between(1, 18), '申报企业代码'),
  one('agentName', between(1, 100), '申报企业名称'),
  one('reason', between(1, 1000), '撤单原因'),
  maybe('note', upTo(1000), '备注'),
];

/** 撤销申请单回执 */
const INVT_CANCEL_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  maybe('customsCode', exactly(4), '申报地海关代码'),
  maybe('agentCode', between(1, 18), '申报企业代码'),
  maybe('ebpCode', between(1, 18), '电商平台代码'),
  maybe('ebcCode', between(1, 18), '电商企业代码'),
  one('copNo', between(1, 20), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  maybe('invtNo', exactly(18), '清单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 退货申请单表头 */
const INVT_REFUND_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('orderNo', between(1, 60), '订单编号'),
  one('ebpCode', between(1, 18), '电商平台代码'),
  one('ebpName', between(1, 100), '电商平台名称'),
  one('ebcCode', between(1, 18), '电商企业代码'),
  one('ebcName', between(1, 100), '电商企业名称'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  maybe('copNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  one('invtNo', between(1, 18), '清单编号'),
  one('buyerIdType', exactly(1), '订购人证件类型'),
  one('buyerIdNumber', between(1, 60), '订购人证件号码'),
  one('buyerName', between(1, 60), '订购人姓名'),
  one('buyerTelephone', between(1, 30), '订购人电话'),
  one('agentCode', between(1, 18), '申报企业代码'),
  one('agentName', between(1, 100), '申报企业名称'),
  one('reason', between(1, 1000), '退货原因'),
  maybe('note', upTo(1000), '备注'),
];

/** 退货申请单表体 */
const INVT_REFUND_LIST: Layout = [
  one('gnum', integer(), '序号'),
  one('gcode', exactly(10), '商品编码'),
  one('gname', between(1, 250), '商品名称'),
  one('qty', decimal(19, 5), '数量'),
  one('unit', exactly(3), '计量单位'),
  maybe('note', upTo(1000), '备注'),
];

/** 退货申请单回执 */
const INVT_REFUND_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  maybe('customsCode', exactly(4), '申报地海关代码'),
  maybe('agentCode', between(1, 18), '申报企业代码'),
  maybe('ebpCode', between(1, 18), '电商平台代码'),
  maybe('ebcCode', between(1, 18), '电商企业代码'),
  one('copNo', between(1, 20), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  maybe('invtNo', exactly(18), '清单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** Lists of imports, their withdrawal and returns (进口清单, 撤销申请单, 退货申请单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const IMPORT_LISTS: readonly Message[] = [
  message('CEB621Message', 'import', '进口清单数据', [
    many(
      'Inventory',
      100,
      [one('InventoryHead', INVENTORY_HEAD, '进口清单表头'), many('InventoryList', 99, INVENTORY_LIST, '进口清单表体')],
      '进口清单',
    ),
    ...EXTENDED_AND_SIGNED,
  ]),
  message('CEB622Message', 'import', '进口清单回执', [many('InventoryReturn', 100, INVENTORY_RETURN, '进口清单回执')]),
  message('CEB623Message', 'import', '撤销申请单数据', [
    many('InvtCancel', 100, INVT_CANCEL, '撤销申请单'),
    ...EXTENDED_AND_SIGNED,
  ]),
  message('CEB624Message', 'import', '撤销申请单回执', [
    many('InvtCancelReturn', 100, INVT_CANCEL_RETURN, '撤销申请单回执'),
  ]),
  message('CEB625Message', 'import', '退货申请单数据', [
    many(
      'InvtRefund',
      100,
      [
        one('InvtRefundHead', INVT_REFUND_HEAD, '退货申请单表头'),
        many('InvtRefundList', 99, INVT_REFUND_LIST, '退货申请单表体'),
      ],
      '退货申请单',
    ),
    ...EXTENDED_AND_SIGNED,
  ]),
  message('CEB626Message', 'import', '退货申请单回执', [
    many('InvtRefundReturn', 100, INVT_REFUND_RETURN, '退货申请单回执'),
  ]),
];
