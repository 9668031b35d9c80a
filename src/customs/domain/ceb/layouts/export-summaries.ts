import {
  any,
  between,
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

/** 汇总申请单数据表体 */
const SUMMARY_APPLY_LIST: Layout = [one('invtNo', upTo(20), '清单编号')];

/** 汇总申请单表头 */
const SUMMARY_APPLY_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', orElse('2', exactly(1)), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('copNo', upTo(30), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  maybe('sumNo', upTo(18), '汇总申请编号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('ebcName', upTo(100), '收发货人名称'),
  one('declAgentCode', upTo(18), '报关单位代码'),
  one('declAgentName', upTo(100), '报关单位名称'),
  maybe('startTime', exactly(14), '汇总开始时间'),
  maybe('endTime', exactly(14), '汇总开始时间'),
  maybe('loctNo', upTo(10), '监管场所代码'),
  one('summaryFlag', exactly(1), '收发货人汇总标志'),
  one('itemNameFlag', exactly(1), '按商品名汇总标志'),
  one('msgCount', integer(9), '报文总数'),
  one('msgSeqNo', integer(9), '报文序号'),
  maybe('note', upTo(1000), '备注'),
];

/** 汇总申请单数据 */
const SUMMARY_APPLY: Layout = [
  one('SummaryApplyHead', SUMMARY_APPLY_HEAD, '汇总申请单表头'),
  any('SummaryApplyList', UNBOUNDED, SUMMARY_APPLY_LIST, '汇总申请单数据表体'),
];

/** 汇总申请单回执 */
const SUMMARY_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('copNo', upTo(30), '企业内部编号'),
  one('preNo', exactly(18), '预录入编号'),
  maybe('sumNo', exactly(18), '汇总申请编号'),
  one('msgSeqNo', integer(9), '报文序号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', upTo(1000), '回执信息'),
];

/** 汇总结果单表体 */
const SUMMARY_RESULT_LIST: Layout = [
  one('invtNo', upTo(20), '清单编号'),
  one('logisticsNo', upTo(32), '物流运单编号'),
  one('gseqno', integer(5), '汇总结果单的顺序号'),
  one('gnum', integer(5), '序号'),
  one('gcode', exactly(10), '清单商品编码'),
];

/** 汇总结果单表头 */
const SUMMARY_RESULT_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('customsCode', exactly(4), '申报地海关代码'),
  one('sumNo', exactly(18), '汇总申请编号'),
  one('opDate', exactly(17), '汇总处理时间'),
  one('declSeqNo', exactly(18), '汇总统一编号'),
  maybe('decTmpNo', exactly(18), '报关单暂存编号'),
  maybe('decPreNo', exactly(18), '报关单预录入编号'),
  maybe('entryId', exactly(18), '报关单编号'),
  one('decState', between(1, 3), '报关单状态'),
  one('agentCode', upTo(18), '申报企业代码'),
  one('agentName', upTo(100), '申报企业名称'),
  one('ebcCode', upTo(18), '收发货人代码'),
  one('ebcName', upTo(100), '收发货人名称'),
  one('declAgentCode', upTo(18), '报关单位代码'),
  one('declAgentName', upTo(100), '报关单位名称'),
  one('grossWeight', decimal(19, 5), '毛重'),
  one('netWeight', decimal(19, 5), '净重'),
  one('msgCount', integer(9), '报文总数'),
  one('msgSeqNo', integer(9), '报文序号'),
  maybe('note', upTo(1000), '备注'),
];

/** 汇总结果单数据 */
const SUMMARY_RESULT: Layout = [
  one('SummaryResultHead', SUMMARY_RESULT_HEAD, '汇总结果单表头'),
  any('SummaryResultList', UNBOUNDED, SUMMARY_RESULT_LIST, '汇总结果单表体'),
];

/** Monthly summaries of released lists (清单总分单, 汇总申报). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const EXPORT_SUMMARIES: readonly Message[] = [
  message('CEB701Message', 'export', '汇总申请单数据', [
    many('SummaryApply', 100, SUMMARY_APPLY, '汇总申请单数据'),
    ...SIGNED_THEN_EXTENDED,
  ]),
  message('CEB702Message', 'export', '汇总申请单回执', [many('SummaryReturn', 100, SUMMARY_RETURN, '汇总申请单回执')]),
  message('CEB792Message', 'export', '汇总结果单数据', [many('SummaryResult', 100, SUMMARY_RESULT, '汇总结果单数据')]),
];
