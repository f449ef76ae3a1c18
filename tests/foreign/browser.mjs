// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A person with a real browser: reads {"url", "profile", "answer", "last"} from its standard input,
// signs in at that address and prints what the page with the path "last" shows as {"title", "heading", "text", "code", "address", "width"}.
// The answer is "allow" or "refuse" on the pages of oidc-provider; on the sandbox's page of HighLevel
// it is a button's value: "Location", "Company" or "nobody".

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const { url, profile, answer, last } = JSON.parse(readFileSync(0, 'utf8'));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(url);
    if (answer === 'refuse') {
        await page.getByRole('link', { name: /cancel/i }).click();
    } else if (answer !== 'allow') {
        await page.locator(`button[value=${answer}]`).click();
    } else {
        await page.locator('input[name=login]').fill('robin');
        await page.locator('input[name=password]').fill('any');
        await page.getByRole('button', { name: 'Sign-in' }).click();
        await page.getByRole('button', { name: 'Continue' }).click();
    }
    await page.waitForURL((address) => address.pathname === last, { timeout: 30000 });
    await page.waitForLoadState('load');
    const shown = await page.evaluate(() => ({
        title: document.title,
        heading: document.querySelector('h1')?.textContent,
        text: document.querySelector('p')?.textContent,
        code: document.querySelector('#code')?.textContent,
        address: location.href,
        width: getComputedStyle(document.body).maxWidth,
    }));
    process.stdout.write(`${JSON.stringify(shown)}\n`);
} finally {
    await context.close();
}
