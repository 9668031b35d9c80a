import { MARKET_PURCHASE_LAWS } from '../channel-law.js';
import { declares, step, type SupervisionMode } from './mode.js';

/** 市场采购贸易 */
export const MARKET_PURCHASE_MODE: SupervisionMode = {
  code: '1039',
  name: { en: 'Market purchase', zh: '市场采购' },
  sources: ['海关总署公告2019年第221号 (市场采购贸易监管办法)'],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Operators filed with customs who buy for foreign buyers at a recognised market (市场集聚区), and declare there',
        zh: '在经认定的市场集聚区采购、并在采购地办理出口通关的备案经营者',
      },
      channels: ['declaration'],
      documents: [
        {
          en: 'List of the market goods, as recognised by the market platform',
          zh: '经市场综合管理系统认定的商品清单',
        },
        { en: "The foreign buyer's or its agent's entrustment", zh: '境外采购商或其代理人的委托' },
      ],
      steps: [
        step(
          'merchant',
          'Enters purchase and recognition in the market platform',
          '在市场采购贸易联网平台录入并完成商品认定',
        ),
        declares('Declares at the place of purchase', '在采购地海关申报'),
        step('customs', 'Releases, closes the case', '放行、结关'),
      ],
      limits: [
        {
          name: 'declaration_value',
          per: 'declaration',
          amount: MARKET_PURCHASE_LAWS[0].limit,
          from: MARKET_PURCHASE_LAWS[0].from,
          to: null,
          singleItemStays: false,
          above: { en: 'Another declaration, or general trade', zh: '分单申报或改按一般贸易' },
          source: MARKET_PURCHASE_LAWS[0].source,
        },
      ],
      conditions: ['direction', 'registered', 'market_purchase', 'unrestricted', 'limits'],
      refund: {
        possible: 'no',
        under: { en: 'Exempt from VAT, nothing is refunded', zh: '免征增值税，不予退税' },
        source: '国家税务总局公告2015年第89号',
      },
    },
  ],
};
