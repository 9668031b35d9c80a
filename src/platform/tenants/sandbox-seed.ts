import { type Tx } from '../database/session.js';

/** Something that a new sandbox tenant already has, to try things with. */
export interface Seeded {
  /** As the outside sees it. */
  readonly id: string;
  /** What it is: `seller`, `buyer`. */
  readonly kind: string;
  /** Which of its kind, where there are several: `trading`. */
  readonly variant: string | null;
  readonly reference: string;
  readonly name: string;
}

/** What a module puts into a new sandbox tenant; whichever the api process has are all planted. */
export abstract class SandboxSeed {
  abstract plant(tx: Tx): Promise<readonly Seeded[]>;
}
