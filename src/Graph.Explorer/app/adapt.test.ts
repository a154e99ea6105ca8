import { buildSchema, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { prune, rename } from './adapt';
import { setDomain, type NodeType } from './domain';

const type = (name: string, plural: string, caption: string): NodeType => ({
  name,
  plural,
  caption,
  properties: [
    { name: 'id', kind: 'Id', isList: false },
    { name: caption, kind: 'String', isList: false },
  ],
  relationships: [],
});

setDomain({
  isShipped: false,
  types: [
    type('Player', 'players', 'name'),
    {
      ...type('Casting', 'castings', 'part'),
      properties: [{ name: 'outcome', kind: 'Enum', isList: false, enum: 'Outcome', values: ['GIVEN'] }],
    },
  ],
  act: {
    type: 'Casting',
    by: 'casters',
    against: 'cast',
    party: 'Player',
    on: 'day',
    actor: 'caster',
    counterpart: 'castMember',
    kind: 'outcome',
    counted: 'GIVEN',
    series: [],
    pairs: 'whoCastWhom',
  },
});

const QUERIES = import.meta.glob<string>('./queries/*.graphql', { eager: true, import: 'default' });

const SCHEMA = buildSchema(`
  type Query { whoCastWhom(where: CastingWhere, acts: [Outcome!], limit: Int): [CastingPair!]!  counts: [Count!]!  players(where: PlayerWhere): [Player!]! }
  type CastingPair { caster: Player! castMember: Player! castings: Int! first: String last: String }
  type Count { type: String! count: Int! }
  type Player { id: ID! name: String! }
  input CastingWhere { day: String }
  input PlayerWhere { id: IdWhere }
  input IdWhere { eq: ID in: [ID!] }
  enum Outcome { GIVEN }
`);

test('pairs are asked for under the names of the other domain, and figures that it lacks are left out', () => {
  const text = print(prune(rename(parse(QUERIES['./queries/counterparts.graphql']!)), SCHEMA));
  expect(text).toContain('made: whoCastWhom(where: $made, acts: $acts, limit: $limit)');
  expect(text).toContain('against: castMember');
  expect(text).toContain('count: castings');
  expect(text).not.toContain('denied');
});

test('every query is one that the other schema takes', () => {
  expect(Object.keys(QUERIES).length).toBeGreaterThan(10);
  for (const [file, text] of Object.entries(QUERIES)) {
    const document = prune(rename(parse(text)), SCHEMA);
    expect(validate(SCHEMA, document).map((fault) => `${file}: ${fault.message}`)).toEqual([]);
  }
});
