import 'reflect-metadata';

import { CatalogueCalculationsController } from '../../src/catalogue/api/calculations.controller.js';
import { IdentifiersController } from '../../src/catalogue/api/identifiers.controller.js';
import { Catalogue } from '../../src/catalogue/application/catalogue.js';
import { type RefundLibrary } from '../../src/catalogue/application/refund-library.js';
import { CustomsCalculationsController } from '../../src/customs/api/calculations.controller.js';
import { FinancingCalculationsController } from '../../src/financing/api/calculations.controller.js';
import { FreightCalculationsController } from '../../src/freight/api/calculations.controller.js';
import { VerifiedGrossMassController } from '../../src/freight/api/verified-gross-mass.controller.js';
import { FxCalculationsController } from '../../src/fx/api/calculations.controller.js';
import { MarginCalculationsController } from '../../src/orders/api/calculations.controller.js';
import { PricingCalculationsController } from '../../src/orders/api/pricing.controller.js';
import { type UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { RequestPipe } from '../../src/platform/http/validation.pipe.js';
import { TaxRefundCalculationsController } from '../../src/tax-refund/api/calculations.controller.js';

/** Nothing of the official library is loaded: the rates are those of the table that comes with the project. */
const NO_LIBRARY = { rows: () => Promise.resolve([]) } as unknown as RefundLibrary;
const NO_DATABASE = { read: (_caller: unknown, work: (view: null) => unknown) => work(null) } as unknown as UnitOfWork;

const CONTROLLERS: readonly object[] = [
  new TaxRefundCalculationsController(),
  new CatalogueCalculationsController(new Catalogue(NO_LIBRARY), NO_DATABASE),
  new IdentifiersController(),
  new FreightCalculationsController(),
  new VerifiedGrossMassController(),
  new FxCalculationsController(),
  new FinancingCalculationsController(),
  new MarginCalculationsController(),
  new PricingCalculationsController(),
  new CustomsCalculationsController(),
];
const ROOT = 'v1/calculations/';

/** Takes the body as it was posted and gives what would be sent; throws what would become a problem. */
export type Calculate = (body: unknown) => Promise<unknown>;

interface Route {
  readonly kind: string;
  readonly calculate: Calculate;
  /** The body that the documentation shows. */
  readonly example: unknown;
}

const ROUTES = CONTROLLERS.flatMap(routesOf);

/** Every calculator by kind: its validation and its rule, without HTTP, a database or a key. */
export const CALCULATORS: ReadonlyMap<string, Calculate> = new Map(
  ROUTES.map(({ kind, calculate }) => [kind, calculate]),
);

export const EXAMPLES: ReadonlyMap<string, unknown> = new Map(ROUTES.map(({ kind, example }) => [kind, example]));

function routesOf(controller: object): Route[] {
  const prototype = Object.getPrototypeOf(controller) as object;
  const base = Reflect.getMetadata('path', controller.constructor) as string;
  return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
    const handler: unknown = Reflect.get(prototype, name);
    if (name === 'constructor' || typeof handler !== 'function') return [];
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    const [metatype] = Reflect.getMetadata('design:paramtypes', prototype, name) as [new () => object];
    const calculate: Calculate = async (body) => {
      const request = new RequestPipe().transform(body, { type: 'body', metatype, data: undefined });
      const answer: unknown = await Reflect.apply(handler, controller, [request]);
      return JSON.parse(JSON.stringify(answer)) as unknown;
    };
    if (path === undefined) return [];
    return [{ kind: `${base}/${path}`.slice(ROOT.length), calculate, example: exampleOf(handler) }];
  });
}

function exampleOf(handler: object): unknown {
  const parameters = Reflect.getMetadata('swagger/apiParameters', handler) as readonly {
    readonly in: string;
    readonly examples?: { readonly worked: { readonly value: unknown } };
  }[];
  return parameters.find((parameter) => parameter.in === 'body')?.examples?.worked.value;
}
