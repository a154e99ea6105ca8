// Runs the audit of graphql-http against a server: node audit.mjs URL
// Writes one line for each check that is not passed, and how many there were.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results) {
  if (result.status !== 'ok') console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
}
console.log(`${results.filter(({ status }) => status === 'ok').length} of ${results.length}`);
