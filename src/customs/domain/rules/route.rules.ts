import { error, warning, type FormRule } from './form-rule.js';
import { AIR_WAYBILL, CODE_TABLES, ISO_6346, MESSAGE_FORMAT } from './sources.js';

/** Of ports, transport and containers. */
export const ROUTE_RULES = {
  customs_office_format: error(
    '/declarationOffice, /exitOffice',
    { en: 'A customs office has four digits', zh: '海关关区代码为4位数字' },
    { en: 'Give the code of the customs office table, such as 3104', zh: '请填写关区代码，如3104' },
    MESSAGE_FORMAT,
  ),
  country_unknown: error(
    '/destinationCountry, /consignee/country, /items/{i}/originCountry',
    { en: 'There is no such country', zh: '国别（地区）代码不存在' },
    { en: 'Give an ISO 3166-1 alpha-2 code', zh: '请填写ISO 3166-1二位字母代码' },
  ),
  port_unknown: warning(
    '/portOfDischarge',
    { en: 'Our table has no such port; the country is declared', zh: '港口不在本系统代码表内，按国家填报' },
    { en: 'Give destinationPortCode from the official port table', zh: '请填写destinationPortCode（港口代码）' },
  ),
  destination_port_format: error(
    '/destinationPortCode, /portOfDischarge',
    { en: 'A destination port is three letters and three digits', zh: '指运港代码为3位字母加3位数字' },
    { en: 'Give a code such as DEU063', zh: '请填写港口代码，如DEU063' },
    CODE_TABLES,
  ),
  exit_port_unknown: error(
    '/exitPortCode, /portOfLoading',
    { en: 'The port of exit has no customs code here', zh: '离境口岸代码未知' },
    { en: 'Give exitPortCode, six digits of the domestic port table', zh: '请填写exitPortCode（6位国内口岸编码）' },
    CODE_TABLES,
  ),
  transport_required: error(
    '/transport/{field}',
    { en: 'Transport is not known yet', zh: '缺少运输信息' },
    { en: 'Give vesselName, voyageNumber and billNumber', zh: '请填写运输工具名称、航次号和提运单号' },
  ),
  container_number: error(
    '/containers/{i}/number',
    { en: 'The container number is wrong', zh: '集装箱号错误' },
    { en: 'Four letters and seven digits with their check digit (ISO 6346)', zh: '请按ISO 6346填写（含校验位）' },
    ISO_6346,
  ),
  containers_missing: warning(
    '/containers',
    { en: 'No container numbers', zh: '未填报集装箱号' },
    { en: 'Give containers when the carrier has told them', zh: '获知箱号后请填写containers' },
  ),
  exit_office_of_other_district: warning(
    '/exitOffice',
    { en: 'Port and office of exit are of different customs districts', zh: '离境口岸与出境关别不属同一关区' },
    { en: 'Give the office at the port that the goods leave by', zh: '请填写货物实际离境口岸的关别' },
  ),
  destination_port_of_other_country: warning(
    '/destinationPortCode, /portOfDischarge',
    {
      en: 'The port of destination lies in another country than the one of arrival',
      zh: '指运港与运抵国（地区）不一致',
    },
    { en: 'Give the last port of the journey, or check the country', zh: '请填写最终目的港，或核对运抵国（地区）' },
  ),
  loading_port_abroad: warning(
    '/portOfLoading',
    { en: 'The port of loading is not in China', zh: '装货港不在中国境内' },
    { en: 'Give the port that the goods leave China by', zh: '请填写货物离境的国内口岸' },
  ),
  air_waybill_number: warning(
    '/transport/billNumber',
    { en: 'The air waybill number fails its check', zh: '航空运单号校验不符' },
    { en: 'Three digits of the carrier, then eight with their check digit', zh: '前3位为承运人代号，后8位含校验位' },
    AIR_WAYBILL,
  ),
  container_check_digit: warning(
    '/containers/{i}/number',
    { en: 'The container number fails its check', zh: '集装箱号校验位不符' },
    { en: 'Compare it with the container; the carrier may have misread one sign', zh: '请核对箱体；可能抄错一位' },
    ISO_6346,
  ),
  container_twice: error(
    '/containers/{i}/number',
    { en: 'A container is named twice', zh: '集装箱号重复' },
    { en: 'Name each container once', zh: '每个集装箱只填报一次' },
  ),
  container_size_unknown: warning(
    '/containers/{i}/sizeType',
    { en: 'The kind of container is not known', zh: '集装箱规格未知' },
    {
      en: 'Give its size and type (ISO 6346), such as 22G1; without it, another box is declared',
      zh: '请填写箱型代码，如22G1；未填按其他标准箱申报',
    },
    ISO_6346,
  ),
} as const satisfies Record<string, FormRule>;
