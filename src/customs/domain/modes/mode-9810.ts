import { BUSINESS_EXPORT_SOURCE, businessExportSteps } from './business-export.js';
import { type SupervisionMode } from './mode.js';

/** 跨境电子商务出口海外仓 */
export const OVERSEAS_WAREHOUSE_MODE: SupervisionMode = {
  code: '9810',
  name: { en: 'Cross-border e-commerce, to an overseas warehouse', zh: '跨境电子商务出口海外仓' },
  sources: [BUSINESS_EXPORT_SOURCE, '海关总署公告2024年第167号 (取消海外仓备案, 2024-12-15)'],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Registered enterprises that ship to a warehouse abroad and sell from it on an e-commerce platform; the warehouse is not filed any more',
        zh: '货物先出口至海外仓、再经平台销售的已备案企业；无需海外仓备案',
      },
      channels: ['declaration', 'list'],
      documents: [
        { en: 'The booking of the warehouse (303, order type W)', zh: '订仓单（订单类型W）' },
        { en: 'For a declaration what general trade asks for', zh: '报关单渠道：同一般贸易' },
      ],
      steps: businessExportSteps({ en: 'Sends the booking of the warehouse (order type W)', zh: '传输订仓单（W）' }),
      limits: [],
      conditions: ['direction', 'registered', 'overseas_warehouse'],
      refund: {
        possible: 'conditional',
        under: {
          en: 'At departure, before the goods are sold; what was sold is settled afterwards (离境即退税、销售再核算)',
          zh: '离境即退税、销售再核算',
        },
        source: '国家税务总局公告2025年第3号',
      },
    },
  ],
};
