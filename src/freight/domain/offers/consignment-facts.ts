import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Measures, type WeighedPieces } from '../consignment.js';
import { type ContainerPlan } from '../container-plan.js';
import { type Place } from '../places.js';
import { type GoodsNature } from './mode-rule.js';

/** Incoterms® 2020. */
export const INCOTERMS = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** What is to go, from where to where. */
export interface Consignment {
  readonly from: Place;
  readonly to: Place;
  readonly pieces: readonly (WeighedPieces & { readonly stackable?: boolean | undefined })[];
  readonly measures: Measures;
  readonly nature: GoodsNature;
  readonly incoterm: Incoterm | null;
  readonly goodsValue: Money | null;
  readonly readyOn: LocalDate;
  readonly storageDays: number;
  /** Articles to be sent one by one from a warehouse; null: as many as there are pieces. */
  readonly units: number | null;
  readonly plan: ContainerPlan;
}
