import { type components, type paths } from '../sdk/src/generated/schema.js';

/** The shapes of the contract by name. */
export type Schemas = components['schemas'];

interface Readable {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': unknown } } };
  };
}

/** The paths that answer a GET with JSON, as they stand in the contract: `/v1/orders/{id}`. */
export type ReadPath = { [P in keyof paths]: paths[P] extends Readable ? P : never }[keyof paths];

export type AnswerOf<P extends ReadPath> = paths[P] extends Readable
  ? paths[P]['get']['responses'][200]['content']['application/json']
  : never;

export type Order = Schemas['OrderDto'];
export type OrderSummary = Schemas['OrderSummaryDto'];
export type Margin = Schemas['MarginDto'];
export type Problem = Schemas['ProblemDto'];
export type Session = Schemas['SessionDto'];
