import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type Consignment } from '../domain/offers/consignment-facts.js';
import { type ModeRule, ruleOn } from '../domain/offers/mode-rule.js';
import { departureOf, type Gateways } from '../domain/offers/offer.js';
import { type Place } from '../domain/places.js';
import { BASE_FREIGHT, OCEAN_FREIGHT, type Rate, TARIFF_MODES, type TariffMode } from '../domain/rate.js';
import { laneKeys } from '../entities/rates.table.js';
import { PlaceBook, type PlaceFunction } from './place-book.js';
import { Rates } from './rates.service.js';

/** What a mode needs at both ends; what goes from door to door needs nothing. */
const NEEDS: Readonly<Record<TariffMode, PlaceFunction | null>> = {
  fcl: 'sea',
  lcl: 'sea',
  air: 'air',
  rail: 'rail',
  express: null,
  postal: null,
  dedicated_line: null,
  overseas_warehouse: null,
};

interface Pair {
  readonly from: Place;
  readonly to: Place;
}

interface Reach {
  readonly here: boolean;
  readonly there: boolean;
  /** The likeliest first. */
  readonly pairs: readonly Pair[];
}

export interface Lanes {
  readonly gatewaysOf: (mode: TariffMode) => Gateways;
  /** Of the gateways that were chosen. */
  readonly rates: readonly Rate[];
}

/** Finds the ports, airports and terminals that goods can go by, and every rate between them, in one statement. */
@Injectable()
export class LaneFinder {
  constructor(
    private readonly places: PlaceBook,
    private readonly rates: Rates,
  ) {}

  /** Of several gateways near both ends the nearest between which the tenant has a base freight, else anybody; without any the nearest. */
  async find(
    view: View,
    goods: Pick<Consignment, 'from' | 'to' | 'readyOn'>,
    rules: readonly ModeRule[],
  ): Promise<Lanes> {
    const reach = new Map<TariffMode, Reach>();
    for (const mode of TARIFF_MODES) reach.set(mode, await this.reachOf(view, goods, NEEDS[mode]));
    const days = TARIFF_MODES.map((mode) => dayOf(mode, goods.readyOn, rules)).sort();
    const keys = new Set(
      [...reach].flatMap(([mode, { pairs }]) => pairs.flatMap(({ from, to }) => laneKeys(mode, from.code, to.code))),
    );
    const found = await this.rates.forLanes(view, [...keys], days[0] ?? goods.readyOn, days.at(-1) ?? goods.readyOn);
    const byMode = Map.groupBy(found, ({ mode }) => mode);
    const chosen = new Map<TariffMode, Pair>();
    const rates = TARIFF_MODES.flatMap((mode) => {
      const all = byMode.get(mode) ?? [];
      const pairs = reach.get(mode)?.pairs ?? [];
      const own = all.filter(({ isShared }) => !isShared);
      const between = (rates: readonly Rate[]): Pair | undefined =>
        pairs.find((one) => rates.some((rate) => isBaseOf(rate, one)));
      const pair = between(own) ?? between(all) ?? pairs[0];
      if (pair === undefined) return [];
      chosen.set(mode, pair);
      return all.filter((rate) => fits(rate, pair));
    });
    return { gatewaysOf: (mode) => chosen.get(mode) ?? endsOf(goods, reach.get(mode)), rates };
  }

  private async reachOf(
    view: View,
    { from, to }: Pick<Consignment, 'from' | 'to'>,
    need: PlaceFunction | null,
  ): Promise<Reach> {
    if (need === null) return { here: true, there: true, pairs: [{ from, to }] };
    const [here, there] = [await this.places.gateways(view, from, need), await this.places.gateways(view, to, need)];
    // The sum of both ranks: what is nearest at both ends comes first.
    const all = here.flatMap((one, near) => there.map((other, far) => ({ from: one, to: other, rank: near + far })));
    const pairs = all.filter((pair) => pair.from.code !== pair.to.code).sort((left, right) => left.rank - right.rank);
    return { here: here.length > 0, there: there.length > 0, pairs };
  }
}

/** Which end has nothing near, where no pair was found. */
function endsOf({ from, to }: Pick<Consignment, 'from' | 'to'>, reach: Reach | undefined): Gateways {
  return { from: reach?.here === true ? from : null, to: reach?.there === true ? to : null };
}

function dayOf(mode: TariffMode, readyOn: LocalDate, rules: readonly ModeRule[]): LocalDate {
  const rule = ruleOn(rules, mode, readyOn);
  return rule === null ? readyOn : departureOf(rule, readyOn);
}

function isBaseOf(rate: Rate, pair: Pair): boolean {
  return (rate.code === OCEAN_FREIGHT || rate.code === BASE_FREIGHT) && fits(rate, pair);
}

function fits(rate: Rate, { from, to }: Pair): boolean {
  const { portOfLoading, originCountry, portOfDischarge, destinationCountry } = rate;
  return (
    (portOfLoading ?? from.code) === from.code &&
    (originCountry ?? from.code.slice(0, 2)) === from.code.slice(0, 2) &&
    (portOfDischarge ?? to.code) === to.code &&
    (destinationCountry ?? to.code.slice(0, 2)) === to.code.slice(0, 2)
  );
}
