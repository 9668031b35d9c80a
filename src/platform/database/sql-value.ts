/** What a parameter of a statement can be. */
export type SqlValue = string | number | boolean | bigint | Date | Buffer | null | readonly SqlValue[];
