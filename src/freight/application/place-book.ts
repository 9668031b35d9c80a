import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { SAY } from '../domain/freight.sentences.js';
import { greatCircleKm, nearestPlaces, type Place } from '../domain/places.js';

/** What a place is for, by the digit of UN/LOCODE. */
export const FUNCTIONS = { sea: '1', rail: '2', air: '4' } as const;
export type PlaceFunction = keyof typeof FUNCTIONS;

const ALL = `SELECT code, name, country, functions, latitude, longitude FROM freight.place`;
/** They are the same for all tenants, and hardly ever change. */
const BELIEVED_MS = 60_000;
/** Further away nobody carries goods to by lorry for it. */
const REACH_KM: Readonly<Record<PlaceFunction, number>> = { sea: 400, air: 500, rail: 1_500 };
const GATEWAYS_MAX = 3;
/** A border on the way is worth this much of a detour. */
const BORDER_KM = 300;

interface Known {
  readonly byCode: ReadonlyMap<string, Place>;
  readonly gateways: Map<string, readonly Place[]>;
  readonly since: number;
}

/** Ports, airports and terminals, kept at hand: every comparison asks for several. */
@Injectable()
export class PlaceBook {
  private known: Known | null = null;

  constructor(private readonly clock: Clock) {}

  async find(view: View, code: string): Promise<Place | null> {
    return (await this.all(view)).byCode.get(code) ?? null;
  }

  /** That a code is not on record, and those that somebody may have meant who wrote it. */
  async unknown(view: View, written: string): Promise<Sentence> {
    const like = nearestPlaces(written, [...(await this.all(view)).byCode.values()]);
    const nearest = like.map(({ code, name }) => `${code} ${name}`).join(', ');
    return nearest === '' ? SAY.place_unknown_none : SAY.place_unknown({ nearest });
  }

  /** By part of the code or name, by country and by function, in the order of their codes. */
  async search(
    view: View,
    filter: {
      readonly text?: string | undefined;
      readonly country?: string | undefined;
      readonly for?: PlaceFunction | undefined;
    },
  ): Promise<Place[]> {
    const wanted = filter.text?.toUpperCase() ?? '';
    const found = [...(await this.all(view)).byCode.values()].filter(({ code, name, country, functions }) => {
      const isFor = filter.for === undefined || functions.includes(FUNCTIONS[filter.for]);
      const isThere = filter.country === undefined || country === filter.country;
      return isFor && isThere && (code.includes(wanted) || name.toUpperCase().includes(wanted));
    });
    return found.sort((left, right) => (left.code < right.code ? -1 : 1));
  }

  /** Where goods of a place can be handed over, the nearest first; the place itself where it serves. */
  async gateways(view: View, place: Place, wanted: PlaceFunction): Promise<readonly Place[]> {
    const { byCode, gateways } = await this.all(view);
    const key = `${place.code} ${wanted}`;
    const before = gateways.get(key);
    if (before !== undefined) return before;
    const near = [...byCode.values()]
      .filter(({ functions }) => functions.includes(FUNCTIONS[wanted]))
      .map((one) => ({ one, km: one.code === place.code ? -1 : greatCircleKm(place, one) }))
      .filter(({ km }) => km <= REACH_KM[wanted])
      .sort((left, right) => hard(place, left) - hard(place, right))
      .slice(0, GATEWAYS_MAX)
      .map(({ one }) => one);
    gateways.set(key, near);
    return near;
  }

  private async all(view: View): Promise<Known> {
    const now = this.clock.now().getTime();
    if (this.known === null || now - this.known.since >= BELIEVED_MS) {
      const places = await view.query<Place>(ALL);
      this.known = { byCode: new Map(places.map((place) => [place.code, place])), gateways: new Map(), since: now };
    }
    return this.known;
  }
}

function hard(place: Place, { one, km }: { readonly one: Place; readonly km: number }): number {
  return km + (one.country === place.country ? 0 : BORDER_KM);
}
