import { launchChromium } from './support/browser.ts';
import { servePreview } from './support/preview.ts';
const server = await servePreview();
const b = await launchChromium('none');
{ const page = await b.newPage({ viewport: { width: 1440, height: 800 } });
for (const f of ['spectrum','neurons']) { await page.setViewportSize({ width: 1440, height: 800 });
await page.goto(server.address + `?embed=${f}&run=pizza`); await page.waitForTimeout(6000); await page.setViewportSize({ width: 360, height: 800 }); await page.waitForTimeout(600);
console.log(f, await page.evaluate(() => [...document.querySelectorAll('main, main *')].filter((e) => e.getBoundingClientRect().right > 361 && !(e instanceof SVGElement)).map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().width)}`).slice(0, 12))); }
await page.goto(server.address + `?embed=pair&run=pizza`); await page.waitForTimeout(6000); await page.screenshot({ path: '/tmp/pair.png' }); await page.close(); }
for (const [q, n, scheme, theme] of [['?run=pizza','lab','dark',''],['?run=pizza&theme=dark','lab2','light',''],['?view=map','map','dark','']] as const) {
  const ctx = await b.newContext({ viewport: { width: 1200, height: 900 }, forcedColors: 'active', colorScheme: scheme });
  const page = await ctx.newPage();
  await page.goto(server.address + q); await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/fc-${n}.png` });
  await ctx.close();
}
await b.close(); await server.close();
