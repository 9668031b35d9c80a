import { type Bilingual } from '../../../kernel/sentence.js';
import { declares, type Step, step } from './mode.js';

/** 跨境电商企业对企业出口: what 9710 and 9810 have in common. */
export const BUSINESS_EXPORT_SOURCE = '海关总署公告2020年第75号, 2021年第47号 (企业对企业出口监管)';

/** When parcels may go by list instead of a declaration. */
export const BY_LIST: Bilingual = {
  en: 'Up to CNY 5,000 a list instead of a declaration, where no licence, inspection or tax is involved; it is not summarised',
  zh: '单票5000元人民币（含）以内且不涉证、不涉检、不涉税的，可报清单，清单不汇总',
};

/** From the booking of the order to the case that is closed. */
export function businessExportSteps(order: Bilingual): readonly Step[] {
  return [
    step('merchant', order.en, order.zh, '303', '304'),
    step('carrier', 'Sends the waybill, in the list channel', '清单渠道传输物流运单', '505', '506'),
    declares('Declares at the single window', '通过单一窗口申报'),
    step('declarant', `Or by list. ${BY_LIST.en}`, `或申报清单。${BY_LIST.zh}`, '603', '604'),
    step('customs', 'Releases', '放行'),
    step('carrier', 'Reports departure', '离境', '509', '510'),
  ];
}
