/** Every order keeps its tracks, its margin and its overall state from the events of the services. */
export const ORDER = 'orders.on-service-event';
