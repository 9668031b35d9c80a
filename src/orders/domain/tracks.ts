/** The five tracks that an order runs on at the same time. */
export const TRACKS = ['customs', 'freight', 'fx', 'taxRefund', 'financing'] as const;
export type Track = (typeof TRACKS)[number];

export type TrackStates = Readonly<Record<Track, string>>;
