import { type Guidance } from '../../kernel/domain-error.js';
import { type Bilingual, type Said } from '../../kernel/sentence.js';

export type Severity = 'error' | 'warning';

/** A rule of the form: what it demands, how to mend a breach, and where it stands. */
export interface FormRule extends Guidance {
  readonly severity: Severity;
}

/** A breach of a rule. Errors keep the declaration from leaving; warnings do not. */
export interface Finding {
  /** JSON pointer into the declaration. */
  readonly pointer: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What was found, with the values. */
  readonly detail: Said;
}

const error = (title: Bilingual, fix: Bilingual): FormRule => ({ severity: 'error', title, fix });
const warning = (title: Bilingual, fix: Bilingual): FormRule => ({ severity: 'warning', title, fix });

/** Every rule that a declaration is held against. Source unless said: 报关单填制规范 (GACC 2018 No. 60, as amended). */
export const RULES = {
  too_many_items: error(
    { en: 'More than 50 items', zh: '商品项数超过50项' },
    { en: 'Split the order: one declaration takes 50 items', zh: '请拆分订单：一份报关单最多50项商品' },
  ),
  value_limit: error(
    { en: 'The value is above the limit of the supervision mode', zh: '货值超过该监管方式限额' },
    { en: 'Split the shipment, or sell it as general trade (0110)', zh: '请分单申报，或改按一般贸易（0110）' },
  ),
  value_limit_in_usd: warning(
    { en: 'The limit of the supervision mode is in another currency', zh: '该监管方式限额以其他币种计' },
    { en: 'See that it is kept at the rate of the day of declaration', zh: '请按申报日汇率核对是否超限' },
  ),
  no_items: error({ en: 'No items', zh: '没有商品' }, { en: 'Declare at least one item', zh: '至少填报一项商品' }),
  customs_office_format: error(
    { en: 'A customs office has four digits', zh: '海关关区代码为4位数字' },
    { en: 'Give the code of the customs office table, such as 3104', zh: '请填写关区代码，如3104' },
  ),
  uscc_format: error(
    { en: 'A unified social credit code has 18 characters', zh: '统一社会信用代码为18位' },
    { en: 'Copy it from the business licence', zh: '请按营业执照填写' },
  ),
  uscc_checksum: warning(
    { en: 'The credit code fails its check', zh: '统一社会信用代码校验位不符' },
    {
      en: 'Compare it with the licence; some codes of the early pilot fail and are right',
      zh: '请核对营业执照；部分试点期代码校验不符但有效',
    },
  ),
  customs_code_format: error(
    { en: 'A customs registration has 10 characters', zh: '海关注册编码为10位' },
    {
      en: 'Five digits, then five digits or capitals, as on the filing certificate',
      zh: '前5位数字，后5位数字或大写字母',
    },
  ),
  name_required: error(
    { en: 'A name is missing', zh: '缺少名称' },
    { en: 'Give the registered name', zh: '请填写登记名称' },
  ),
  hs_code_format: error(
    { en: 'An HS code has ten digits', zh: '商品编号为10位数字' },
    { en: 'Give the ten-digit code of the tariff in force', zh: '请填写现行税则的10位商品编号' },
  ),
  hs_chapter_unknown: error(
    { en: 'There is no such HS chapter', zh: '商品编号的章不存在' },
    { en: 'Chapters run from 01 to 97, without 77', zh: '章号为01至97（77除外）' },
  ),
  elements_required: error(
    { en: 'The declaration elements are missing', zh: '缺少申报要素' },
    { en: 'Join the elements of the HS code with | in their order', zh: '请按商品编号要求的顺序用“|”连接申报要素' },
  ),
  elements_incomplete: warning(
    { en: 'The declaration elements look incomplete', zh: '申报要素可能不完整' },
    {
      en: 'Brand type (0-4) and export preference (0-2) come first or after the name',
      zh: '请填写品牌类型（0-4）和出口享惠情况（0-2）',
    },
  ),
  goods_name_required: error(
    { en: 'The name of the goods is missing', zh: '缺少商品名称' },
    { en: 'Give the Chinese name as in the contract', zh: '请填写规范的中文商品名称' },
  ),
  unit_format: error(
    { en: 'A unit is a code of three digits', zh: '计量单位为3位数字代码' },
    { en: 'Give the code of the unit table, such as 035 for kilograms', zh: '请填写计量单位代码，如035（千克）' },
  ),
  unit_unknown: warning(
    { en: 'The unit is not in our table', zh: '计量单位不在本系统代码表内' },
    { en: 'Check it against the official table', zh: '请核对官方计量单位代码表' },
  ),
  quantity_required: error(
    { en: 'A quantity must be more than zero', zh: '数量必须大于零' },
    { en: 'Give the quantity in this unit, with at most five decimals', zh: '请填写该单位的数量，最多5位小数' },
  ),
  second_unit_incomplete: error(
    { en: 'Second quantity and second unit go together', zh: '第二数量与第二单位须同时填报' },
    { en: 'Give both, or neither where the HS code has one unit only', zh: '请同时填写或同时不填' },
  ),
  first_quantity_differs: warning(
    { en: 'First quantity in kilograms differs from the net weight', zh: '法定第一数量（千克）与净重不符' },
    { en: 'Give the net weight of the item', zh: '请按净重填报' },
  ),
  price_total_mismatch: error(
    { en: 'Price times quantity is not the total', zh: '单价乘数量与总价不符' },
    {
      en: 'They may differ by a cent, and half of the fourth decimal per unit',
      zh: '允许误差为0.01及单价第四位小数的一半乘数量',
    },
  ),
  price_required: error(
    { en: 'Price and total must be more than zero', zh: '单价和总价必须大于零' },
    { en: 'Give the price agreed; for free goods, their value', zh: '请填写成交价格；无成交价格的填报货值' },
  ),
  one_currency: error(
    { en: 'Items are in different currencies', zh: '商品币制不一致' },
    { en: 'A declaration has one currency', zh: '一份报关单只能使用一种币制' },
  ),
  currency_not_listed: error(
    { en: 'Customs does not take this currency', zh: '币制不在海关货币代码表内' },
    {
      en: 'Convert to a currency of the table at the rate of the day of declaration',
      zh: '请按申报日折算率折算成代码表列明的货币',
    },
  ),
  weight_required: error(
    { en: 'A weight must be more than zero', zh: '重量必须大于零' },
    {
      en: 'Below 1 kg it is declared with two decimals, 0.01 at least (since 2024-04-10)',
      zh: '不足1千克的按两位小数填报，至少0.01',
    },
  ),
  net_over_gross: error(
    { en: 'Net weight is more than gross weight', zh: '净重大于毛重' },
    { en: 'Gross weight includes the packing', zh: '毛重应包括包装材料重量' },
  ),
  packages_required: error(
    { en: 'The number of packages is missing', zh: '缺少件数' },
    { en: 'It is never zero; unpacked goods count 1', zh: '不得填报为零，裸装货物填报为1' },
  ),
  package_type_unknown: error(
    { en: 'There is no such package type', zh: '包装种类代码不存在' },
    { en: 'Give a code of the package table, such as 22 for cartons', zh: '请填写包装种类代码，如22（纸箱）' },
  ),
  district_format: error(
    { en: 'A source district has five digits', zh: '境内货源地代码为5位数字' },
    { en: 'Give the district where the goods were made, such as 33029', zh: '请填写境内货源地代码，如33029' },
  ),
  destination_district_format: error(
    { en: 'A destination district has five digits', zh: '境内目的地代码为5位数字' },
    { en: 'Give the district where the goods are used, such as 33029', zh: '请填写境内目的地代码，如33029' },
  ),
  country_unknown: error(
    { en: 'There is no such country', zh: '国别（地区）代码不存在' },
    { en: 'Give an ISO 3166-1 alpha-2 code', zh: '请填写ISO 3166-1二位字母代码' },
  ),
  port_unknown: warning(
    { en: 'Our table has no such port; the country is declared', zh: '港口不在本系统代码表内，按国家填报' },
    { en: 'Give destinationPortCode from the official port table', zh: '请填写destinationPortCode（港口代码）' },
  ),
  destination_port_format: error(
    { en: 'A destination port is three letters and three digits', zh: '指运港代码为3位字母加3位数字' },
    { en: 'Give a code such as DEU063', zh: '请填写港口代码，如DEU063' },
  ),
  exit_port_unknown: error(
    { en: 'The port of exit has no customs code here', zh: '离境口岸代码未知' },
    { en: 'Give exitPortCode, six digits of the domestic port table', zh: '请填写exitPortCode（6位国内口岸编码）' },
  ),
  departure_port_unknown: error(
    { en: 'The port of departure is of no country', zh: '启运港未知' },
    { en: 'Give portOfLoading as a UN/LOCODE, such as DEHAM', zh: '请填写portOfLoading（UN/LOCODE），如DEHAM' },
  ),
  entry_port_unknown: error(
    { en: 'The port of entry has no customs code here', zh: '入境口岸代码未知' },
    { en: 'Give entryPortCode, six digits of the domestic port table', zh: '请填写entryPortCode（6位国内口岸编码）' },
  ),
  import_freight_required: error(
    { en: 'The price leaves out the freight, which must be declared', zh: '成交方式不含运费，须填报运费' },
    { en: 'Give freightCharge: up to unloading in China', zh: '请填写freightCharge（至境内输入地点起卸前的运费）' },
  ),
  exchange_rate_missing: warning(
    { en: 'Without the exchange rate the taxes cannot be told', zh: '缺少计征汇率，无法测算税款' },
    {
      en: 'Give exchangeRate: CNY per 1, as customs uses it in the month',
      zh: '请填写exchangeRate（海关当月计征汇率）',
    },
  ),
  incoterm_unknown: error(
    { en: 'The Incoterm has no customs trade term', zh: '无对应的成交方式' },
    { en: 'Use an Incoterm of 2020', zh: '请使用2020年国际贸易术语' },
  ),
  freight_required: error(
    { en: 'The price includes freight, which must be declared', zh: '成交方式要求填报运费' },
    { en: 'Give freightCharge: from loading on', zh: '请填写freightCharge（装载后的运输费用）' },
  ),
  insurance_required: error(
    { en: 'The price includes insurance, which must be declared', zh: '成交方式要求填报保险费' },
    { en: 'Give insuranceCharge', zh: '请填写insuranceCharge' },
  ),
  charge_currency: error(
    { en: 'A charge is in another currency than the goods', zh: '运保费币制与成交币制不一致' },
    { en: 'State freight and insurance in the currency of the declaration', zh: '请用成交币制填报运费、保险费' },
  ),
  charges_exceed_value: error(
    { en: 'Freight and insurance are more than the goods', zh: '运费和保险费超过货值' },
    { en: 'Check charges and prices: nothing would be left of the FOB value', zh: '请核对运保费和货值' },
  ),
  contract_number_required: error(
    { en: 'The contract number is missing', zh: '缺少合同协议号' },
    { en: 'Give the number of the sales contract', zh: '请填写合同（协议）编号' },
  ),
  goods_place_required: error(
    { en: 'The place of the goods is missing', zh: '缺少货物存放地点' },
    { en: 'Give goodsPlace: where customs can find the goods', zh: '请填写goodsPlace（货物存放地点）' },
  ),
  transport_required: error(
    { en: 'Transport is not known yet', zh: '缺少运输信息' },
    { en: 'Give vesselName, voyageNumber and billNumber', zh: '请填写运输工具名称、航次号和提运单号' },
  ),
  container_number: error(
    { en: 'The container number is wrong', zh: '集装箱号错误' },
    { en: 'Four letters and seven digits with their check digit (ISO 6346)', zh: '请按ISO 6346填写（含校验位）' },
  ),
  containers_missing: warning(
    { en: 'No container numbers', zh: '未填报集装箱号' },
    { en: 'Give containers when the carrier has told them', zh: '获知箱号后请填写containers' },
  ),
  broker_mandate_missing: error(
    { en: 'The exporter has entrusted no customs broker (代理报关委托)', zh: '出口方未委托报关企业' },
    {
      en: 'Offer a mandate by POST /v1/customs/broker-mandates and have it accepted, then submit',
      zh: '请发起委托（POST /v1/customs/broker-mandates）并由对方确认后再申报',
    },
  ),
  broker_mandate_ended: error(
    { en: "The broker's mandate has ended", zh: '代理报关委托已终止' },
    {
      en: 'Offer a new one by POST /v1/customs/broker-mandates and have it accepted, then submit',
      zh: '请重新发起委托（POST /v1/customs/broker-mandates）并由对方确认后再申报',
    },
  ),
  broker_mandate_not_begun: error(
    { en: "The broker's mandate has not begun", zh: '代理报关委托尚未生效' },
    {
      en: 'Submit from its first day on, or offer another one by POST /v1/customs/broker-mandates',
      zh: '请自生效日起申报，或另行发起委托（POST /v1/customs/broker-mandates）',
    },
  ),
  broker_mandate_office: error(
    { en: "The broker's mandate is for other customs offices", zh: '代理报关委托不含该关区' },
    {
      en: 'Offer one with this office in customsOffices by POST /v1/customs/broker-mandates, or declare elsewhere',
      zh: '请发起 customsOffices 含该关区的委托（POST /v1/customs/broker-mandates），或更换申报地海关',
    },
  ),
  broker_mandate_mode: error(
    { en: "The broker's mandate is for other supervision modes", zh: '代理报关委托不含该监管方式' },
    {
      en: 'Offer one with this mode in supervisionModes by POST /v1/customs/broker-mandates',
      zh: '请发起 supervisionModes 含该监管方式的委托（POST /v1/customs/broker-mandates）',
    },
  ),
  order_filing_missing: error(
    { en: 'Customs does not have the order', zh: '海关尚无订单信息' },
    {
      en: 'Send it by POST /v1/customs/order-filings/{id}/submission; the declaration leaves when it is accepted',
      zh: '请传输订单信息（POST /v1/customs/order-filings/{id}/submission），海关接受后报关单自动申报',
    },
  ),
  order_filing_refused: error(
    { en: 'Customs refused the order', zh: '海关未接受订单信息' },
    {
      en: 'Correct it and send it again by POST /v1/customs/order-filings/{id}/submission',
      zh: '请更正后重新传输（POST /v1/customs/order-filings/{id}/submission）',
    },
  ),
  order_filing_awaited: warning(
    { en: 'Customs has not answered the order yet', zh: '海关尚未回执订单信息' },
    { en: 'Nothing to do: the declaration leaves when customs accepts it', zh: '无需处理，海关接受后报关单自动申报' },
  ),
  field_too_long: error(
    { en: 'A value does not fit its field of the message', zh: '内容超过报文字段长度' },
    { en: 'Shorten it', zh: '请缩短内容' },
  ),
} as const satisfies Record<string, FormRule>;
export type RuleId = keyof typeof RULES;

/** Notes breaches as they are found. */
export class Findings {
  readonly all: Finding[] = [];

  /** @returns holds, so that a check can stand on another */
  unless(holds: boolean, rule: RuleId, pointer: string, detail: Said): boolean {
    if (!holds) this.all.push({ pointer, rule, severity: RULES[rule].severity, detail });
    return holds;
  }
}

export function errorsAmong(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
