import { BUSINESS_EXPORT_SOURCE, businessExportSteps } from './business-export.js';
import { type SupervisionMode } from './mode.js';

/** 跨境电子商务企业对企业直接出口 */
export const BUSINESS_DIRECT_MODE: SupervisionMode = {
  code: '9710',
  name: { en: 'Cross-border e-commerce, direct to businesses', zh: '跨境电子商务企业对企业直接出口' },
  sources: [BUSINESS_EXPORT_SOURCE],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Registered enterprises that trade with companies abroad on an e-commerce platform',
        zh: '在跨境电商平台与境外企业达成交易的已备案企业',
      },
      channels: ['declaration', 'list'],
      documents: [
        { en: 'The order of the platform (303)', zh: '平台订单信息' },
        { en: 'For a declaration what general trade asks for', zh: '报关单渠道：同一般贸易' },
      ],
      steps: businessExportSteps({ en: 'Sends the order of the platform', zh: '传输平台订单' }),
      limits: [],
      conditions: ['direction', 'registered', 'company', 'marketplace'],
      refund: {
        possible: 'conditional',
        under: { en: 'As of general trade, for what was declared by declaration', zh: '报关单渠道申报的，同一般贸易' },
        source: '国家税务总局公告2026年第5号',
      },
    },
  ],
};
