// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real authorization server (oidc-provider) with HighLevel's paths and manners: PKCE is required,
// refresh tokens rotate, and the same refresh within a window gets the same answer again
// (highlevel.md 1.4). Around it the few requests that tell accounts by name (highlevel.md 1.5).
// Prints {"port": N} and serves until its standard input ends.
//
// POST /control {…} changes how it behaves from then on and answers what happened so far.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const behaviour = {
    graceSeconds: 30,
    codeSeconds: 300,
    lose: 0, // so many token replies are worked out and then lost on the way
    stall: 0, // so many token replies never come
    delaySeconds: 0, // before a token reply leaves
    extra: {}, // further members of a token reply
    refuse: null, // {status, body}: what a renewal is answered
};
const counts = { code: 0, refresh: 0, machine: 0, replayed: 0, locationToken: 0 };
const countedAs = { authorization_code: 'code', refresh_token: 'refresh', client_credentials: 'machine' };
const accounts = { 'loc-1': { name: 'Bean & <b>Desk</b>', city: 'Lisbon', address: '1 Rua' },
    'loc-2': { name: 'Second Floor', city: 'Porto', address: '2 Rua' } };

const person = {
    redirect_uris: ['http://127.0.0.1/signed-in', 'http://127.0.0.1/redirect.html'],
    application_type: 'native',
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
};
const configuration = {
    clients: [
        { ...person, client_id: 'app-desk', client_secret: 'desk secret+/=&',
            token_endpoint_auth_method: 'client_secret_post' },
        { ...person, client_id: 'app-public', token_endpoint_auth_method: 'none' },
        { client_id: 'machine', client_secret: 'machine-secret', redirect_uris: [],
            response_types: [], grant_types: ['client_credentials'],
            token_endpoint_auth_method: 'client_secret_post',
            scope: 'people.read people.write tickets.read' },
    ],
    scopes: ['contacts.readonly', 'contacts.write', 'locations.readonly',
        'locations/customFields.readonly', 'locations/tags.readonly', 'oauth.readonly', 'oauth.write',
        'people.read', 'people.write', 'tickets.read', 'bookings.read'],
    pkce: { methods: ['S256'], required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    routes: { token: '/oauth/token', authorization: '/oauth/authorize', revocation: '/oauth/revoke' },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: true },
        revocation: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { AccessToken: 86399, ClientCredentials: 3599, RefreshToken: 31536000, Grant: 31536000,
        Interaction: 3600, Session: 3600, AuthorizationCode: () => behaviour.codeSeconds },
};

const bodyOf = async (ctx) => {
    const chunks = [];
    for await (const chunk of ctx.req) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
};

const control = async (ctx) => {
    Object.assign(behaviour, JSON.parse((await bodyOf(ctx)) || '{}'));
    ctx.body = counts;
};

const given = new Map(); // renewal -> {since, answer}

const token = async (ctx, next) => {
    const body = await bodyOf(ctx);
    ctx.req.body = body;
    const form = new URLSearchParams(body);
    const renewal = form.get('grant_type') === 'refresh_token';
    counts[countedAs[form.get('grant_type')]] += 1;

    const workOut = async () => {
        await next();
        const extra = ctx.status === 200 ? behaviour.extra : {};
        return { status: ctx.status, body: { ...ctx.body, ...extra } };
    };
    const known = renewal ? given.get(body) : undefined;
    let answer;
    if (renewal && behaviour.refuse) {
        answer = behaviour.refuse;
    } else if (known && Date.now() - known.since < behaviour.graceSeconds * 1000) {
        counts.replayed += 1;
        answer = await known.answer;
    } else {
        const working = workOut();
        if (renewal) given.set(body, { since: Date.now(), answer: working });
        answer = await working;
    }
    await new Promise((resolve) => { setTimeout(resolve, behaviour.delaySeconds * 1000); });
    if (behaviour.stall > 0) {
        behaviour.stall -= 1;
        ctx.respond = false;
    } else if (behaviour.lose > 0) {
        behaviour.lose -= 1;
        ctx.respond = false;
        ctx.req.socket.destroy();
    } else {
        ctx.status = answer.status;
        ctx.body = answer.body;
    }
};

// The requests with a bearer token: what HighLevel's API tells about accounts.
const api = async (ctx, provider) => {
    const bearer = ctx.get('authorization').replace(/^Bearer /, '');
    if (!(await provider.AccessToken.find(bearer))) {
        ctx.status = 401;
        ctx.body = { message: 'Invalid JWT' };
    } else if (ctx.path === '/oauth/locationToken') {
        const form = new URLSearchParams(await bodyOf(ctx));
        counts.locationToken += 1;
        ctx.body = { access_token: `for-${form.get('locationId')}-${counts.locationToken}`,
            token_type: 'Bearer', expires_in: 86399, locationId: form.get('locationId'),
            userType: 'Location' };
    } else if (ctx.path === '/oauth/installedLocations') {
        ctx.body = { locations: Object.entries(accounts).map(([id, account]) => (
            { _id: id, name: account.name, address: account.address, isInstalled: true })) };
    } else {
        ctx.body = { location: accounts[ctx.path.split('/')[2]] };
    }
};

const isApi = (path) => path === '/oauth/locationToken' || path === '/oauth/installedLocations'
    || path.startsWith('/locations/');

const server = createServer();
server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    const provider = new Provider(`http://127.0.0.1:${port}`, configuration);
    provider.use(async (ctx, next) => {
        if (ctx.path === '/control') await control(ctx);
        else if (ctx.method === 'POST' && ctx.path === '/oauth/token') await token(ctx, next);
        else if (isApi(ctx.path)) await api(ctx, provider);
        else if (ctx.path === '/redirect.html') {
            ctx.type = 'html';
            ctx.body = readFileSync(process.env.REDIRECT_PAGE, 'utf8');
        } else await next();
    });
    server.on('request', provider.callback());
    process.stdout.write(`${JSON.stringify({ port })}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
