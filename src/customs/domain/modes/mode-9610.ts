import { step, type SupervisionMode } from './mode.js';
import {
  RETAIL_IMPORT_AFTERWARDS,
  RETAIL_IMPORT_DOCUMENTS,
  RETAIL_IMPORT_LIMITS,
  RETAIL_IMPORT_SOURCE,
  RETAIL_IMPORT_STEPS,
} from './retail-import.js';

/** 跨境贸易电子商务: parcels straight to and from consumers. */
export const RETAIL_DIRECT_MODE: SupervisionMode = {
  code: '9610',
  name: { en: 'Cross-border e-commerce, direct', zh: '跨境贸易电子商务' },
  sources: ['海关总署公告2014年第12号 (增列监管方式代码9610)', RETAIL_IMPORT_SOURCE],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Registered e-commerce sellers who sell to consumers abroad through a platform',
        zh: '经平台向境外消费者销售的已备案电子商务企业',
      },
      channels: ['list'],
      documents: [
        { en: 'Order (303), receipt of money (403), waybill (505)', zh: '订单、收款单、运单信息' },
        { en: 'For a refund: the input invoice of the goods', zh: '退税时：商品进项发票' },
      ],
      steps: [
        step('platform', 'Sends the order', '传输电子订单', '303', '304'),
        step('payer', 'Sends the receipt of the money', '传输收款单', '403', '404'),
        step('carrier', 'Sends the waybill', '传输物流运单', '505', '506'),
        step(
          'declarant',
          'Files the list: simplified (A) or for the monthly summary (B)',
          '申报清单：简化（A）或汇总（B）',
          '603',
          '604',
        ),
        step('warehouse', 'Reports arrival at the supervised place', '运抵监管场所', '507', '508'),
        step('carrier', 'Reports departure, and the waybills of a master', '离境，总分单', '509', '510', '607', '608'),
        step(
          'declarant',
          'By the 15th: merges the lists of last month into declarations',
          '每月15日前汇总上月清单为报关单',
          '701',
          '702',
          '792',
        ),
        step('declarant', 'Withdraws a list that was not released', '撤销未放行的清单', '605', '606'),
        step('declarant', 'Brings goods back', '退货', '213', '214', '215', '216'),
      ],
      limits: [],
      conditions: ['direction', 'registered', 'consumer', 'marketplace'],
      refund: {
        possible: 'conditional',
        under: {
          en: 'Of lists that are summarised (B) into a declaration; simplified lists (A) and summaries for statistics alone give none',
          zh: '限汇总申报（B）形成报关单的清单；简化申报（A）及仅汇总统计的不予退税',
        },
        source: '财税〔2013〕96号; 海关总署公告2018年第194号',
      },
    },
    {
      direction: 'import',
      who: {
        en: 'Sellers abroad with a domestic agent, who sell to consumers for their own use through a registered platform',
        zh: '委托境内代理人、经备案平台向境内消费者（自用）销售的跨境电商企业',
      },
      channels: ['list'],
      documents: RETAIL_IMPORT_DOCUMENTS,
      steps: [...RETAIL_IMPORT_STEPS, ...RETAIL_IMPORT_AFTERWARDS],
      limits: RETAIL_IMPORT_LIMITS,
      conditions: ['direction', 'registered', 'consumer', 'marketplace', 'positive_list', 'limits'],
      refund: null,
    },
  ],
};
