import { error, warning, type FormRule } from './form-rule.js';
import { CREDIT_CODE, CUSTOMS_LAW } from './sources.js';

/** Of the companies and who declares for them. */
export const PARTY_RULES = {
  uscc_format: error(
    '/{party}/uscc',
    { en: 'A unified social credit code has 18 characters', zh: '统一社会信用代码为18位' },
    { en: 'Copy it from the business licence', zh: '请按营业执照填写' },
    CREDIT_CODE,
  ),
  uscc_checksum: warning(
    '/{party}/uscc',
    { en: 'The credit code fails its check', zh: '统一社会信用代码校验位不符' },
    {
      en: 'Compare it with the licence; some codes of the early pilot fail and are right',
      zh: '请核对营业执照；部分试点期代码校验不符但有效',
    },
    CREDIT_CODE,
  ),
  customs_code_format: error(
    '/{party}/customsCode',
    { en: 'A customs registration has 10 characters', zh: '海关注册编码为10位' },
    {
      en: 'Five digits, then five digits or capitals, as on the filing certificate',
      zh: '前5位数字，后5位数字或大写字母',
    },
  ),
  name_required: error(
    '/{party}/name, /consignee/name',
    { en: 'A name is missing', zh: '缺少名称' },
    { en: 'Give the registered name', zh: '请填写登记名称' },
  ),
  contract_number_required: error(
    '/contractNumber',
    { en: 'The contract number is missing', zh: '缺少合同协议号' },
    { en: 'Give the number of the sales contract', zh: '请填写合同（协议）编号' },
  ),
  goods_place_required: error(
    '/goodsPlace',
    { en: 'The place of the goods is missing', zh: '缺少货物存放地点' },
    { en: 'Give goodsPlace: where customs can find the goods', zh: '请填写goodsPlace（货物存放地点）' },
  ),
  broker_mandate_missing: error(
    '/declarant',
    { en: 'The exporter has entrusted no customs broker (代理报关委托)', zh: '出口方未委托报关企业' },
    {
      en: 'Offer a mandate by POST /v1/customs/broker-mandates and have it accepted, then submit',
      zh: '请发起委托（POST /v1/customs/broker-mandates）并由对方确认后再申报',
    },
    CUSTOMS_LAW,
  ),
  broker_mandate_ended: error(
    '/declarant',
    { en: "The broker's mandate has ended", zh: '代理报关委托已终止' },
    {
      en: 'Offer a new one by POST /v1/customs/broker-mandates and have it accepted, then submit',
      zh: '请重新发起委托（POST /v1/customs/broker-mandates）并由对方确认后再申报',
    },
    CUSTOMS_LAW,
  ),
  broker_mandate_not_begun: error(
    '/declarant',
    { en: "The broker's mandate has not begun", zh: '代理报关委托尚未生效' },
    {
      en: 'Submit from its first day on, or offer another one by POST /v1/customs/broker-mandates',
      zh: '请自生效日起申报，或另行发起委托（POST /v1/customs/broker-mandates）',
    },
    CUSTOMS_LAW,
  ),
  broker_mandate_office: error(
    '/declarationOffice',
    { en: "The broker's mandate is for other customs offices", zh: '代理报关委托不含该关区' },
    {
      en: 'Offer one with this office in customsOffices by POST /v1/customs/broker-mandates, or declare elsewhere',
      zh: '请发起 customsOffices 含该关区的委托（POST /v1/customs/broker-mandates），或更换申报地海关',
    },
    CUSTOMS_LAW,
  ),
  broker_mandate_mode: error(
    '/supervisionMode',
    { en: "The broker's mandate is for other supervision modes", zh: '代理报关委托不含该监管方式' },
    {
      en: 'Offer one with this mode in supervisionModes by POST /v1/customs/broker-mandates',
      zh: '请发起 supervisionModes 含该监管方式的委托（POST /v1/customs/broker-mandates）',
    },
    CUSTOMS_LAW,
  ),
} as const satisfies Record<string, FormRule>;
