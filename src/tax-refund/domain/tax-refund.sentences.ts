import { sentences } from '../../kernel/sentence.js';

/** What this module says to people. */
export const SAY = sentences('TAX_REFUND', {
  period_format: { en: 'A period is YYYYMM', zh: '所属期格式为 YYYYMM' },
  approve_filing: {
    en: 'Claim {refund} for order {reference}, declaration {entryNumber}, paid to the account ending {ending}; attempt {attempt}',
    zh: '订单 {reference}（报关单 {entryNumber}）申报退税 {refund}，收款账号尾号 {ending}，第 {attempt} 次',
  },
  claimed_in_advance: {
    en: 'Not sold yet: claimed in advance (HWC-YT), to be settled by the sale abroad',
    zh: '尚未实现销售：按海外仓预退（HWC-YT）申报，销售后再核算',
  },
  no_such_claim: { en: 'There is no such claim', zh: '退税申报不存在' },
  no_such_case: { en: 'There is no refund case for this order', zh: '该订单没有退税事项' },
  last_day_was: { en: 'The last day for filing was {day}', zh: '申报截止日为 {day}' },
  never_filed: { en: 'No claim was ever filed as {reference}', zh: '从未以 {reference} 提交过申报' },
  no_such_invoice: { en: 'There is no such invoice', zh: '发票不存在' },
  order_lines: { en: 'The order has the lines {lines}', zh: '订单的行号为 {lines}' },
  invoice_in_use: { en: 'A claim stands on this invoice', zh: '该发票已用于退税申报' },
  invoice_recorded: { en: 'This invoice is recorded already', zh: '该发票已登记' },
  name_version: { en: 'The period is recorded: name its version', zh: '该所属期已登记，请指明其版本' },
  period_in_use: { en: 'Claims of {period} stand on its figures', zh: '{period} 的申报已使用该数据' },
  no_such_manufacturer: {
    en: 'There is no manufacturer with this id: only manufacturers claim by period',
    zh: '不存在该 id 的生产企业：仅生产企业按所属期申报',
  },
  refund_rate_range: { en: 'The refund rate must lie between zero and the VAT rate', zh: '退税率应在零与征税率之间' },
  refund_rate_above_zero: {
    en: 'The refund rate must be above zero, at most the VAT rate',
    zh: '退税率应大于零且不高于征税率',
  },
  code_and_number: {
    en: 'A number of 8 digits has a code; one of 20 digits (fully digital) has none',
    zh: '8 位发票号码须有发票代码；20 位（数电票）没有发票代码',
  },
  after_today: { en: 'The invoice is of a day after today, {today}', zh: '开票日期晚于今天 {today}' },
  sells_to_itself: { en: 'Nobody sells to themselves', zh: '购销双方不能为同一方' },
  is_agency: {
    en: 'An invoice marked {remark} is of the kind agency_refund',
    zh: '备注“{remark}”的发票种类应为 agency_refund',
  },
  agency_remark: { en: 'The remark of an agency invoice says {remark}', zh: '代办退税发票须备注“{remark}”' },
  vat_should_be: { en: 'VAT should be {vat}, one fen more or less', zh: '税额应为 {vat}，允许相差一分' },
  cny_not_converted: { en: 'An amount in CNY is not converted', zh: '人民币金额无需折算' },
  no_more_than_purchased: { en: 'No more can be exported than was purchased', zh: '出口数量不得超过采购数量' },
  message_unreadable: { en: 'A message from the tax bureau cannot be read: {why}', zh: '税务机关报文无法识别：{why}' },
  no_known_type: { en: 'it has no known type', zh: '类型未知' },
  it_says: { en: 'it says {kind}', zh: '内容为 {kind}' },
  it_lacks: { en: 'it lacks {name}', zh: '缺少 {name}' },
  names_no_claim: { en: 'it names no claim', zh: '未指明申报' },
  amount_none: { en: 'its amount is none', zh: '金额无效' },
  not_json: { en: 'it is not JSON', zh: '不是 JSON' },
  no_object: { en: 'it is no object', zh: '不是对象' },
  answer_unknown: { en: 'The tax bureau answered in an unknown form', zh: '税务机关应答格式无法识别' },
  not_let_in: { en: 'The tax bureau does not let us in', zh: '税务机关接口拒绝接入' },
  bureau_refused: { en: 'The tax bureau refused', zh: '税务机关拒绝' },
  mode_no_refund: { en: 'Supervision mode {mode} gets no refund', zh: '监管方式 {mode} 不予退税' },
  not_paid_in_full: { en: 'The buyer has not paid in full', zh: '买方尚未付清货款' },
  not_collected: { en: '{amount} was not collected', zh: '{amount} 未收汇' },
  no_rate_for: { en: 'No refund rate is known for HS {hsCode}', zh: '未找到商品编码 {hsCode} 的退税率' },
  no_refund_for: { en: 'HS {hsCode} has no refund', zh: '商品编码 {hsCode} 不退税' },
  none_refunded: { en: 'None of the goods has a refund', zh: '所有商品均不退税' },
  hs_codes_differ: {
    en: 'Invoiced as {invoiced}, declared as {declared}',
    zh: '发票编码 {invoiced}，报关单编码 {declared}',
  },
  units_differ: {
    en: 'Invoiced in unit {invoiced}, declared in {declared}',
    zh: '发票计量单位 {invoiced}，报关单计量单位 {declared}',
  },
  invoice_kind: { en: 'The invoice is of the kind {found}, not {expected}', zh: '发票种类为 {found}，应为 {expected}' },
  issued_by: { en: 'The invoice is issued by {found}, not {expected}', zh: '发票开具方为 {found}，应为 {expected}' },
  made_out_to: {
    en: 'The invoice is made out to {found}, not {expected}',
    zh: '发票购买方为 {found}，应为 {expected}',
  },
  stray_line: {
    en: 'Line {line} of the invoice (HS {hsCode}) belongs to no declared item',
    zh: '发票第 {line} 行（商品编码 {hsCode}）不属于任何报关单项',
  },
  share_claimed: {
    en: '{bought} bought, {exported} exported in unit {unit}: only the exported share is claimed',
    zh: '采购 {bought}，出口 {exported}（单位 {unit}）：仅就出口部分申报',
  },
  several_vat_rates: { en: 'Invoices with VAT rates {rates} for one item', zh: '同一项商品的发票税率不同：{rates}' },
  lower_rate_counts: {
    en: 'VAT rate {vatRate} is below the refund rate {refundRate}: the lower one counts (孰低)',
    zh: '征税率 {vatRate} 低于退税率 {refundRate}：按孰低原则计算',
  },
  names_differ: {
    en: 'Invoiced as {invoiced}, declared as {declared}',
    zh: '发票品名 {invoiced}，报关单品名 {declared}',
  },
  dates_apart: { en: 'Invoiced on {invoiced}, exported on {exported}', zh: '开票日期 {invoiced}，出口日期 {exported}' },
  agency_amount: {
    en: 'Invoiced for {amount}; FOB {fob} in CNY is {expected}',
    zh: '发票金额 {amount}；离岸价 {fob} 折合人民币 {expected}',
  },
  exchange_cost: {
    en: '{cost} CNY for 1 USD of export, usually {from} to {to}',
    zh: '换汇成本为 {cost}（人民币/美元），通常为 {from} 至 {to}',
  },
  not_cleared: { en: 'Customs has not cleared the export yet', zh: '报关单尚未结关' },
  partly_cleared: {
    en: 'Customs has cleared {cleared} of the {of} declarations of the order so far',
    zh: '该订单共 {of} 份报关单，已结关 {cleared} 份',
  },
  invoice_for_line: { en: 'Invoice for line {line} ({goods})', zh: '第 {line} 行（{goods}）的发票' },
  invoices_for_line: {
    en: 'Invoices for line {line} ({goods}): {found} of {quantity} in unit {unit}',
    zh: '第 {line} 行（{goods}）的发票：已有 {found}，共需 {quantity}（单位 {unit}）',
  },
  item_claimed: {
    en: 'Declared item {item} is in another claim, or was declared elsewhere',
    zh: '报关单项 {item} 已在其他申报中，或已在平台外申报',
  },
  no_refund_account: { en: 'The seller has no bank account for the refund', zh: '卖方没有退税收款账户' },
  no_such_period: { en: 'No figures of this period are recorded', zh: '该所属期未登记' },
  not_settled: {
    en: '{period} is not settled yet (it leaves {amount} so far): say what is carried in',
    zh: '{period} 尚未办结（目前留抵 {amount}）：请填写上期留抵税额',
  },
  period_plan_rate: {
    en: 'Share of duty-free material (bondedPlanRate) of the period {period}',
    zh: '所属期 {period} 的进料加工计划分配率（bondedPlanRate）',
  },
  period_figures: {
    en: 'VAT figures of the period {period} (PUT /v1/tax-refund/periods/{period})',
    zh: '所属期 {period} 的增值税数据（PUT /v1/tax-refund/periods/{period}）',
  },
  period_rate: { en: 'Exchange rate of {currency} in the period {period}', zh: '所属期 {period} 的 {currency} 汇率' },
});
