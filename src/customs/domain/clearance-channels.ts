import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type ChannelLaw, LIST_LAWS, MARKET_PURCHASE_LAWS } from './channel-law.js';
import { SAY } from './customs.sentences.js';
import { type Channel } from './modes/mode.js';

export const EXCLUSIONS = ['value_limit', 'licence', 'inspection', 'tax'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface GoodsToClear {
  /** 监管方式, 4 digits. */
  readonly supervisionMode: string;
  /** CNY; USD for market purchase (1039). */
  readonly value: Money;
  /** 涉证, 涉检, 涉税 */
  readonly licenceRequired?: boolean | undefined;
  readonly inspectionRequired?: boolean | undefined;
  readonly taxInvolved?: boolean | undefined;
  /** Chooses the law; by default that of today. */
  readonly declaredOn?: LocalDate | undefined;
}

export interface ExcludedChannel {
  readonly channel: Channel;
  readonly reasons: readonly Exclusion[];
}

export interface ClearanceChannels extends Explained {
  /** Those that are open; the one that takes everything first. */
  readonly channels: readonly Channel[];
  /** Those that the mode offers, and these goods may not take. */
  readonly excluded: readonly ExcludedChannel[];
}

const RULE: Omit<CalculationRule, 'version' | 'source'> = { id: 'customs.clearance-channels' };
const MARKET_PURCHASE = '1039';
const BUSINESS_EXPORT = ['9710', '9810'];
const PARCELS = ['9610', '1210', '1239'];
/** Modes without a limit are cleared as the form of declarations says. */
const FORM: ChannelLaw['source'] = '海关总署公告2018年第60号; 2018年第194号';

/**
 * By which channels goods may be put before customs: a declaration (报关单), a list of parcels (清单), or either.
 * @throws InvalidInputError naming every fault
 */
export function clearanceChannels(goods: GoodsToClear): ClearanceChannels {
  const { supervisionMode: mode } = goods;
  const laws = lawsOf(mode);
  const law = checkGoods(goods, laws);
  const offered = channelsOf(mode);
  const reasonsOf = (channel: Channel) => (channel === limited(mode) ? exclusions(goods, law) : []);
  const judged = offered.map((channel) => ({ channel, reasons: reasonsOf(channel) }));
  const channels = judged.filter(({ reasons }) => reasons.length === 0).map(({ channel }) => channel);
  const excluded = judged.filter(({ reasons }) => reasons.length > 0);
  const rule = { ...RULE, version: law?.from ?? '2018-08-01', source: law?.source ?? FORM };
  return { channels, excluded, rule, steps: workingOf(law, channels) };
}

function lawsOf(mode: string): readonly ChannelLaw[] {
  if (mode === MARKET_PURCHASE) return MARKET_PURCHASE_LAWS;
  return BUSINESS_EXPORT.includes(mode) ? LIST_LAWS : [];
}

function channelsOf(mode: string): readonly Channel[] {
  if (BUSINESS_EXPORT.includes(mode)) return ['declaration', 'list'];
  return PARCELS.includes(mode) ? ['list'] : ['declaration'];
}

/** The channel that conditions are set for; the others take everything. */
function limited(mode: string): Channel | null {
  if (mode === MARKET_PURCHASE) return 'declaration';
  return BUSINESS_EXPORT.includes(mode) ? 'list' : null;
}

function exclusions(goods: GoodsToClear, law: ChannelLaw | null): Exclusion[] {
  const isTooMuch = law !== null && goods.value.isMoreThan(law.limit);
  if (goods.supervisionMode === MARKET_PURCHASE) return isTooMuch ? ['value_limit'] : [];
  const is: Readonly<Record<Exclusion, boolean | undefined>> = {
    value_limit: isTooMuch,
    licence: goods.licenceRequired,
    inspection: goods.inspectionRequired,
    tax: goods.taxInvolved,
  };
  return EXCLUSIONS.filter((reason) => is[reason] === true);
}

/** @returns the law of the day; null where the mode has no limit */
function checkGoods(goods: GoodsToClear, laws: readonly ChannelLaw[]): ChannelLaw | null {
  const check = new InputCheck();
  check.amount(goods.value, '/value', laws[0]?.limit.currency ?? 'CNY');
  check.date(goods.declaredOn, '/declaredOn');
  const law = laws.find(({ from }) => goods.declaredOn === undefined || from <= goods.declaredOn) ?? null;
  const values = { mode: goods.supervisionMode, from: laws.at(-1)?.from ?? '' };
  check.that(laws.length === 0 || law !== null, '/declaredOn', 'out_of_range', SAY.mode_since(values));
  check.done();
  return law;
}

function workingOf(law: ChannelLaw | null, channels: readonly Channel[]): ClearanceChannels['steps'] {
  const limit = law === null ? [] : [step('limit', 'as the law of the day sets it; itself within', law.limit)];
  return [...limit, step('channels', 'those that the mode offers, without those excluded', channels.join(', ') || '–')];
}
