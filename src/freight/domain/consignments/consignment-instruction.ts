import { type LocalDate } from '../../../kernel/local-date.js';
import { type Wire } from '../../../kernel/wire.js';
import { type WeighedPieces } from '../consignment.js';
import { type GoodsNature } from '../offers/mode-rule.js';
import { type ConsignmentParty, type Contents, type DeclaredGoods, type Paper } from './consignment-check.js';
import { type ConsignmentWay } from './consignment-way.js';

/** All that a courier is told when a consignment is booked. */
export interface ConsignmentInstruction {
  /** Ours, made from the consignment's id: a repeat of it gets the courier's first answer. */
  readonly reference: string;
  readonly customerReference: string;
  readonly way: ConsignmentWay;
  readonly service: string | null;
  /** Where it is taken over and handed out, UN/LOCODE. */
  readonly from: string;
  readonly to: string;
  readonly departureDate: LocalDate;
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly incoterm: string | null;
  readonly contents: Contents;
  readonly sender: ConsignmentParty;
  readonly recipient: ConsignmentParty;
  readonly pieces: Wire<readonly WeighedPieces[]>;
  readonly goods: Wire<readonly DeclaredGoods[]>;
  readonly nature: GoodsNature;
  readonly papers: readonly Paper[];
}
