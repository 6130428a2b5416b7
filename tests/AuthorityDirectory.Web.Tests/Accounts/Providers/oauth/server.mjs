// An OAuth 2.0 server on the loopback: says where it listens. Each line on its input is JSON and says how it goes on; it answers with what it was asked since.
// person: what it says of whoever signs in; error: with what it refuses them, or null; token: with what status it gives a token.
import { createInterface } from 'node:readline';
import { OAuth2Server } from 'oauth2-mock-server';

let state = { person: { sub: '1' }, error: null, token: 200 };
let asked = [];
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, '127.0.0.1');
server.service.on('beforeAuthorizeRedirect', (redirect, request) => {
  asked.push(Object.fromEntries(redirect.url.searchParams), Object.fromEntries(new URL(request.url, 'http://x').searchParams));
  if (state.error) {
    redirect.url.searchParams.delete('code');
    redirect.url.searchParams.set('error', state.error);
  }
});
server.service.on('beforeResponse', (response, request) => {
  asked.push(request.body);
  response.statusCode = state.token;
});
server.service.on('beforeUserinfo', response => { response.body = state.person; });
console.log(server.address().port);
createInterface({ input: process.stdin }).on('line', line => {
  state = { ...state, ...JSON.parse(line) };
  console.log(JSON.stringify(asked));
  asked = [];
});
