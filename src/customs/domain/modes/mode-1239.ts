import { BONDED_IMPORT_STEPS } from './bonded.js';
import { type SupervisionMode } from './mode.js';
import { RETAIL_IMPORT_DOCUMENTS, RETAIL_IMPORT_LIMITS, RETAIL_IMPORT_SOURCE } from './retail-import.js';

/** 保税跨境贸易电子商务A */
export const BONDED_A_MODE: SupervisionMode = {
  code: '1239',
  name: { en: 'Cross-border e-commerce, bonded, A', zh: '保税跨境贸易电子商务A' },
  sources: ['海关总署公告2016年第75号 (增列监管方式代码1239)', RETAIL_IMPORT_SOURCE],
  trades: [
    {
      direction: 'import',
      who: {
        en: 'Sellers abroad with a domestic agent, out of a bonded area outside the pilot cities; first imports keep their licences',
        zh: '委托境内代理人的跨境电商企业，经试点城市以外的特殊区域；首次进口仍须许可',
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
        'outside_pilot_cities',
        'positive_list',
        'limits',
      ],
      refund: null,
    },
  ],
};
