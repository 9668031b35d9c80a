import { declares, step, type SupervisionMode } from './mode.js';

/** 一般贸易 */
export const GENERAL_TRADE_MODE: SupervisionMode = {
  code: '0110',
  name: { en: 'General trade', zh: '一般贸易' },
  sources: ['海关总署公告2018年第60号 (报关单填制规范)', '海关总署公告2018年第67号 (报关单格式)'],
  trades: [
    {
      direction: 'export',
      who: {
        en: 'Enterprises registered with customs as consignors, by themselves or through a customs broker',
        zh: '在海关备案的收发货人，可自理或委托报关企业申报',
      },
      channels: ['declaration'],
      documents: [
        { en: 'Contract, invoice, packing list', zh: '合同、发票、装箱单' },
        { en: "The broker's mandate, where one declares", zh: '代理报关委托书（委托报关时）' },
        { en: 'Licences that the supervision conditions of the goods ask for', zh: '监管条件要求的许可证件' },
      ],
      steps: [
        declares('Declares at the single window', '通过单一窗口申报'),
        step('customs', 'Accepts, inspects or not, concludes, releases', '接受申报、查验、审结、放行'),
        step('carrier', 'Departs with the goods: the tax clocks start', '运输工具离境，退税期限起算'),
        step('customs', 'Closes the case', '结关'),
      ],
      limits: [],
      conditions: ['direction', 'registered'],
      refund: {
        possible: 'yes',
        under: {
          en: 'Within the filing periods, with an input invoice or as a manufacturer, and the money collected',
          zh: '在申报期内，凭进项发票或生产企业免抵退，并按规定收汇',
        },
        source: '国家税务总局公告2026年第5号; 财政部 税务总局公告2026年第11号',
      },
    },
    {
      direction: 'import',
      who: {
        en: 'Enterprises registered with customs as consignees, by themselves or through a customs broker',
        zh: '在海关备案的收货人，可自理或委托报关企业申报',
      },
      channels: ['declaration'],
      documents: [
        { en: 'Contract, invoice, packing list, bill of lading', zh: '合同、发票、装箱单、提单' },
        { en: 'Licences that the supervision conditions of the goods ask for', zh: '监管条件要求的许可证件' },
      ],
      steps: [
        declares('Declares at the single window', '通过单一窗口申报'),
        step('customs', 'Writes the tax bill', '开具税款缴款书'),
        step('merchant', 'Pays duty, consumption tax and VAT', '缴纳关税、消费税、增值税'),
        step('customs', 'Releases', '放行'),
      ],
      limits: [],
      conditions: ['direction', 'registered'],
      refund: null,
    },
  ],
};
