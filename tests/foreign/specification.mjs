// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prism as its own command line starts it (`prism proxy DOCUMENT UPSTREAM --errors=false`), once
// for each document, in one process: starting the program once for each takes several times as
// long. Every request and every reply is compared with the document; what does not fit is told in
// the header sl-violations of the reply.
//
// Arguments: the address behind, then the documents. Prism prints "Prism is listening on ADDRESS"
// for each, in their order. Serves until standard input ends.

import prism from '@stoplight/prism-cli/dist/util/createServer.js';

const [upstream, ...documents] = process.argv.slice(2);
for (const document of documents) {
    await prism.createSingleProcessPrism({
        document, upstream: new URL(upstream), host: '127.0.0.1', port: 0, cors: false,
        multiprocess: false, errors: false, validateRequest: true, verboseLevel: 'start',
    });
}
process.stdin.resume().on('end', () => process.exit(0));
