// Tries on a schema what people use: node tools.mjs SCHEMA FOLDER. One line for each tool; a failure is an error with what the tool said.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInterfaceType, isObjectType, isUnionType, parse } from 'graphql';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { diff, validate } from '@graphql-inspector/core';
import { InMemoryCache, gql } from '@apollo/client/core';
import { relayStylePagination } from '@apollo/client/utilities';
import relay from 'relay-compiler';

const [, , file, folder] = process.argv;
const text = readFileSync(file, 'utf8');
const schema = buildSchema(text);
const types = Object.values(schema.getTypeMap());
const nodes = types.filter(type => isObjectType(type) && type.getInterfaces().some(face => face.name === 'Node'));
const question = `query Actors($id: ID!, $after: String) {
  node(id: $id) { __typename globalId ... on Actor { name } ... on Accusation { matter saidOn importedAt } }
  actorsConnection(first: 2, after: $after, where: { name: { startsWith: "A" } }, sort: [{ accusesCount: DESC }]) {
    edges { cursor node { __typename globalId id name ... on Person { offices(heldOn: "2025-06-02") { globalId id title } } } } pageInfo { hasNextPage endCursor } }
}`;

async function generatedTypes() {
  const written = await codegen({
    filename: 'types.ts', schema: parse(text), documents: [{ location: 'question.graphql', document: parse(question) }],
    config: { scalars: { Date: 'string', DateTime: 'string', BigInt: 'string' } },
    plugins: [{ typescript: {} }, { operations: {} }], pluginMap: { typescript, operations },
  });
  for (const needed of ['export type ActorsQuery =', 'export type Accusation =', 'globalId']) if (!written.includes(needed)) throw new Error(`no ${needed}`);
}

function refetchableFragments() {
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), text);
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify({
    src: './src', schema: './schema.graphql', language: 'typescript', schemaConfig: { nodeInterfaceIdField: 'globalId' },
  }));
  for (const { name } of nodes)
    writeFileSync(join(folder, 'src', `${name}View.ts`), `graphql\`fragment ${name}View_node on ${name} @refetchable(queryName: "${name}ViewQuery") { id }\`;\n`);
  writeFileSync(join(folder, 'src', 'ActorsView.ts'), `graphql\`fragment ActorsView_query on Query @refetchable(queryName: "ActorsViewQuery")
    @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" }) {
    actorsConnection(first: $first, after: $after) @connection(key: "ActorsView_actorsConnection") { edges { node { globalId name } } } }\`;\n`);
  execFileSync(relay, [], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const made = readdirSync(join(folder, 'src', '__generated__')).filter(name => name.endsWith('Query.graphql.ts'));
  if (made.length !== nodes.length + 1) throw new Error(`${made.length} queries for ${nodes.length} types`);
  const one = readFileSync(join(folder, 'src', '__generated__', 'ClaimViewQuery.graphql.ts'), 'utf8');
  if (!one.includes('"node"') || !one.includes('"globalId"')) throw new Error('The query does not refetch by the global id.');
}

function normalizedCache() {
  const possibleTypes = Object.fromEntries(types.filter(type => isInterfaceType(type) || isUnionType(type)).map(type => [type.name, schema.getPossibleTypes(type).map(one => one.name)]));
  const cache = new InMemoryCache({ possibleTypes, dataIdFromObject: node => node.globalId, typePolicies: { Query: { fields: { actorsConnection: relayStylePagination(['where', 'sort']) } } } });
  const office = { __typename: 'Office', globalId: 'o', id: 'o', title: 'Minister' };
  const page = (name, id, hasNextPage) => ({
    node: { __typename: 'Person', globalId: 'a', name },
    actorsConnection: {
      __typename: 'ActorsConnection', pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: id },
      edges: [{ __typename: 'ActorEdge', cursor: id, node: { __typename: 'Person', globalId: id, id, name: id === 'a' ? name : id, offices: [office] } }],
    },
  });
  const query = gql(question);
  cache.writeQuery({ query, variables: { id: 'a' }, data: page('Ada', 'a', true) });
  cache.writeQuery({ query, variables: { id: 'a', after: 'a' }, data: page('Ada II', 'b', false) });
  const read = cache.readQuery({ query, variables: { id: 'a' } });
  if (read.actorsConnection.edges.length !== 2 || read.actorsConnection.edges[0].node.name !== 'Ada II') throw new Error(JSON.stringify(read));
}

async function changes() {
  const same = await diff(schema, buildSchema(text));
  if (same.length > 0) throw new Error(same[0].message);
  const without = await diff(schema, buildSchema(text.replace(/^  node\(/m, '  renamed(')));
  if (!without.some(change => change.criticality.level === 'BREAKING' && change.path === 'Query.node')) throw new Error(JSON.stringify(without));
  const invalid = validate(schema, [{ body: question, name: 'question.graphql' }]);
  if (invalid.length > 0) throw new Error(invalid[0].errors[0].message);
}

for (const [name, attempt] of [
  ['GraphQL Code Generator', generatedTypes], ['relay-compiler', refetchableFragments], ['Apollo Client', normalizedCache], ['graphql-inspector', changes],
]) {
  try { await attempt(); console.log(`${name}: sound`); } catch (fault) { console.log(`${name}: ${fault.stderr || fault.stdout || fault.stack}`); }
}
