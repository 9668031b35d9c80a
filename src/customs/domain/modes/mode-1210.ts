import { BONDED_IMPORT_STEPS } from './bonded.js';
import { step, type SupervisionMode } from './mode.js';
import { RETAIL_IMPORT_DOCUMENTS, RETAIL_IMPORT_LIMITS, RETAIL_IMPORT_SOURCE } from './retail-import.js';

/** 保税跨境贸易电子商务 */
export const BONDED_MODE: SupervisionMode = {
  code: '1210',
  name: { en: 'Cross-border e-commerce, bonded', zh: '保税跨境贸易电子商务' },
  sources: ['海关总署公告2014年第57号 (增列监管方式代码1210)', RETAIL_IMPORT_SOURCE],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Sellers whose goods leave a bonded area for consumers abroad, through an enterprise of the area',
        zh: '商品自特殊区域发往境外消费者的电商企业，经区内企业办理',
      },
      channels: ['list'],
      documents: [
        { en: 'Order (303), receipt of money (403), waybill (505)', zh: '订单、收款单、运单信息' },
        { en: 'Account book (emsNo) and enterprise of the area', zh: '账册号、区内企业' },
      ],
      steps: [
        step(
          'declarant',
          'Brings the goods into the bonded area: the export is declared there',
          '货物入区，办理出口报关',
        ),
        step('platform', 'Sends the order', '传输电子订单', '303', '304'),
        step('payer', 'Sends the receipt of the money', '传输收款单', '403', '404'),
        step('carrier', 'Sends the waybill', '传输物流运单', '505', '506'),
        step('declarant', 'Files the list with the account book', '申报清单（账册）', '603', '604'),
        step('carrier', 'Reports departure', '离境', '509', '510'),
      ],
      limits: [],
      conditions: ['direction', 'registered', 'consumer', 'marketplace', 'bonded_area'],
      refund: {
        possible: 'conditional',
        under: { en: 'As the goods enter the area (入区即退)', zh: '货物入区即可退税（入区即退）' },
        source: '国家税务总局公告2026年第5号',
      },
    },
    {
      direction: 'import',
      who: {
        en: 'Sellers abroad with a domestic agent, out of a bonded area of a pilot city of retail import',
        zh: '委托境内代理人的跨境电商企业，经零售进口试点城市的特殊区域',
      },
      channels: ['list'],
      documents: RETAIL_IMPORT_DOCUMENTS,
      steps: BONDED_IMPORT_STEPS,
      limits: RETAIL_IMPORT_LIMITS,
      conditions: [
        'direction',
        'registered',
        'consumer',
        'marketplace',
        'bonded_area',
        'pilot_city',
        'positive_list',
        'limits',
      ],
      refund: null,
    },
  ],
};
