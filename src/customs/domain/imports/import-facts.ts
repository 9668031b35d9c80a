import { type MoneyJson } from '../../../kernel/money.js';
import { type Treatment } from '../import-assessment.js';

/** A right to the rate of a trade agreement (协定税率), and what proves it. */
export interface Preference {
  /** Code of the agreement in the customs table (优惠贸易协定代码), such as 14 for RCEP. */
  readonly agreement: string;
  /** Number of the certificate or declaration of origin. */
  readonly certificate: string;
  /** The agreed rate of duty, a fraction. */
  readonly dutyRate: string;
}

/** What an item says only where it is imported. */
export interface ImportItemFacts {
  readonly treatment: Treatment;
  /** Anti-dumping duty on goods of this origin and maker, a fraction; null where there is none. */
  readonly antiDumpingRate: string | null;
  /** Given where `treatment` is `agreement`. */
  readonly preference: Preference | null;
}

/** What a declaration says only where goods are imported. */
export interface ImportFacts {
  /** CNY per 1 of the currency, as customs uses it in the month (计征汇率); null while nobody has said. */
  readonly exchangeRate: string | null;
  /** 杂费 that belong to the dutiable value: packing, commission and the like. */
  readonly otherCharge: MoneyJson | null;
}
