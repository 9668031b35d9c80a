/** A filter is `*`, a whole event type, or a family that ends in `.*`. */
export const EVENT_FILTER = /^(\*|[a-z_]+(\.[a-z_]+)*(\.\*)?)$/;
