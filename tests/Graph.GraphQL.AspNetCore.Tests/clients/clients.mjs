// Follows streams of an endpoint with the clients that people use, and says of each what it was told.   node clients.mjs URL
import net from 'node:net';
import { createClient as overEvents } from 'graphql-sse';
import { createClient as overSocket } from 'graphql-ws';
import { EventSource } from 'eventsource';
import WebSocket from 'ws';

const url = process.argv[2];
const steps = { query: 'subscription ($to: Int!) { steps(to: $to) }', variables: { to: 3 } };

/** What a client is told, until it is over. */
async function told(client, request) {
  const all = [];
  try {
    for await (const { data, errors } of client.iterate(request)) all.push(errors ? errors[0].message : Object.values(data)[0]);
  } catch (fault) {
    // graphql-sse throws the response to a request that was refused, of which it reads no more; graphql-ws the list of errors.
    all.push(Array.isArray(fault) ? fault[0].message : fault.response ? `refused with ${fault.response.status}` : fault.message);
  }
  return all.join(', ');
}

const events = overEvents({ url, retryAttempts: 0 });
console.log('graphql-sse, steps:', await told(events, steps));
console.log('graphql-sse, a query:', await told(events, { query: '{ hello }' }));
console.log('graphql-sse, an error at the end:', await told(events, { query: 'subscription { broken }' }));
console.log('graphql-sse, no field:', await told(events, { query: 'subscription { nope }' }));
const single = overEvents({ url, singleConnection: true, retryAttempts: 0 });
console.log('graphql-sse, one connection for all:', await told(single, steps));

const socket = overSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
console.log('graphql-ws, steps and a query side by side:', (await Promise.all([told(socket, steps), told(socket, { query: '{ hello }' })])).join('; '));
console.log('graphql-ws, an error at the end:', await told(socket, { query: 'subscription { broken }' }));
console.log('graphql-ws, no field:', await told(socket, { query: 'subscription { nope }' }));
await socket.dispose();

// Something in between that breaks the first connection off after the first step: the client comes back by itself, and goes on where it was.
let connections = 0;
const between = net.createServer(client => {
  const server = net.connect(new URL(url).port, '127.0.0.1');
  const isFirst = ++connections === 1;
  client.on('error', () => server.destroy()).pipe(server);
  server.on('error', () => client.destroy()).on('data', bytes => {
    const end = isFirst ? bytes.indexOf('id: 2') : -1;
    if (end < 0) client.write(bytes);
    else client.write(bytes.subarray(0, end), () => (client.destroy(), server.destroy()));
  }).on('end', () => client.end());
});
await new Promise(listening => between.listen(0, '127.0.0.1', listening));
const { pathname } = new URL(url);
const address = new URL(`http://127.0.0.1:${between.address().port}${pathname}`);
address.searchParams.set('query', steps.query);
address.searchParams.set('variables', JSON.stringify({ to: 5 }));
const source = new EventSource(address);
const numbers = [];
source.addEventListener('next', event => numbers.push(JSON.parse(event.data).data.steps));
await new Promise(complete => source.addEventListener('complete', complete));
source.close();
between.close();
console.log('eventsource, broken off after the first:', numbers.join(', '), connections > 1 ? 'over several connections' : 'over one connection');
process.exit();
