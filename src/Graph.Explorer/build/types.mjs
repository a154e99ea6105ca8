// Writes app/types.ts: what the queries answer, by the schema of the domain that ships. Generated, so never committed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, parse } from 'graphql';

const room = dirname(dirname(fileURLToPath(import.meta.url)));
const schema = parse(readFileSync(join(room, '..', 'Graph.Api', 'schema.graphql'), 'utf8'));
const folder = join(room, 'app', 'queries');
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) }));

const text = await codegen({
  filename: 'types.ts',
  schema,
  schemaAst: buildASTSchema(schema),
  documents,
  plugins: [{ operations: {} }],
  pluginMap: { operations },
  config: {
    onlyOperationTypes: true,
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: true,
    scalars: { ID: 'string', Date: 'string', DateTime: 'string', Value: 'unknown', TimeBound: 'string' },
    avoidOptionals: { field: true },
  },
});
writeFileSync(join(room, 'app', 'types.ts'), text);
