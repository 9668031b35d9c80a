import { type IdKind } from '../../kernel/ids.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { type Given, type ParameterTable } from './parameters.js';

/** What a simulated partner can be made to do. */
export interface SimulationKind {
  /** `collection.paid`: what it is about, and what comes of it. */
  readonly kind: string;
  readonly partner: 'customs' | 'carrier' | 'courier' | 'bank' | 'lender' | 'tax-bureau';
  /** Which resource it is about. */
  readonly resource: IdKind;
  readonly words: Bilingual;
  readonly parameters: ParameterTable;
  readonly example: Given;
}

/** What the sandbox is told. */
export interface Lever {
  readonly method: 'POST' | 'PUT';
  /** Below its `/control`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}
