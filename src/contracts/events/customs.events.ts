import { DECLARED_EXPORT, ENTRY_NUMBER, EXPORT_DATE, PART } from './declared-export.js';
import { day, event, instant, integer, list, text, type ValueOf } from './shape.js';

/** Of an export, or of an import, which is of no order. */
const DECLARATION = ['declaration', 'importDeclaration'] as const;

const ATTEMPT = integer(1, 'Counts the submissions from 1');
const REASON = text('The gross weight differs from the manifest');

/** What is asked of customs. */
const REQUEST = {
  requestId: text('dcr_01m86mfg92esn8mhffhbvgn20z'),
  kind: text('withdrawal', 'withdrawal, exit_cancellation, amendment, supplement or tax_refund'),
} as const;

/** Who entrusts whom, and for how long. */
const BROKER_MANDATE = {
  sellerId: text('pty_01m86mfg92esn8mhffhbvgn20z'),
  sellerName: text('宁波示例进出口有限公司'),
  brokerName: text('宁波示例报关有限公司'),
  agreementNumber: text('310120260000000001', 'Number of the mandate (委托书编号)'),
  validFrom: day('2026-12-01'),
  validTo: day('2027-11-30', 'The last day'),
} as const;
export type BrokerMandateNews = ValueOf<typeof BROKER_MANDATE>;

const MANDATE_REASON = { reason: text('We change to another broker', 'In the words of who said it') } as const;

export const CUSTOMS_EVENTS = {
  'customs.declaration.drafted': event(
    DECLARATION,
    'drawn up from the order, or entered as an import; `attempt`',
    '已根据订单生成报关单，或已录入进口报关单；`attempt`',
    {
      attempt: ATTEMPT,
      part: PART,
    },
  ),
  'customs.declaration.blocked': event(
    DECLARATION,
    'findings stop it from leaving; `faults` counts them',
    '校验发现问题，暂不能申报；`faults` 为问题数量',
    { faults: integer(2, 'How many; the resource lists them') },
  ),
  'customs.declaration.submitted': event(DECLARATION, 'sent to customs', '已向海关申报', { attempt: ATTEMPT }),
  'customs.declaration.accepted': event(
    DECLARATION,
    'customs gave its 18-digit number',
    '海关已接受申报并给出 18 位编号',
    {
      entryNumber: ENTRY_NUMBER,
    },
  ),
  'customs.declaration.inspection_ordered': event(DECLARATION, 'the goods are inspected', '海关布控查验', {
    entryNumber: ENTRY_NUMBER,
  }),
  'customs.declaration.rejected': event(
    DECLARATION,
    'sent back (退单), with the reason; mend it and resubmit',
    '退单，附原因；修改后可重新申报',
    { attempt: ATTEMPT, reason: REASON },
  ),
  'customs.declaration.released': event(DECLARATION, 'the goods may leave, or come in (放行)', '放行', {
    entryNumber: ENTRY_NUMBER,
  }),
  'customs.declaration.departed': event(
    DECLARATION,
    'the goods have left; `exportDate` starts the tax clocks',
    '货物已离境；`exportDate` 起算退税期限',
    { entryNumber: ENTRY_NUMBER, exportDate: EXPORT_DATE },
  ),
  'customs.declaration.cleared': event(
    DECLARATION,
    'closed (结关); number, date, FOB value and items',
    '结关；含编号、日期、FOB 金额与商品项',
    DECLARED_EXPORT,
  ),
  'customs.declaration.cancelled': event(DECLARATION, 'given up', '已撤销', { reason: REASON, part: PART }),
  'customs.declaration.change_requested': event(
    DECLARATION,
    'customs is asked to withdraw it, to let the goods stay, or to amend it, or is answered',
    '已向海关申请撤单、退关、改单或提交补充申报',
    { ...REQUEST, reason: REASON },
  ),
  'customs.declaration.change_refused': event(
    DECLARATION,
    'customs refused what was asked of it, with the reason; the declaration goes on',
    '海关未同意申请及原因；报关单继续办理',
    { ...REQUEST, reason: REASON },
  ),
  'customs.declaration.withdrawn': event(
    DECLARATION,
    'withdrawn (撤单) on request; nothing is to be built on its number, and it may be declared anew',
    '已撤单；原编号作废，可重新申报',
    { entryNumber: ENTRY_NUMBER, reason: REASON, part: PART },
  ),
  'customs.declaration.exit_cancelled': event(
    DECLARATION,
    'released, but the goods do not leave (退关); nothing is to be built on its number',
    '已退关，货物不再出口；原编号作废',
    { entryNumber: ENTRY_NUMBER, reason: REASON, part: PART },
  ),
  'customs.declaration.amended': event(
    DECLARATION,
    'customs amended it (改单) on request; `fields` names the elements of the message',
    '海关已改单；`fields` 为报文字段名',
    {
      requestId: REQUEST.requestId,
      entryNumber: ENTRY_NUMBER,
      fields: list(text('GrossWet', 'Name of the element')),
    },
  ),
  'customs.declaration.supplement_asked': event(
    DECLARATION,
    'customs asks for a supplementary declaration (补充申报), with its question',
    '海关要求补充申报',
    { entryNumber: ENTRY_NUMBER, question: text('请补充申报：价格') },
  ),
  'customs.declaration.supplement_answered': event(
    DECLARATION,
    'the supplementary declaration was taken',
    '补充申报已提交',
    { requestId: REQUEST.requestId, entryNumber: ENTRY_NUMBER },
  ),
  'customs.declaration.inspection_appointed': event(
    DECLARATION,
    'when and where the goods are inspected',
    '已约定查验时间和地点',
    { at: instant('2026-12-03T01:30:00.000Z'), place: text('宁波北仑海关查验场站') },
  ),
  'customs.declaration.inspection_reported': event(
    DECLARATION,
    'what the inspection found; `evidence` counts what proves it',
    '查验结果；`evidence` 为凭据数量',
    { outcome: text('conforms', 'conforms, differs or sampled'), evidence: integer(1) },
  ),
  'customs.declaration.overdue': event(
    DECLARATION,
    'no answer by `expectedBy`; customs is being asked',
    '海关逾 `expectedBy` 未答复，正在查询',
    { state: text('submitted'), expectedBy: instant('2026-11-25T08:00:00.000Z') },
  ),
  'customs.broker_mandate.offered': event(
    ['brokerMandate'],
    'an exporter offers a customs broker its mandate ([代理报关委托](customs.md#brokers-mandates))',
    '出口方向报关企业发起代理报关委托',
    BROKER_MANDATE,
  ),
  'customs.broker_mandate.accepted': event(
    ['brokerMandate'],
    'the broker may declare for the exporter, from `validFrom` to `validTo`',
    '报关企业已确认，自 `validFrom` 至 `validTo` 可代理申报',
    BROKER_MANDATE,
  ),
  'customs.broker_mandate.refused': event(
    ['brokerMandate'],
    'the broker will not, with the reason',
    '报关企业拒绝委托及原因',
    {
      ...BROKER_MANDATE,
      ...MANDATE_REASON,
    },
  ),
  'customs.broker_mandate.revoked': event(
    ['brokerMandate'],
    'ended before its time, with the reason; what is with customs goes on',
    '委托提前撤销及原因；已向海关申报的继续办理',
    { ...BROKER_MANDATE, ...MANDATE_REASON },
  ),
  'customs.broker_mandate.expired': event(
    ['brokerMandate'],
    'its last day is over; what is with customs goes on',
    '委托已到期；已向海关申报的继续办理',
    BROKER_MANDATE,
  ),
} as const;
