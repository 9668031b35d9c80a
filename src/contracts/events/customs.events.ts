import { type Amount } from './amount.js';

/** One item of a declaration as customs accepted it. */
export interface DeclaredItem {
  readonly itemNumber: number;
  readonly orderLineId: string;
  readonly hsCode: string;
  /** Up to three units with their quantities: transaction unit, first and second legal unit. Code per the customs unit table. */
  readonly quantities: readonly { readonly quantity: string; readonly unit: string }[];
  readonly total: Amount;
  /** FOB share of the total, in the transaction's currency. */
  readonly fob: Amount;
}

export interface CustomsEvents {
  'customs.declaration.drafted': { readonly attempt: number };
  /** Findings stop it from leaving; `faults` counts them, the resource lists them. */
  'customs.declaration.blocked': { readonly faults: number };
  'customs.declaration.submitted': { readonly attempt: number };
  'customs.declaration.accepted': { readonly entryNumber: string };
  'customs.declaration.inspection_ordered': { readonly entryNumber: string };
  /** Customs returned it (退单); it can be mended and submitted again. */
  'customs.declaration.rejected': { readonly attempt: number; readonly reason: string };
  'customs.declaration.released': { readonly entryNumber: string };
  /** The goods have left; `exportDate` starts the tax clocks. */
  'customs.declaration.departed': { readonly entryNumber: string; readonly exportDate: string };
  /** 结关: the data are with the tax bureau. */
  'customs.declaration.cleared': {
    readonly entryNumber: string;
    readonly exportDate: string;
    readonly supervisionMode: string;
    readonly fob: Amount;
    readonly items: readonly DeclaredItem[];
  };
  'customs.declaration.cancelled': { readonly reason: string };
  /** Nothing came back by `expectedBy`; customs is being asked. */
  'customs.declaration.overdue': { readonly state: string; readonly expectedBy: string };
}
