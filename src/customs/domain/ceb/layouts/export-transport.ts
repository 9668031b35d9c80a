import {
  any,
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
  UNBOUNDED,
  upTo,
} from '../layout.js';
import { SIGNED_THEN_EXTENDED } from './envelope.js';

/** 物流运抵单表体 */
const ARRIVAL_LIST: Layout = [
  one('gnum', integer(5), '序号'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  maybe('totalPackageNo', upTo(37), '总包号'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流运抵单表头 */
const ARRIVAL_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', orElse('1', exactly(1)), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', exactly(18), '预录入编号'),
  one('operatorCode', upTo(18), '监管场所经营人代码'),
  one('operatorName', upTo(100), '监管场所经营人名称'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  one('ieFlag', exactly(1), '进出口标记'),
  one('trafMode', exactly(1, COLLAPSED), '运输方式代码'),
  maybe('billNo', upTo(37), '提运单号'),
  one('domesticTrafNo', upTo(100, COLLAPSED), '境内运输工具编号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('msgCount', integer(9), '报文总数'),
  one('msgSeqNo', integer(9), '报文序号'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流运抵单数据 */
const ARRIVAL: Layout = [
  one('ArrivalHead', ARRIVAL_HEAD, '物流运抵单表头'),
  any('ArrivalList', UNBOUNDED, ARRIVAL_LIST, '物流运抵单表体'),
];

/** 物流运抵单回执 */
const ARRIVAL_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('operatorCode', upTo(18), '监管场所经营人代码'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('preNo', exactly(18), '预录入编号'),
  one('copNo', upTo(30), '企业内部编号'),
  one('billNo', upTo(37), '提运单号'),
  one('msgSeqNo', integer(9), '报文序号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 物流离境单表体类 */
const DEPARTURE_LIST: Layout = [
  one('gnum', integer(5), '序号'),
  maybe('totalPackageNo', upTo(37), '总包号'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流离境单表头数据 */
const DEPARTURE_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', exactly(18), '预录入编号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('trafMode', exactly(1, COLLAPSED), '运输方式代码'),
  maybe('trafName', upTo(100), '运输工具名称'),
  maybe('voyageNo', upTo(32), '航班航次号'),
  maybe('billNo', upTo(37), '提运单号'),
  one('leaveTime', exactly(14), '离境时间'),
  one('msgCount', integer(9), '报文总数'),
  one('msgSeqNo', integer(9), '报文序号'),
  maybe('note', upTo(1000), '备注'),
];

/** 物流离境单数据 */
const DEPARTURE: Layout = [
  one('DepartureHead', DEPARTURE_HEAD, '物流离境单表头数据'),
  many('DepartureList', UNBOUNDED, DEPARTURE_LIST, '物流离境单表体类'),
];

/** 物流离境回执类 */
const DEPARTURE_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('copNo', upTo(30), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  one('msgSeqNo', integer(9), '报文序号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 清单总分单数据 */
const WAY_BILL_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', exactly(1), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', exactly(18), '预录入编号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  one('trafMode', exactly(1, COLLAPSED), '运输方式代码'),
  one('trafName', upTo(100, COLLAPSED), '运输工具名称'),
  one('voyageNo', upTo(32, COLLAPSED), '航班航次号'),
  one('billNo', upTo(37), '提运单号'),
  maybe('domesticTrafNo', upTo(100), '境内运输工具编号'),
  one('grossWeight', decimal(19, 5), '毛重'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('logisticsName', upTo(100), '物流企业名称'),
  one('msgCount', integer(9), '报文总数'),
  one('msgSeqNo', integer(9), '报文序号'),
  maybe('note', upTo(1000), '备注'),
];

/** 提运单表体项类 */
const WAY_BILL_LIST: Layout = [
  one('gnum', integer(5), '序号'),
  maybe('totalPackageNo', upTo(60), '总包号'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  maybe('invtNo', upTo(20), '清单编号'),
  maybe('note', upTo(1000), '备注'),
];

/** 清单总分单 */
const WAY_BILL: Layout = [
  one('WayBillHead', WAY_BILL_HEAD, '清单总分单数据'),
  many('WayBillList', UNBOUNDED, WAY_BILL_LIST, '提运单表体项类'),
];

/** 清单总分单回执 */
const WAY_BILL_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('logisticsCode', upTo(18), '物流企业代码'),
  one('copNo', upTo(30), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  one('billNo', upTo(37), '提运单号'),
  one('msgSeqNo', integer(9), '报文序号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** Arrival, departure and master waybills of exports (运抵单, 离境单, 总分单). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const EXPORT_TRANSPORT: readonly Message[] = [
  message('CEB507Message', 'export', '物流运抵地数据', [
    many('Arrival', 100, ARRIVAL, '物流运抵单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB508Message', 'export', '物流运抵单回执', [many('ArrivalReturn', 100, ARRIVAL_RETURN, '物流运抵单回执')]),
  message('CEB509Message', 'export', '物流离境单数据', [
    many('Departure', 100, DEPARTURE, '物流离境单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB510Message', 'export', '物流离境单回执', [
    many('DepartureReturn', 100, DEPARTURE_RETURN, '物流离境回执类'),
  ]),
  message('CEB607Message', 'export', '清单总分单数据', [
    many('WayBill', 100, WAY_BILL, '清单总分单'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB608Message', 'export', '清单总分单回执', [many('WayBillReturn', 100, WAY_BILL_RETURN, '清单总分单回执')]),
];
