// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prism as its own command line starts it (`prism proxy DOCUMENT UPSTREAM --errors=false`), once
// for each document, in one process: starting the program once for each takes several times as
// long. Every request and every reply is compared with the document; what does not fit is told in
// the header sl-violations of the reply.
//
// A client knows one address and shows no headers. For it there is a gate before all of them, which
// hands each request to the Prism whose document describes it and tells what became of it. A request
// that no document describes goes to the service itself.
//
// Arguments: the address behind, then the documents. Prints "Prism is listening on ADDRESS" for
// each, in their order, then "Gate is open at ADDRESS", and for each request through the gate
// "Exchange: {operation, described, status, violations}", where operation is "GET /contacts/{id}"
// or, if no document describes it, the method and path that were asked. Serves until standard input
// ends.

import { createServer, request as httpRequest } from 'node:http';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer as createPrism } from '@stoplight/prism-http-server';

const [upstream, ...documents] = process.argv.slice(2);
const service = new URL(upstream);
const base = service.pathname.replace(/\/$/, '');
const described = [];

const placesIn = (path) => path.split('{').length;
const patternOf = (path) => new RegExp(`^${path.split(/\{[^}]+\}/)
    .map((fixed) => fixed.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('[^/]+')}$`);

for (const document of documents) {
    const operations = await getHttpOperationsFromSpec(document);
    const address = await createPrism(operations, {
        cors: false,
        config: { isProxy: true, upstream: service, errors: false, validateRequest: true,
            validateResponse: true, checkSecurity: true, mock: { dynamic: false } },
        components: { logger: createLogger('PRISM', { level: 'silent' }) },
    }).listen(0, '127.0.0.1');
    process.stdout.write(`Prism is listening on ${address}\n`);
    const { port } = new URL(address);
    for (const { method, path } of operations) {
        described.push({ method: method.toUpperCase(), path, port, pattern: patternOf(path) });
    }
}
// Of several paths that fit, the one with the fewest places that anything could stand in.
described.sort((a, b) => placesIn(a.path) - placesIn(b.path));

const gate = createServer((request, response) => {
    const below = request.url.startsWith(base) ? request.url.slice(base.length) : request.url;
    const path = below.split('?')[0] || '/';
    const found = described.find((one) => one.method === request.method && one.pattern.test(path));
    const onward = httpRequest({
        host: '127.0.0.1', port: found?.port ?? service.port, method: request.method,
        path: found ? (below.startsWith('/') ? below : `/${below}`) : request.url,
        headers: { ...request.headers, host: service.host },
    }, (reply) => {
        const operation = found ? `${request.method} ${found.path}` : `${request.method} ${path}`;
        const violations = JSON.parse(reply.headers['sl-violations'] ?? '[]').map(
            ({ location, message }) => ({ where: location?.[0], what: message }));
        process.stdout.write(`Exchange: ${JSON.stringify({
            operation, described: Boolean(found), status: reply.statusCode, violations })}\n`);
        delete reply.headers['sl-violations'];
        response.writeHead(reply.statusCode, reply.headers);
        reply.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
});
gate.listen(0, '127.0.0.1', () =>
    process.stdout.write(`Gate is open at http://127.0.0.1:${gate.address().port}\n`));
process.stdin.resume().on('end', () => process.exit(0));
