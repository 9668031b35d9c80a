import { type Api } from './api.js';
import { type Schemas } from './contract.js';
import { type Place } from './place.js';

export interface Visit {
  readonly api: Api;
  readonly place: Place;
  /** Ends when the reader goes on to another place. */
  readonly signal: AbortSignal;
}

export interface Shown {
  readonly title: string;
  readonly content: readonly Node[];
  /** Said to those who do not see that the page has changed. */
  readonly summary: string;
  /** Whether the view should be read anew after this; a view without it never is. */
  readonly concerns?: (event: Schemas['EventDto']) => boolean;
}

export type View = (visit: Visit) => Promise<Shown>;
