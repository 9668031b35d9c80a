import { type Sentence } from '../../../kernel/sentence.js';
import { type ConditionName } from './mode.js';
import { SAY } from './modes.sentences.js';

export const QUESTION_NAMES = [
  'registered',
  'consumer',
  'marketplace',
  'overseasWarehouse',
  'marketPurchase',
  'bondedArea',
  'pilotCity',
  'positiveList',
  'restricted',
] as const;
/** What a trade is asked, each answered by yes or no. */
export type Question = (typeof QUESTION_NAMES)[number];

interface Demand {
  readonly question: Question;
  /** The answer that meets the condition. */
  readonly wanted: boolean;
  readonly is: Sentence;
  readonly isNot: Sentence;
  readonly fix: Sentence;
}

/** Conditions that a yes or no decides. */
export const QUESTIONS: Readonly<Record<Exclude<ConditionName, 'direction' | 'limits'>, Demand>> = {
  registered: {
    question: 'registered',
    wanted: true,
    is: SAY.is_registered,
    isNot: SAY.is_not_registered,
    fix: SAY.register,
  },
  consumer: {
    question: 'consumer',
    wanted: true,
    is: SAY.is_consumer,
    isNot: SAY.is_company,
    fix: SAY.to_consumers_only,
  },
  company: {
    question: 'consumer',
    wanted: false,
    is: SAY.is_company,
    isNot: SAY.is_consumer,
    fix: SAY.to_companies_only,
  },
  marketplace: {
    question: 'marketplace',
    wanted: true,
    is: SAY.by_marketplace,
    isNot: SAY.not_by_marketplace,
    fix: SAY.sell_by_marketplace,
  },
  overseas_warehouse: {
    question: 'overseasWarehouse',
    wanted: true,
    is: SAY.to_warehouse,
    isNot: SAY.not_to_warehouse,
    fix: SAY.book_warehouse,
  },
  market_purchase: {
    question: 'marketPurchase',
    wanted: true,
    is: SAY.bought_at_market,
    isNot: SAY.not_bought_at_market,
    fix: SAY.enter_at_market,
  },
  bonded_area: {
    question: 'bondedArea',
    wanted: true,
    is: SAY.in_bonded_area,
    isNot: SAY.not_in_bonded_area,
    fix: SAY.use_bonded_area,
  },
  pilot_city: {
    question: 'pilotCity',
    wanted: true,
    is: SAY.in_pilot_city,
    isNot: SAY.not_in_pilot_city,
    fix: SAY.use_1239,
  },
  outside_pilot_cities: {
    question: 'pilotCity',
    wanted: false,
    is: SAY.not_in_pilot_city,
    isNot: SAY.in_pilot_city,
    fix: SAY.use_1210,
  },
  positive_list: {
    question: 'positiveList',
    wanted: true,
    is: SAY.on_positive_list,
    isNot: SAY.not_on_positive_list,
    fix: SAY.import_as_general_trade,
  },
  unrestricted: {
    question: 'restricted',
    wanted: false,
    is: SAY.is_unrestricted,
    isNot: SAY.is_restricted,
    fix: SAY.export_as_general_trade,
  },
};
