import {
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
  text,
  UNBOUNDED,
  upTo,
} from '../layout.js';
import { EXTENDED_AND_SIGNED } from './envelope.js';

/** 入库明细单表头 */
const DELIVERY_HEAD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('appType', exactly(1), '报送类型'),
  one('appTime', exactly(14), '报送时间'),
  one('appStatus', between(1, 3), '报送状态'),
  one('customsCode', exactly(4), '申报地海关代码'),
  maybe('copNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  maybe('rkdNo', upTo(18), '入库单编号'),
  one('operatorCode', between(1, 18), '监管场所经营人代码'),
  one('operatorName', between(1, 100), '监管场所经营人名称'),
  one('ieFlag', exactly(1), '进出口标记'),
  one('trafMode', exactly(1), '运输方式代码'),
  one('trafNo', between(1, 100), '运输工具编号'),
  one('voyageNo', between(1, 32), '航班航次号'),
  one('billNo', between(1, 37), '提运单号'),
  one('logisticsCode', between(1, 18), '物流企业代码'),
  one('logisticsName', between(1, 100), '物流企业名称'),
  maybe('unloadLocation', upTo(100), '货物卸货的仓储存放位置'),
  maybe('note', upTo(1000), '备注'),
];

/** 入库明细单表体 */
const DELIVERY_LIST: Layout = [
  one('gnum', integer(), '序号'),
  one('logisticsNo', between(1, 60), '物流运单编号'),
  maybe('note', upTo(1000), '备注'),
];

/** 入库明细单回执 */
const DELIVERY_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  maybe('customsCode', exactly(4), '申报地海关代码'),
  maybe('operatorCode', between(1, 18), '监管场所经营人代码'),
  maybe('copNo', upTo(20), '企业内部编号'),
  maybe('preNo', upTo(18), '预录入编号'),
  maybe('rkdNo', upTo(18), '入库单编号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnTime', exactly(17), '回执时间'),
  one('returnInfo', between(1, 1000), '回执信息'),
];

/** 电子税单表头 */
const TAX_HEAD_RD: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('returnTime', exactly(17), '回执时间'),
  one('invtNo', between(1, 18), '清单编号'),
  one('taxNo', between(1, 50), '电子税单编号'),
  one('customsTax', decimal(19, 5), '应征关税'),
  one('valueAddedTax', decimal(19, 5), '应征增值税'),
  one('consumptionTax', decimal(19, 5), '应征消费税'),
  one('status', exactly(1), '税单状态'),
  maybe('entDutyNo', upTo(50), '缴款书编号'),
  maybe('note', upTo(1000), '备注'),
  maybe('assureCode', upTo(64), '担保企业编号'),
  maybe('ebcCode', upTo(64), '电商企业代码'),
  maybe('logisticsCode', upTo(64), '物流企业代码'),
  maybe('agentCode', between(1, 18), '申报企业代码'),
  maybe('customsCode', exactly(4), '申报地海关代码'),
];

/** 电子税单表体 */
const TAX_LIST_RD: Layout = [
  one('gnum', integer(), '序号'),
  one('gcode', exactly(10), '商品编码'),
  one('taxPrice', decimal(19, 5), '完税总价格'),
  one('customsTax', decimal(19, 5), '应征关税'),
  one('valueAddedTax', decimal(19, 5), '应征增值税'),
  one('consumptionTax', decimal(19, 5), '应征消费税'),
];

/** 电子税单状态表头 */
const TAX_HEAD_STATUS: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('returnTime', exactly(17), '回执时间'),
  one('invtNo', between(1, 18), '清单编号'),
  one('taxNo', between(1, 50), '电子税单编号'),
  one('status', exactly(1), '税单状态'),
  maybe('entDutyNo', upTo(50), '缴款书编号'),
  maybe('assureCode', upTo(64), '担保企业编号'),
];

/** 报文格式校验回执 */
const MESSAGE_RETURN: Layout = [
  one('guid', exactly(36), '系统唯一序号'),
  one('returnStatus', between(1, 10), '回执状态'),
  one('returnInfo', upTo(5000), '回执信息'),
  one('returnTime', exactly(17), '回执时间'),
  one('oriCopMsgId', upTo(255), '原始传输报文的copMsgId'),
  one('oriMessageType', upTo(15), '原始报文的报文类型'),
  one('oriBizMessage', text(), '原始报文内容'),
];

/** What enters a bonded place, tax bills, and refusals by form (入库明细单, 电子税单, 格式校验回执). Source: CEB interface specification of GACC (海关跨境电商统一版系统企业对接报文规范), version 2022-05. */
export const IMPORT_ENTRIES: readonly Message[] = [
  message('CEB711Message', 'import', '入库明细单数据', [
    one(
      'Delivery',
      [
        one('DeliveryHead', DELIVERY_HEAD, '入库明细单表头'),
        many('DeliveryList', UNBOUNDED, DELIVERY_LIST, '入库明细单表体'),
      ],
      '入库明细单',
    ),
    ...EXTENDED_AND_SIGNED,
  ]),
  message('CEB712Message', 'import', '入库明细单回执', [
    many('DeliveryReturn', 100, DELIVERY_RETURN, '入库明细单回执'),
  ]),
  message('CEB816Message', 'import', '电子税单数据', [
    many(
      'Tax',
      UNBOUNDED,
      [one('TaxHeadRd', TAX_HEAD_RD, '电子税单表头'), many('TaxListRd', 99, TAX_LIST_RD, '电子税单表体')],
      '电子税单',
    ),
  ]),
  message('CEB818Message', 'import', '电子税单状态', [
    many('Tax', UNBOUNDED, [one('TaxHeadStatus', TAX_HEAD_STATUS, '电子税单状态表头')], '电子税单状态'),
  ]),
  message('CEB900Message', 'import', '报文格式校验回执', [one('MessageReturn', MESSAGE_RETURN, '报文格式校验回执')]),
];
