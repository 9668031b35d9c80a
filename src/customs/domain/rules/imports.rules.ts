import { error, warning, type FormRule } from './form-rule.js';
import { CODE_TABLES, CUSTOMS_VALUE, SUPERVISION } from './sources.js';

const OF_TABLE = {
  en: 'Compare it with the official table; if it is newer than the one imported, ask the operator to import that',
  zh: '请核对官方代码表；若代码晚于已导入的表，请运营方导入新表',
};

/** Of what only an import says, or says in other places than an export. Where a breach is, is in the words of an import. */
export const IMPORT_RULES = {
  destination_district_format: error(
    '/items/{i}/destinationDistrict',
    { en: 'A destination district has five digits', zh: '境内目的地代码为5位数字' },
    { en: 'Give the district where the goods are used, such as 33029', zh: '请填写境内目的地代码，如33029' },
    CODE_TABLES,
  ),
  destination_district_unknown: error(
    '/items/{i}/destinationDistrict',
    { en: 'There is no such destination district', zh: '国内地区代码表中无此境内目的地代码' },
    OF_TABLE,
    CODE_TABLES,
  ),
  departure_port_unknown: error(
    '/portOfLoading',
    { en: 'The port of departure is of no country', zh: '启运港未知' },
    { en: 'Give portOfLoading as a UN/LOCODE, such as DEHAM', zh: '请填写portOfLoading（UN/LOCODE），如DEHAM' },
  ),
  departure_port_of_other_country: warning(
    '/portOfLoading',
    {
      en: 'The port of departure lies in another country than the goods come from',
      zh: '启运港与启运国（地区）不一致',
    },
    {
      en: 'Check the country; it may be so where goods came overland to the first port',
      zh: '请核对启运国（地区）；内陆国家经他国海港装运的除外',
    },
  ),
  port_abroad_not_on_record: warning(
    '/portOfLoading, /transitPortCode',
    { en: 'There is no such port abroad', zh: '港口代码表中无此启运港或经停港' },
    OF_TABLE,
    CODE_TABLES,
  ),
  entry_port_unknown: error(
    '/entryPortCode, /portOfDischarge',
    { en: 'The port of entry has no customs code here', zh: '入境口岸代码未知' },
    { en: 'Give entryPortCode, six digits of the domestic port table', zh: '请填写entryPortCode（6位国内口岸编码）' },
    CODE_TABLES,
  ),
  entry_port_not_on_record: error(
    '/entryPortCode, /portOfDischarge',
    { en: 'There is no such port of entry', zh: '国内口岸代码表中无此入境口岸' },
    OF_TABLE,
    CODE_TABLES,
  ),
  entry_office_of_other_district: warning(
    '/entryOffice',
    { en: 'Port and office of entry are of different customs districts', zh: '入境口岸与进境关别不属同一关区' },
    { en: 'Give the office at the port that the goods enter by', zh: '请填写货物实际进境口岸的关别' },
  ),
  discharge_port_abroad: warning(
    '/portOfDischarge',
    { en: 'The port of discharge is not in China', zh: '卸货港不在中国境内' },
    { en: 'Give the port that the goods enter China by', zh: '请填写货物进境的国内口岸' },
  ),
  import_freight_required: error(
    '/freightCharge',
    { en: 'The price leaves out the freight, which must be declared', zh: '成交方式不含运费，须填报运费' },
    { en: 'Give freightCharge: up to unloading in China', zh: '请填写freightCharge（至境内输入地点起卸前的运费）' },
    CUSTOMS_VALUE,
  ),
  import_charge_in_price: warning(
    '/freightCharge, /insuranceCharge',
    { en: 'The price includes this charge', zh: '成交方式已含该费用' },
    {
      en: 'It is neither declared nor added again; take it away, or check the term',
      zh: '该成交方式下不填报，也不重复计入完税价格，请删除或核对成交方式',
    },
    CUSTOMS_VALUE,
  ),
  exchange_rate_missing: warning(
    '/exchangeRate',
    { en: 'Without the exchange rate the taxes cannot be told', zh: '缺少计征汇率，无法测算税款' },
    {
      en: 'Give exchangeRate: CNY per 1, as customs uses it in the month',
      zh: '请填写exchangeRate（海关当月计征汇率）',
    },
    CUSTOMS_VALUE,
  ),
  import_prohibited: error(
    '/items/{i}/hsCode',
    { en: 'Goods of this code may not be imported', zh: '该商品禁止进口' },
    { en: 'Check the classification; there is no licence for it', zh: '请核对归类；禁止进口商品无证可办' },
    SUPERVISION,
  ),
} as const satisfies Record<string, FormRule>;
