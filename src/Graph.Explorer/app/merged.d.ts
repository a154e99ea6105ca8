/** One object with what any of several types have, as a page shows it; what one lacks is undefined. */
export type Merged<T> = { [K in T extends unknown ? keyof T : never]?: T extends Record<K, infer V> ? V : never };
