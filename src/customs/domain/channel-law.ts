import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';

/** Up to which value goods of a supervision mode may take a channel, from a day on; the limit itself is within. */
export interface ChannelLaw {
  readonly from: LocalDate;
  readonly limit: Money;
  readonly source: string;
}

/** 9710 and 9810 by list (清单), one list. The newest first; a changed law is a new row with its day. */
export const LIST_LAWS: readonly [ChannelLaw, ...ChannelLaw[]] = [
  {
    from: '2020-07-01',
    limit: Money.parse('5000.00', 'CNY'),
    source: '海关总署公告2020年第75号: 单票金额在人民币5000元（含）以内且不涉证、不涉检、不涉税',
  },
];

/** 1039, one declaration. */
export const MARKET_PURCHASE_LAWS: readonly [ChannelLaw, ...ChannelLaw[]] = [
  {
    from: '2014-07-01',
    limit: Money.parse('150000.00', 'USD'),
    source: '海关总署公告2019年第221号 (before: 2014年第54号): 单票报关单货值15万美元（含）以下',
  },
];

/** What bounds a declaration of a supervision mode; none for most. */
export function declarationLaws(supervisionMode: string): readonly ChannelLaw[] {
  return supervisionMode === '1039' ? MARKET_PURCHASE_LAWS : [];
}
