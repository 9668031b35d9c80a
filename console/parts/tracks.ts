import { type Schemas } from '../contract.js';
import { h, svg } from '../dom.js';
import { t, word } from '../language.js';

type States = Schemas['TracksDto'];
export type Track = keyof States;

/** The way of each track to its end, as docs/orders.md tells it; the compiler knows the words. */
const WAYS: { readonly [T in Track]: readonly States[T][] } = {
  customs: ['pending', 'drafted', 'submitted', 'accepted', 'inspection', 'released', 'departed', 'cleared'],
  freight: ['pending', 'quoted', 'booked', 'confirmed', 'departed', 'arrived', 'completed'],
  fx: ['pending', 'part_collected', 'collected', 'converting', 'settled', 'paid_out'],
  taxRefund: ['pending', 'matched', 'filed', 'accepted', 'approved', 'paid'],
  financing: ['pending', 'requested', 'drawn', 'repaid'],
};

/** Somebody has to do something before it goes on. */
const SETBACKS: { readonly [T in Track]: readonly States[T][] } = {
  customs: ['blocked', 'rejected', 'awaiting_approval', 'approval_declined'],
  freight: ['rejected'],
  fx: [
    'conversion_failed',
    'conversion_awaiting_approval',
    'payout_rejected',
    'payout_awaiting_approval',
    'payout_declined',
  ],
  taxRefund: ['queried', 'rejected', 'awaiting_approval', 'approval_declined'],
  financing: ['awaiting_approval'],
};

export const TRACKS = Object.keys(WAYS) as readonly Track[];

export function needsPerson(states: States, track: Track): boolean {
  return (SETBACKS[track] as readonly string[]).includes(states[track]);
}

export function trackName(track: Track): string {
  return t(`track_${track}`);
}

export function trackList(states: States): HTMLElement {
  return h('ol', { class: 'tracks' }, ...TRACKS.map((track) => trackItem(states, track)));
}

function trackItem(states: States, track: Track): HTMLElement {
  const way: readonly string[] = WAYS[track];
  const step = way.indexOf(states[track]);
  const isStuck = needsPerson(states, track);
  const isDone = step === way.length - 1;
  const told = step > 0 ? t('step_of', { step, steps: way.length - 1 }) : '';
  return h(
    'li',
    {
      class: `track${isStuck ? ' track-stuck' : ''}${isDone ? ' track-done' : ''}${step < 0 && !isStuck ? ' track-off' : ''}`,
    },
    h('span', { class: 'track-name' }, trackName(track)),
    wayPicture(way.length - 1, step),
    h('span', { class: 'track-state' }, isStuck && h('span', { 'aria-hidden': 'true' }, '! '), word(states[track])),
    h('span', { class: 'unseen' }, isStuck ? t('needs_person') : told),
  );
}

/** As many strokes as steps, the done ones filled; the words beside it say the same. */
function wayPicture(steps: number, done: number): SVGElement {
  const width = 100 / steps;
  return svg(
    'svg',
    { class: 'way', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    ...Array.from({ length: steps }, (_none, index) =>
      svg('rect', {
        x: index * width + 0.6,
        y: 0,
        width: width - 1.2,
        height: 6,
        class: index < done ? 'way-done' : 'way-open',
      }),
    ),
  );
}
