import {
  between,
  COLLAPSED,
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
import { SIGNED_THEN_EXTENDED } from './envelope.js';

/** 出口清单表头类 */
const INVENTORY_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('ebpName', upTo(100), '电商平台名称'),
  one('orderNo', upTo(60), '订单编号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', exactly(18), '预录入编号'),
  maybe('invtNo', upTo(20), '清单编号'),
  one('ieFlag', exactly(1), '进出口标记'),
  one('portCode', exactly(4), '出口口岸海关代码'),
  one('ieDate', exactly(8), '进出口日期'),
  one('statisticsFlag', exactly(1), '申报业务类型'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('ebcName', upTo(100), '收发货人名称'),
  one('ownerCode', upTo(18), '生产销售单位代码'),
  one('ownerName', upTo(100), '生产销售单位名称'),
  maybe('iacCode', upTo(18), '区内企业代码'),
  maybe('iacName', upTo(100), '特殊区域内仓储企业代码'),
  maybe('emsNo', upTo(30), '账册编号'),
  one('tradeMode', exactly(4), '贸易方式'),
  one('trafMode', exactly(1, COLLAPSED), '运输方式代码'),
  maybe('trafName', upTo(100), '运输工具名称'),
  maybe('voyageNo', upTo(32), '航班航次号'),
  maybe('billNo', upTo(37), '提运单号'),
  maybe('totalPackageNo', upTo(37), '总包号'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  maybe('licenseNo', upTo(19), '许可证编号'),
  one('country', exactly(3), '运抵国'),
  one('POD', between(3, 4, COLLAPSED), '指运港代码'),
  one('freight', decimal(19, 5), '运费'),
  one('fCurrency', exactly(3), '运费币制'),
  one('fFlag', fixed('3'), '运费标志'),
  one('insuredFee', decimal(19, 5), '保费'),
  one('iCurrency', exactly(3), '保费币制'),
  one('iFlag', fixed('3'), '保费标志'),
  one('wrapType', exactly(1, COLLAPSED), '包装种类代码'),
  one('packNo', integer(9), '件数'),
  one('grossWeight', decimal(19, 5), '毛重'),
  one('netWeight', decimal(19, 5), '净重'),
  maybe('note', upTo(1000), '备注'),
];

/** 出口清单表体项类 */
const INVENTORY_LIST: Layout = [
  one('gnum', integer(5), '序号'),
  one('itemNo', upTo(20), '企业商品货号'),
  maybe('itemRecordNo', upTo(30), '账册备案料号'),
  maybe('itemName', upTo(250), '企业商品名称'),
  one('gcode', exactly(10), '商品编码'),
  one('gname', upTo(250), '商品名称'),
  one('gmodel', upTo(250, COLLAPSED), '规格型号'),
  one('barCode', upTo(50, COLLAPSED), '条形码'),
  one('country', exactly(3), '最终目的国'),
  one('currency', exactly(3), '币制'),
  one('qty', decimal(19, 5), '数量'),
  one('qty1', decimal(19, 5), '法定数量'),
  maybe('qty2', decimal(19, 5), '第二数量'),
  one('unit', exactly(3), '计量单位'),
  one('unit1', exactly(3), '法定计量单位'),
  maybe('unit2', upTo(3), '第二计量单位'),
  one('price', decimal(19, 5), '单价'),
  one('totalPrice', decimal(19, 5), '总价'),
  maybe('note', upTo(1000), '备注'),
];

/** 出口清单类 */
const INVENTORY: Layout = [
  one('InventoryHead', INVENTORY_HEAD, '出口清单表头类'),
  many('InventoryList', 100, INVENTORY_LIST, '出口清单表体项类'),
];

/** 出口清单回执类 */
const INVENTORY_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('copNo', upTo(30), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  one('invtNo', upTo(20), '清单编号'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('ebpCode', upTo(18), '电商平台代码'),
  one('orderNo', upTo(60), '订单编号'),
  one('statisticsFlag', exactly(1), '申报业务类型'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 撤销申请单类 */
const INVT_CANCEL: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', exactly(18), '预录入编号'),
  one('invtNo', upTo(20), '清单编号'),
  one('reason', upTo(1000, COLLAPSED), '原因'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('ebcName', upTo(100), '收发货人名称'),
  maybe('note', upTo(1000), '备注'),
];

/** 撤销申请单回执类 */
const INVT_CANCEL_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('copNo', upTo(30), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  one('invtNo', upTo(20), '清单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** Lists of exports and their withdrawal (出口清单, 撤销申请单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const EXPORT_LISTS: readonly Message[] = [
  message('CEB603Message', 'export', '申报清单数据', [
    many('Inventory', 100, INVENTORY, '出口清单类'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB604Message', 'export', '申报清单数据回执', [
    many('InventoryReturn', 100, INVENTORY_RETURN, '出口清单回执类'),
  ]),
  message('CEB605Message', 'export', '撤销申请单数据', [
    many('InvtCancel', 100, INVT_CANCEL, '撤销申请单类'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB606Message', 'export', '撤销申请单回执', [
    many('InvtCancelReturn', 100, INVT_CANCEL_RETURN, '撤销申请单回执类'),
  ]),
];
