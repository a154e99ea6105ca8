// Type references, kept as their text: `[Int!]!`.

export const named = (type) => type.replace(/[[\]!]/g, '');
export const isNonNull = (type) => type.endsWith('!');
export const nullable = (type) => type.replace(/!$/, '');
export const nonNull = (type) => `${nullable(type)}!`;
export const isList = (type) => type.startsWith('[');
export const item = (type) => nullable(type).slice(1, -1);

export const BUILT_IN = ['Int', 'Float', 'String', 'Boolean', 'ID'];

/** The name inside lists and non-nulls taken at random. */
export function wrapped(random, name) {
  return random.pick(['T', 'T', 'T', 'T', 'T!', 'T!', '[T]', '[T!]', '[T]!', '[T!]!', '[[T]]', '[[T!]!]!']).replace('T', name);
}
