import fc from 'fast-check';

import { type ServiceEvent } from './service-event.js';
import { isFinalState, TRACK_LIVES, TRACKS } from './track-lives.js';
import { standingOf, tracksAtStart } from './tracks.js';

const START = tracksAtStart({ freight: { by: 'platform' }, refund: { mode: 'trading', advance: true } });

const usd = (amount: string) => ({ amount, currency: 'USD' });
const cny = (amount: string) => ({ amount, currency: 'CNY' });

type Entry = readonly [type: string, data?: object, about?: string];

/** A log in the order of publication; `about` tells one booking, claim or payout from another. */
function log(...entries: readonly Entry[]): ServiceEvent[] {
  return entries.map(([type, data = {}, about], index) => ({
    id: `e${String(index).padStart(4, '0')}`,
    type,
    resourceId: about ?? type.split('.').slice(0, 2).join('.'),
    data,
  }));
}

const standing = (...entries: readonly Entry[]) => standingOf(START, 'USD', log(...entries));

const collectedWith = (dues: string) =>
  [
    ['fx.collection.matched', { amount: usd('10000.00'), duesTaken: usd(dues) }],
    ['fx.order.collected', { expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd('0.00') }],
  ] as const;
const COLLECTED = collectedWith('0.00');
const SETTLED = ['fx.conversion.settled', { sold: usd('10000.00'), bought: cny('71000.00') }] as const;
const RELEASED = (source: string, amount: string) =>
  ['financing.proceeds.released', { source, amount: cny(amount), sourceId: source }, source] as const;
const MONEY_WITH_DUES = [
  ['fx.collection.matched', { amount: usd('10000.00'), duesTaken: usd('800.00') }],
  ['fx.order.collected', { expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd('0.00') }],
  ['fx.conversion.settled', { sold: usd('9200.00'), bought: cny('65000.00') }],
  ['financing.proceeds.released', { source: 'collection', amount: cny('65000.00'), sourceId: 'c1' }, 'wfl1'],
  ['fx.payout.confirmed', { amount: cny('65000.00') }, 'p1'],
] as const;
const PAID = (amount: string, about = 'p1') => ['fx.payout.confirmed', { amount: cny(amount) }, about] as const;

const CUSTOMS_DONE = [['customs.declaration.cleared']] as const;
const FREIGHT_DONE = [['freight.booking.completed', { charges: [] }]] as const;

describe('where an order stands', () => {
  it('waits on every track when it is placed', () => {
    expect(standing().tracks).toEqual({
      customs: 'pending',
      freight: 'pending',
      fx: 'pending',
      taxRefund: 'pending',
      financing: 'pending',
    });
  });

  it('does without what it did not ask for', () => {
    expect(tracksAtStart({ freight: { by: 'other' }, refund: { mode: 'none', advance: false } })).toMatchObject({
      freight: 'not_applicable',
      taxRefund: 'not_applicable',
      financing: 'not_applicable',
    });
  });

  it.each([
    ['customs', 'customs.declaration.submitted', 'submitted'],
    ['customs', 'customs.declaration.inspection_ordered', 'inspection'],
    ['freight', 'freight.booking.requested', 'booked'],
    ['freight', 'freight.shipment.departed', 'departed'],
    ['taxRefund', 'tax_refund.claim.filed', 'filed'],
    ['financing', 'financing.advance.drawn', 'drawn'],
  ] as const)('%s follows %s to %s', (track, type, state) => {
    expect(standing([type]).tracks[track]).toBe(state);
  });

  it('does not go back when a service repeats an early word', () => {
    const { tracks } = standing(['freight.booking.confirmed', { charges: [] }], ['freight.quote.given']);
    expect(tracks.freight).toBe('confirmed');
  });

  it('leaves a rejection when the declaration is submitted again', () => {
    const first = [['customs.declaration.submitted'], ['customs.declaration.rejected']] as const;
    expect(standing(...first)).toMatchObject({ tracks: { customs: 'rejected' }, needsAttention: true });
    expect(standing(...first, ['customs.declaration.submitted'])).toMatchObject({
      tracks: { customs: 'submitted' },
      needsAttention: false,
    });
  });

  it('does not hear what becomes of a booking that another one has replaced', () => {
    const { tracks } = standing(
      ['freight.booking.requested', {}, 'bkg1'],
      ['freight.booking.requested', {}, 'bkg2'],
      ['freight.booking.rejected', {}, 'bkg1'],
    );
    expect(tracks.freight).toBe('booked');
  });

  it('does not hear it either when the clock that made the later id was slow', () => {
    const { tracks } = standing(
      ['freight.booking.requested', {}, 'bkg2'],
      ['freight.booking.requested', {}, 'bkg1'],
      ['freight.booking.confirmed', { charges: [] }, 'bkg1'],
      ['freight.booking.rejected', {}, 'bkg2'],
    );
    expect(tracks.freight).toBe('confirmed');
  });

  it('takes up a track that nobody asked for when it is asked of the service itself', () => {
    const start = { ...START, financing: 'not_applicable' };
    expect(standingOf(start, 'USD', log(['financing.advance.requested'])).tracks.financing).toBe('requested');
  });

  it('knows that an advance is moot once the refund itself is paid', () => {
    expect(standing(['tax_refund.claim.paid']).tracks.financing).toBe('lapsed');
  });
});

describe('an order in several declarations', () => {
  const word = (state: string, about: string) => [`customs.declaration.${state}`, {}, about] as const;
  const DRAFTED = [word('drafted', 'dec1'), word('drafted', 'dec2'), word('drafted', 'dec3')] as const;
  const customs = (...entries: readonly Entry[]) => standing(...DRAFTED, ...entries).tracks.customs;

  it('is as far as the last of them, and cleared when all are', () => {
    expect(customs(word('accepted', 'dec1'), word('released', 'dec2'))).toBe('drafted');
    expect(customs(word('cleared', 'dec1'), word('released', 'dec2'), word('cleared', 'dec3'))).toBe('released');
    expect(customs(word('cleared', 'dec1'), word('cleared', 'dec2'), word('cleared', 'dec3'))).toBe('cleared');
  });

  it('is held by the one that was sent back, until that is declared again', () => {
    const back = [
      word('submitted', 'dec1'),
      word('rejected', 'dec1'),
      word('cleared', 'dec2'),
      word('cleared', 'dec3'),
    ];
    expect(standing(...DRAFTED, ...back)).toMatchObject({
      tracks: { customs: 'rejected' },
      needsAttention: true,
      customsBinds: true,
    });
    expect(customs(...back, word('submitted', 'dec1'))).toBe('submitted');
    expect(customs(...back, word('submitted', 'dec1'), word('cleared', 'dec1'))).toBe('cleared');
  });

  it('tells what is most urgent of several setbacks', () => {
    expect(customs(word('blocked', 'dec1'), word('rejected', 'dec2'))).toBe('rejected');
    expect(customs(word('blocked', 'dec1'), word('withdrawn', 'dec3'))).toBe('withdrawn');
  });

  it('does not wait for one that was given up, and is cancelled when all were', () => {
    const given = [word('cancelled', 'dec1'), word('exit_cancelled', 'dec2')];
    expect(customs(...given, word('released', 'dec3'))).toBe('released');
    expect(customs(...given, word('cancelled', 'dec3'))).toBe('cancelled');
  });

  it('binds nobody while customs has none of them', () => {
    const binds = (...entries: readonly Entry[]) => standing(...DRAFTED, ...entries).customsBinds;
    expect([binds(), binds(word('blocked', 'dec1')), binds(word('submitted', 'dec2'))]).toEqual([false, false, true]);
  });

  it('is cleared in the end, in whatever order they are, and not before the last', () => {
    const order = fc.shuffledSubarray(['dec1', 'dec2', 'dec3'], { minLength: 3 });
    fc.assert(
      fc.property(order, (ids) => {
        const cleared = ids.map((id) => word('cleared', id));
        expect(customs(...cleared.slice(0, -1))).toBe('drafted');
        expect(customs(...cleared)).toBe('cleared');
      }),
    );
  });
});

describe('the money of an order', () => {
  const fx = (...entries: readonly Entry[]) => standing(...entries).tracks.fx;

  it('is on its way from the deposit to the payout', () => {
    const all = [
      ...COLLECTED,
      ['fx.conversion.booked'],
      SETTLED,
      RELEASED('collection', '71000.00'),
      PAID('71000.00'),
    ] as const;
    expect(all.map((_, index) => fx(...all.slice(0, index + 1)))).toEqual([
      'part_collected',
      'collected',
      'converting',
      'settled',
      'settled',
      'paid_out',
    ]);
  });

  it('is not all converted while more than the dues that were taken is left', () => {
    const sold = ['fx.conversion.settled', { sold: usd('8000.00'), bought: cny('56800.00') }] as const;
    expect(fx(...COLLECTED, sold)).toBe('collected');
  });

  it('is converted when the rest went to the carrier in its own currency', () => {
    const sold = ['fx.conversion.settled', { sold: usd('8000.00'), bought: cny('56800.00') }] as const;
    expect(fx(...collectedWith('2000.00'), sold)).toBe('settled');
    expect(fx(...collectedWith('1999.99'), sold)).toBe('collected');
  });

  it('needs a person when the bank sends a payout back, until it is sent again', () => {
    const back = [
      ...COLLECTED,
      SETTLED,
      RELEASED('collection', '71000.00'),
      ['fx.payout.rejected', { amount: cny('71000.00'), reason: 'AC04' }, 'p1'],
    ] as const;
    expect(standing(...back)).toMatchObject({ tracks: { fx: 'payout_rejected' }, needsAttention: true });
    expect(fx(...back, ['fx.payout.sent', {}, 'p2'])).toBe('settled');
    expect(fx(...back, ['fx.payout.sent', {}, 'p2'], PAID('71000.00', 'p2'))).toBe('paid_out');
  });

  it('needs a person when a payout comes back after it was settled, until it is paid out anew', () => {
    const back = [
      ...COLLECTED,
      SETTLED,
      RELEASED('collection', '71000.00'),
      PAID('71000.00'),
      ['fx.payout.returned', { amount: cny('71000.00'), reason: 'AC04' }, 'p1'],
    ] as const;
    expect(standing(...back)).toMatchObject({ tracks: { fx: 'payout_rejected' }, needsAttention: true });
    const sent = [...back, ['fx.payout.sent', {}, 'p1']] as const;
    expect(fx(...sent)).toBe('settled');
    expect(standing(...sent, PAID('71000.00'))).toMatchObject({ tracks: { fx: 'paid_out' }, needsAttention: false });
  });

  it('needs a person when a conversion fails, until another one is booked', () => {
    expect(fx(...COLLECTED, ['fx.conversion.booked', {}, 'c1'], ['fx.conversion.failed', {}, 'c1'])).toBe(
      'conversion_failed',
    );
    expect(fx(...COLLECTED, ['fx.conversion.failed', {}, 'c1'], ['fx.conversion.booked', {}, 'c2'])).toBe('converting');
  });

  it('has nothing to convert and nothing to pay out when dues in its own currency take it all', () => {
    expect(fx(...collectedWith('10000.00'))).toBe('paid_out');
  });

  it('is not paid out by a release of nothing while another conversion waits for its own', () => {
    const half = (about: string) =>
      ['fx.conversion.settled', { sold: usd('5000.00'), bought: cny('35500.00') }, about] as const;
    expect(fx(...COLLECTED, half('c1'), half('c2'), RELEASED('collection', '0.00'))).toBe('settled');
  });

  it('has nothing to pay out when the advance takes it all', () => {
    expect(fx(...COLLECTED, SETTLED, RELEASED('collection', '0.00'))).toBe('paid_out');
  });
});

describe('dues in another currency', () => {
  const ALL = [...COLLECTED, SETTLED, RELEASED('collection', '71000.00')] as const;
  const BOUGHT = ['fx.dues.bought', { cost: cny('1000.00') }] as const;

  it('are part of what was released', () => {
    expect(standing(...ALL, BOUGHT).tracks.fx).toBe('settled');
    expect(standing(...ALL, BOUGHT, PAID('70000.00')).tracks.fx).toBe('paid_out');
  });

  it('may take all of it', () => {
    expect(standing(...ALL, ['fx.dues.bought', { cost: cny('71000.00') }]).tracks.fx).toBe('paid_out');
  });
});

describe('an order is over', () => {
  const DONE = [
    ...CUSTOMS_DONE,
    ...FREIGHT_DONE,
    ...COLLECTED,
    SETTLED,
    RELEASED('collection', '71000.00'),
    PAID('71000.00', 'p1'),
    ['tax_refund.claim.paid', { refund: cny('7800.00') }],
  ] as const;

  it('when every track is final and the refund has reached the seller', () => {
    expect(standing(...DONE).isOver).toBe(false);
    expect(standing(...DONE, RELEASED('refund', '7800.00')).isOver).toBe(false);
    expect(standing(...DONE, RELEASED('refund', '7800.00'), PAID('7800.00', 'p2'))).toMatchObject({
      isOver: true,
      needsAttention: false,
    });
  });

  it('not before what was given back to the seller has reached them', () => {
    const done = [...CUSTOMS_DONE, ['freight.booking.cancelled'], ...MONEY_WITH_DUES] as const;
    const start = { ...START, taxRefund: 'not_applicable', financing: 'not_applicable' };
    const isOver = (...more: readonly Entry[]) => standingOf(start, 'USD', log(...done, ...more)).isOver;
    const returned = ['fx.dues.returned', { paid: usd('800.00') }] as const;
    const sold = ['fx.conversion.settled', { sold: usd('800.00'), bought: cny('5600.00') }, 'cnv2'] as const;
    const released = [
      'financing.proceeds.released',
      { source: 'collection', amount: cny('5600.00'), sourceId: 'cnv2' },
      'wfl2',
    ] as const;
    expect(isOver()).toBe(true);
    expect(isOver(returned)).toBe(false);
    expect(isOver(returned, sold)).toBe(false);
    expect(isOver(returned, sold, released)).toBe(false);
    expect(isOver(returned, sold, released, PAID('5600.00', 'p2'))).toBe(true);
  });

  it('not while the payout of the refund is back from the bank, though all tracks are final', () => {
    const back = [...DONE, RELEASED('refund', '7800.00'), ['fx.payout.rejected', {}, 'p2']] as const;
    expect(standing(...back)).toMatchObject({ tracks: { fx: 'paid_out' }, needsAttention: true, isOver: false });
  });
});

describe('every track', () => {
  it.each(TRACKS)('%s has one last state, and setbacks are not final', (track) => {
    const { progress, setbacks, ended } = TRACK_LIVES[track];
    expect(isFinalState(track, progress.at(-1) ?? '')).toBe(true);
    expect(progress.slice(0, -1).some((state) => isFinalState(track, state))).toBe(false);
    expect(setbacks.some((state) => isFinalState(track, state))).toBe(false);
    expect(ended.every((state) => isFinalState(track, state))).toBe(true);
  });

  it('never leaves its last state, whatever is published later', () => {
    const types = ['drafted', 'blocked', 'submitted', 'accepted', 'rejected', 'released', 'departed', 'cancelled'];
    const any = fc.array(fc.constantFrom(...types).map((word) => [`customs.declaration.${word}`] as const));
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(standing(...before, ...CUSTOMS_DONE, ...after).tracks.customs).toBe('cleared');
      }),
    );
  });
});
